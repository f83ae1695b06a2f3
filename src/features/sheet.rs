//! A sheet: the rows of several blocks side by side, so that a model answers for all of them at once.
//!
//! Values of the same column stand next to each other. A question about a column is then one comparison of the
//! whole line, which processors (and WebAssembly's vector instructions) do in one or two steps.

use super::{Columns, MANY};

/// Rows on a sheet: as many numbers as two vectors of 128 bits hold.
pub(crate) const ROWS: usize = 8;

/// Rows side by side, of one page. A row's number is taken by `% ROWS`, so that the compiler need not ask whether it is one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    columns: Vec<[f32; ROWS]>,
    row: usize,
    column: usize,
    /// Columns before those that all rows share, once those are written.
    before_shared: Option<usize>,
    /// How many of those there are.
    shared: usize,
}

impl Sheet {
    /// Goes to the beginning of a row. What stands there is written over.
    pub(crate) fn begin(&mut self, row: usize) {
        self.row = row;
        self.column = 0;
    }

    /// What stands in a row before the columns that all rows share.
    pub(crate) fn keep(&self, row: usize) -> Box<[f32]> {
        let own = self.columns.iter().take(self.before_shared.unwrap_or(self.columns.len()));
        own.map(|column| column.get(row % ROWS).copied().unwrap_or_default()).collect()
    }

    /// Writes a row that was kept, and goes on behind the columns that all rows share.
    pub(crate) fn lay(&mut self, kept: &[f32]) {
        for (column, value) in self.columns.iter_mut().zip(kept) {
            if let Some(cell) = column.get_mut(self.row % ROWS) {
                *cell = *value;
            }
        }
        self.column = kept.len() + self.shared;
    }

    /// Each column, with the values of all rows.
    pub(crate) fn columns(&self) -> &[[f32; ROWS]] {
        &self.columns
    }
}

impl Columns for Sheet {
    fn put(&mut self, _: &str, value: f32) {
        let column = self.columns.get_mut(self.column);
        if let Some(cell) = column.and_then(|column| column.get_mut(self.row % ROWS)) {
            *cell = value.min(MANY);
        } else {
            // Of the other rows, each is written before it is asked for.
            self.columns.push([value.min(MANY); ROWS]);
        }
        self.column += 1;
    }

    fn put_shared(&mut self, columns: &[(&'static str, f32)]) {
        if self.before_shared != Some(self.column) {
            self.before_shared = Some(self.column);
            self.shared = columns.len();
            self.columns.truncate(self.column);
            self.columns.extend(columns.iter().map(|(_, value)| [value.min(MANY); ROWS]));
        }
        self.column += columns.len();
    }

    fn put_numbered(&mut self, _: &str, _: usize, name: &str, value: f32) {
        self.put(name, value);
    }
}
