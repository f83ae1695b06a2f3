//! The model: boosted trees as a table.
//!
//! Each tree asks the same question of everything on one level ("is column 17
//! more than 0.4?"), so a tree of depth *d* is *d* questions, and its answers
//! in a row are the number of a leaf. Such trees are walked without a branch, and their table is small.
//! Leaves are whole numbers: sums of them are the same in any order and on every platform,
//! so a page is scored alike natively and in WebAssembly.
//!
//! Tables are made by `training/` and compiled in; [`Forest::new`] reads them where they lie, without a copy.
//! The layout, all numbers little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `CLM3` |
//! | 4 | hash of the names of the columns, in their order |
//! | 2 | trees |
//! | 1, 1, 2 | depth of a tree, outputs, bits after the binary point of all sums |
//! | 4 each | what each output begins with (`i32`) |
//! | 6 each | the questions of the trees, level by level: the column (`u16`) and the value that it is compared with (`f32`) |
//! | 1 each | by how many bits the leaves of each tree are shifted back |
//! | 1 each | the leaves of the trees (`i8`), outputs of one leaf together |

/// Trees that answer for a row of columns. Known sizes are half of the speed: no loop over levels is left, and no leaf has to be
/// looked for behind a table's end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Forest<const DEPTH: usize, const OUTPUTS: usize> {
    questions: &'static [[[u8; 6]; DEPTH]],
    shifts: &'static [[u8; 1]],
    leaves: &'static [[u8; OUTPUTS]],
    begin: [i32; OUTPUTS],
    unit: f32,
    /// Hash of the names of the columns that it was made for.
    #[cfg_attr(not(test), expect(dead_code, reason = "compared by the tests"))]
    names: u32,
}

impl<const DEPTH: usize, const OUTPUTS: usize> Forest<DEPTH, OUTPUTS> {
    /// Leaves of a tree.
    const LEAVES: usize = 1 << DEPTH;

    /// Reads a table; `None` if it is none of this depth and with so many outputs.
    pub(crate) fn new(table: &'static [u8]) -> Option<Self> {
        let rest = table.strip_prefix(b"CLM3")?;
        let (names, rest) = rest.split_first_chunk::<4>()?;
        let (&[t0, t1, depth, outputs, s0, s1], rest) = rest.split_first_chunk::<6>()?;
        let trees = usize::from(u16::from_le_bytes([t0, t1]));
        if (usize::from(depth), usize::from(outputs)) != (DEPTH, OUTPUTS) || OUTPUTS == 0 {
            return None;
        }
        let (begin, rest) = take::<4>(rest, OUTPUTS)?;
        let (questions, rest) = take::<6>(rest, trees * DEPTH)?;
        let (shifts, rest) = take::<1>(rest, trees)?;
        let (leaves, rest) = take::<OUTPUTS>(rest, trees * Self::LEAVES)?;
        let bits = u16::from_le_bytes([s0, s1]).min(30);
        rest.is_empty().then_some(Self {
            questions: questions.as_chunks().0,
            shifts,
            leaves,
            begin: std::array::from_fn(|output| begin.get(output).map_or(0, |begin| i32::from_le_bytes(*begin))),
            unit: 1.0 / (1_u32 << bits) as f32,
            names: u32::from_le_bytes(*names),
        })
    }

    /// Whether the table was made for columns of these names.
    #[cfg(test)]
    pub(crate) fn is_for(&self, names: &[String]) -> bool {
        self.names == hash_of(names)
    }

    /// For each of several rows that stand side by side, the sums of the leaves that it falls into, in the trees' own unit.
    pub(crate) fn sums<const ROWS: usize>(&self, columns: &[[f32; ROWS]]) -> [[f32; OUTPUTS]; ROWS] {
        let mut sums = [self.begin; ROWS];
        let trees = self.questions.iter().zip(self.leaves.chunks_exact(Self::LEAVES)).zip(self.shifts);
        for ((questions, leaves), [shift]) in trees {
            let fallen = fall(questions, columns);
            for (sums, leaf) in sums.iter_mut().zip(fallen) {
                let values = leaves.get(leaf as usize & (Self::LEAVES - 1)).unwrap_or(&[0; OUTPUTS]);
                for (sum, value) in sums.iter_mut().zip(values) {
                    *sum = sum.wrapping_add(i32::from(value.cast_signed()).wrapping_shl(u32::from(*shift)));
                }
            }
        }
        sums.map(|row| row.map(|sum| sum as f32 * self.unit))
    }
}

/// The leaf of a tree that each row falls into: one bit for each level, set where the row has more in the
/// question's column than its value. A column that is missing has 0.
///
/// On its own, as compilers make vectors of the inner loop here and scalars where its sizes are known.
#[inline(never)]
fn fall<const ROWS: usize>(questions: &[[u8; 6]], columns: &[[f32; ROWS]]) -> [u32; ROWS] {
    let mut leaves = [0; ROWS];
    for (level, [c0, c1, value @ ..]) in questions.iter().enumerate() {
        let column = columns.get(usize::from(u16::from_le_bytes([*c0, *c1]))).unwrap_or(&[0.0; ROWS]);
        let value = f32::from_le_bytes(*value);
        for (leaf, here) in leaves.iter_mut().zip(column) {
            *leaf |= u32::from(*here > value) << level;
        }
    }
    leaves
}

