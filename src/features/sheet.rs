//! A sheet: the rows of several blocks side by side, so that a model answers for all of them at once.
//!
//! Values of the same column stand next to each other. A question about a column is then one comparison of the
//! whole line, which processors (and WebAssembly's vector instructions) do in one or two steps.

use super::{Columns, MANY};

/// Rows on a sheet: as many numbers as two vectors of 128 bits hold.
pub(crate) const ROWS: usize = 8;

/// Rows side by side, of one page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    columns: Vec<[f32; ROWS]>,
    row: usize,
    column: usize,
    /// Columns before those that all rows share, once those are written.
    before_shared: Option<usize>,
}

impl Sheet {
    /// Goes to a row and a column of it. What stands there and behind is written over.
    pub(crate) fn begin(&mut self, row: usize, column: usize) {
        self.row = row;
        self.column = column;
    }

    /// Each column, with the values of all rows.
    pub(crate) fn columns(&self) -> &[[f32; ROWS]] {
        &self.columns
    }
}

impl Columns for Sheet {
    fn put(&mut self, _: &str, value: f32) {
        if self.column == self.columns.len() {
            self.columns.push([0.0; ROWS]);
        }
        if let Some(cell) = self.columns.get_mut(self.column).and_then(|column| column.get_mut(self.row)) {
            *cell = value.min(MANY);
        }
        self.column += 1;
    }

    fn put_shared(&mut self, columns: &[(&'static str, f32)]) {
        if self.before_shared != Some(self.column) {
            self.before_shared = Some(self.column);
            self.columns.truncate(self.column);
            self.columns.extend(columns.iter().map(|(_, value)| [value.min(MANY); ROWS]));
        }
        self.column += columns.len();
    }

    fn put_numbered(&mut self, _: &str, _: usize, name: &str, value: f32) {
        self.put(name, value);
    }
}
