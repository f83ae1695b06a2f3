//! How tools make names: by which sign a hash, or what a tool leaves of a
//! person's name, is told from what a person wrote.

/// By what a hash is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// A part of its own before it: `css-1vcjrad`.
    Announced(&'static str),
    /// The tool's name and a number, and nothing else: `jss417`.
    Numbered(&'static str),
    /// Few letters, their case thrown like dice: `jasvOK`.
    Cased,
    /// The name of the file that the component is in, run into it: `Sidebarstyles__Wrap`.
    FileName,
    /// `e`, letters and digits, a counter: `e1geg53v1`.
    Target,
    /// Two underscores and five characters at the end: `articleDek__Y1jmL`.
    ModuleTail,
    /// Four letters at the end, their case thrown like dice: `tabItem_LNqP`.
    ShortTail,
    /// An underscore, the name, five characters, the number of a line: `_tertiary_1yend_152`.
    LinedTail,
    /// An identity between colons or underscores at the end: `form-:R2ad:`.
    ReactId,
    /// A letter, then letters and digits mixed: `t1x8abcd`.
    Lettered,
    /// An underscore, a digit, then letters and digits: `_1xvb2h3`.
    Underscored,
    /// Letters and digits mixed anywhere else: `elementor-element-d1f590c`.
    Digits,
    /// A variant, an arbitrary value, or a word that only says how something looks: `md:mt-4`.
    Utility,
}

/// A tool and its sign.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hashing {
    /// Who makes such names.
    #[cfg(test)]
    pub(crate) tool: &'static str,
    /// By what they are told.
    pub(crate) sign: Sign,
    /// A name, and the words in it that a person wrote.
    #[cfg(test)]
    pub(crate) example: (&'static str, &'static str),
    /// When the fact was last looked at, year and month.
    #[cfg(test)]
    pub(crate) checked: &'static str,
}

#[cfg_attr(not(test), expect(unused_variables, reason = "who, when and what for are for the handbook"))]
const fn hashing(
    tool: &'static str,
    sign: Sign,
    example: (&'static str, &'static str),
    checked: &'static str,
) -> Hashing {
    Hashing {
        #[cfg(test)]
        tool,
        sign,
        #[cfg(test)]
        example,
        #[cfg(test)]
        checked,
    }
}

/// The tools. An example tells words in its own way without its row, so each row is held by its own example.
#[rustfmt::skip]
pub(crate) static TOOLS: &[Hashing] = &[
    hashing("styled-components", Sign::Announced("sc"), ("sc-ads4x-0", ""), "2026-11"),
    hashing("styled-components", Sign::Cased, ("jasvOK", ""), "2026-11"),
    hashing("styled-components", Sign::FileName, ("Sidebarstyles__Wrap-sc-154g5bh-5", "sidebar wrap"), "2026-11"),
    hashing("Emotion", Sign::Announced("css"), ("css-ads4x", ""), "2026-11"),
    hashing("Emotion", Sign::Announced("emotion"), ("emotion-ads4x", ""), "2026-11"),
    hashing("Emotion", Sign::Target, ("e1advert0", ""), "2026-11"),
    hashing("CSS Modules", Sign::ModuleTail, ("styles_notes__ad_4K", "notes"), "2026-11"),
    hashing("CSS Modules", Sign::ShortTail, ("tabItem_LNqP", "tab item"), "2026-11"),
    hashing("CSS Modules", Sign::LinedTail, ("_tertiary_1yend_152", "tertiary"), "2026-11"),
    hashing("React", Sign::ReactId, ("form-:R2ad:", "form"), "2026-11"),
    hashing("JSS", Sign::Numbered("jss"), ("jss417", ""), "2026-11"),
    hashing("JSS", Sign::Announced("jss"), ("jss-ads4x", ""), "2026-11"),
    hashing("Linaria", Sign::Lettered, ("t1x8abcd", ""), "2026-11"),
    hashing("vanilla-extract", Sign::Underscored, ("_1xvb2h3", ""), "2026-11"),
    hashing("Svelte", Sign::Announced("svelte"), ("svelte-ads4x", ""), "2026-11"),
    hashing("styled-jsx", Sign::Announced("jsx"), ("jsx-ads4x", ""), "2026-11"),
    hashing("Astro", Sign::Announced("astro"), ("astro-ads4x", ""), "2026-11"),
    hashing("Stitches", Sign::Announced("c"), ("c-ads4x", ""), "2026-11"),
    hashing("builders of pages", Sign::Digits, ("elementor-element-d1f590c", "elementor element"), "2026-11"),
    hashing("Tailwind and other utility frameworks", Sign::Utility, ("print:hidden", ""), "2026-11"),
];