fn take<const N: usize>(bytes: &'static [u8], count: usize) -> Option<(&'static [[u8; N]], &'static [u8])> {
    let (taken, rest) = bytes.split_at_checked(count.checked_mul(N)?)?;
    Some((taken.as_chunks::<N>().0, rest))
}

/// The probability that a sum of leaves stands for: the logistic function, by straight lines between 65
/// points. Exponentials differ in their last bit between platforms.
pub(crate) fn probability(sum: f32) -> f32 {
    /// Beyond this the function is flat.
    const FAR: f32 = 8.0;
    let place = (sum.clamp(-FAR, FAR) + FAR) * 4.0;
    // At most 64: no precision or sign to lose.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let before = place as usize;
    let at = |point: usize| LOGISTIC.get(point).copied().unwrap_or(1.0);
    at(before) + (at(before + 1) - at(before)) * (place - before as f32)
}

/// The logistic function at −8, −7.75, … 8.
#[rustfmt::skip]
#[allow(clippy::unreadable_literal, reason = "a table is read by its columns")]
const LOGISTIC: [f32; 65] = [
    0.0003354, 0.0004306, 0.0005528, 0.0007097, 0.0009111, 0.0011695, 0.0015012, 0.0019267,
    0.0024726, 0.0031727, 0.0040701, 0.0052201, 0.0066929, 0.0085775, 0.0109869, 0.0140636,
    0.0179862, 0.0229774, 0.0293122, 0.0373269, 0.0474259, 0.0600867, 0.0758582, 0.0953495,
    0.1192029, 0.1480472, 0.1824255, 0.2227001, 0.2689414, 0.3208213, 0.3775407, 0.4378235,
    0.5, 0.5621765, 0.6224593, 0.6791787, 0.7310586, 0.7772999, 0.8175745, 0.8519528,
    0.8807971, 0.9046505, 0.9241418, 0.9399133, 0.9525741, 0.9626731, 0.9706878, 0.9770226,
    0.9820138, 0.9859364, 0.9890131, 0.9914225, 0.9933071, 0.9947799, 0.9959299, 0.9968273,
    0.9975274, 0.9980733, 0.9984988, 0.9988305, 0.9990889, 0.9992903, 0.9994472, 0.9995694,
    0.9996646,
];

/// FNV-1a over names with a line end after each: which columns a table was made for.
#[cfg(test)]
fn hash_of(names: &[String]) -> u32 {
    let bytes = names.iter().flat_map(|name| name.bytes().chain([b'\n']));
    bytes.fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two questions, one tree of depth 2, one output.
    fn table() -> Vec<u8> {
        let mut table = b"CLM3\0\0\0\0".to_vec();
        table.extend([1, 0, 2, 1, 4, 0]);
        table.extend(16_i32.to_le_bytes());
        for (column, value) in [(0_u16, 0.5_f32), (1, 10.0)] {
            table.extend(column.to_le_bytes());
            table.extend(value.to_le_bytes());
        }
        table.push(4);
        for leaf in [-2_i8, 2, 0, 10] {
            table.extend(leaf.to_le_bytes());
        }
        table
    }

    #[test]
    #[allow(clippy::float_cmp, reason = "the same bits are promised")]
    fn rows_fall_into_leaves() {
        let forest = Forest::<2, 1>::new(table().leak()).expect("a table");
        for (row, sum) in [([0.0, 0.0], -1.0), ([1.0, 0.0], 3.0), ([0.5, 11.0], 1.0), ([1.0, 11.0], 11.0)] {
            let columns = row.map(|value| [value, 0.0]);
            assert_eq!(forest.sums(&columns), [[sum], [-1.0]], "{row:?}");
        }
        assert_eq!(forest.sums(&[]), [[-1.0]], "a row without columns");
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let whole = table();
        for length in 0..whole.len() {
            assert!(Forest::<2, 1>::new(whole[..length].to_vec().leak()).is_none(), "{length}");
        }
        assert!(Forest::<3, 1>::new(table().leak()).is_none(), "deeper");
        assert!(Forest::<2, 2>::new(table().leak()).is_none(), "outputs that it has not");
        let mut longer = whole;
        longer.push(0);
        assert!(Forest::<2, 1>::new(longer.leak()).is_none());
    }

    #[test]
    fn probabilities_follow_the_logistic_function() {
        for step in -1000_i16..=1000 {
            let sum = f32::from(step) / 100.0;
            let exact = 1.0 / (1.0 + (-sum).exp());
            assert!((probability(sum) - exact).abs() < 0.001, "{sum}");
        }
    }
}
