//! Texts: many short ones written as one, so that a table holds no address and length for each.

/// Short texts of one row of a table.
#[derive(Clone, Copy)]
pub(super) struct Texts(&'static str);

impl Texts {
    /// Of texts with a line end between them; [`texts!`] writes them so.
    pub(super) const fn new(lines: &'static str) -> Self {
        Self(lines)
    }

    /// One after the other. They are short, and there are many: looking byte by byte is quicker here than a search that
    /// has to be begun for each.
    pub(super) fn iter(self) -> impl Iterator<Item = &'static str> {
        let mut rest = Some(self.0);
        std::iter::from_fn(move || {
            let lines = rest?;
            let end = lines.bytes().position(|byte| byte == b'\n');
            rest = end.and_then(|end| lines.get(end + 1..));
            end.map_or(Some(lines), |end| lines.get(..end))
        })
    }
}

/// `texts!["one", "another"]`
macro_rules! texts {
    ($first:literal $(, $text:literal)* $(,)?) => {
        $crate::clutter::texts::Texts::new(concat!($first $(, "\n", $text)*))
    };
}

pub(super) use texts;
