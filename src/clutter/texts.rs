//! Texts: many short ones written as one, so that a table holds no address and length for each.

/// Short texts of one row of a table.
#[derive(Clone, Copy)]
pub(super) struct Texts(&'static str);

impl Texts {
    /// Of texts with a line end between them; [`texts!`] writes them so.
    pub(super) const fn new(lines: &'static str) -> Self {
        Self(lines)
    }

    /// One after the other.
    pub(super) fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split('\n')
    }
}

/// `texts!["one", "another"]`
macro_rules! texts {
    ($first:literal $(, $text:literal)* $(,)?) => {
        $crate::clutter::texts::Texts::new(concat!($first $(, "\n", $text)*))
    };
}

pub(super) use texts;
