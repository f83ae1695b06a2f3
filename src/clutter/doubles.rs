//! What stands twice: pages draw one thing for the eye and keep another of the
//! same for machines. The reader keeps the one that is text.

use super::rule::{On, Rule, exact};
use super::survey::Survey;
use super::{Mark, Marks, Strength};
use crate::article::Reason::Widget;
use crate::outline::{Attr, Element, ElementId, Outline};
use crate::tag::Tag;

/// The name of rules that find a formula drawn for the eye.
pub(crate) const DRAWN: &str = "formula-drawn";

/// Rows by vendor.
pub(crate) static RULES: &[Rule] = &[
    // KaTeX writes MathML and, beside it, the same formula as positioned spans.
    exact("KaTeX", DRAWN, On::Token, "katex-html", Widget, "2026-11"),
    // MathJax 2 keeps TeX in a script and draws it before that, often with MathML for readers' tools inside. The
    // class `MathJax` says nothing: version 3 has it on what holds the MathML too.
    exact("MathJax", DRAWN, On::Data, "mathml", Widget, "2026-11"),
    exact("MathJax", DRAWN, On::Token, "mathjax_chtml", Widget, "2026-11"),
    exact("MathJax", DRAWN, On::Token, "mathjax_svg", Widget, "2026-11"),
    exact("MathJax", "mathjax-preview", On::Token, "mathjax_preview", Widget, "2026-11"),
    // MathJax 3 draws with elements of its own and has MathML beside them; version 4 has TeX in an attribute.
    exact("MathJax", DRAWN, On::Tag, "mjx-math", Widget, "2026-11"),
];

/// Where, beside its drawing, a formula stands.
enum Formula {
    /// In what holds the drawing as well.
    Inside,
    /// Next to the drawing, or in an attribute of it.
    Beside,
    /// The drawing is all there is.
    Nowhere,
}

/// Marks drawings of formulas, each only where the formula is there in another form.
pub(super) fn mark(survey: &Survey<'_>, marks: &mut Marks) {
    let mut behind = 0;
    for &(id, rule) in survey.rules.iter().filter(|(_, rule)| rule.id == DRAWN) {
        let Some(element) = survey.element(id).filter(|_| id >= behind) else { continue };
        let mark = Mark { reason: rule.reason, rule: rule.id, strength: Strength::Certain };
        match formula(survey, id, element) {
            Formula::Inside => {
                let mut part = id + 1;
                while let Some(found) = survey.element(part).filter(|_| part < element.next) {
                    if survey.parts_of(part).formulas == 0 {
                        marks.put(part, mark);
                        part = found.next;
                    } else if found.tag == Tag::Math {
                        part = found.next;
                    } else {
                        part += 1;
                    }
                }
            }
            Formula::Beside => marks.put(id, mark),
            Formula::Nowhere => {}
        }
        behind = element.next;
    }
}

fn formula(survey: &Survey<'_>, id: ElementId, element: &Element) -> Formula {
    if survey.parts_of(id).formulas > 0 {
        return Formula::Inside;
    }
    // A wrapper of the formula alone: a paragraph has others.
    let wrapper = survey.element(element.parent).filter(|up| matches!(up.tag, Tag::Span | Tag::Other));
    let in_mathml = wrapper.is_some() && survey.parts_of(element.parent).formulas > 0;
    let behind = survey.element(element.next);
    let in_script = behind.is_some_and(|behind| {
        let kind = survey.outline.attr(survey.html, behind, Attr::Type);
        behind.tag == Tag::Script && kind.is_some_and(is_tex)
    });
    let in_attribute = source(survey.html, survey.outline, element).is_some();
    if in_mathml || in_script || in_attribute { Formula::Beside } else { Formula::Nowhere }
}

/// Whether a script of this type is a formula: `math/tex`, or that with more.
pub(crate) fn is_tex(kind: &[u8]) -> bool {
    kind.get(..8).is_some_and(|kind| kind.eq_ignore_ascii_case(b"math/tex"))
}

/// The source of a formula in an attribute of its drawing, as it stands there.
pub(crate) fn source<'h>(html: &'h [u8], outline: &Outline, element: &Element) -> Option<&'h [u8]> {
    let mut found = outline.attrs_of(element).iter().filter(|found| found.attr == Attr::Data);
    let latex = found.find(|found| found.name.of(html).eq_ignore_ascii_case(b"data-latex"))?;
    Some(latex.value.of(html)).filter(|source| !source.trim_ascii().is_empty())
}
