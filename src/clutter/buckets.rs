//! Buckets: a table that is asked thousands of times a page, and mostly answers "nothing".
//!
//! Entries are laid out by a small number made of their first bytes, so that a
//! look-up is one division and, as a rule, an empty slice.

/// Entries by key.
pub(super) struct Buckets<T> {
    entries: Vec<T>,
    /// Where each bucket begins in `entries`, and how many it holds.
    places: Vec<(u16, u16)>,
    /// How many bits of a key's product are dropped to get the number of its bucket.
    shift: u32,
}

impl<T: Copy> Buckets<T> {
    /// Lays out `entries` in `2^bits` buckets by what they begin with; in each the longest
    /// come first, so that the most specific is met first.
    pub(super) fn new(entries: &[T], bits: u32, text: impl Fn(&T) -> &'static str) -> Self {
        let shift = u32::BITS - bits;
        let place = |entry: &T| number(beginning(text(entry).as_bytes()), shift);
        let mut places = vec![(0_u16, 0_u16); 1 << bits];
        for entry in entries {
            if let Some((_, count)) = places.get_mut(place(entry)) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for (start, count) in &mut places {
            *start = sum;
            sum += std::mem::take(count);
        }
        let mut laid = entries.to_vec();
        for entry in entries {
            let Some((start, count)) = places.get_mut(place(entry)) else { continue };
            let (first, last) = (usize::from(*start), usize::from(*start + *count));
            *count += 1;
            if let Some(slot) = laid.get_mut(last) {
                *slot = *entry;
            }
            // A bucket holds a handful: moving each to its place among them is the quickest way.
            let bucket = laid.get_mut(first..=last).unwrap_or_default();
            let shorter = bucket.iter().position(|other| text(other).len() < text(entry).len());
            if let Some(shorter) = shorter.and_then(|at| bucket.get_mut(at..)) {
                shorter.rotate_right(1);
            }
        }
        Self { entries: laid, places, shift }
    }

    /// The entries that may have this key.
    pub(super) fn get(&self, key: u32) -> &[T] {
        match self.places.get(number(key, self.shift)) {
            Some(&(start, count)) if count > 0 => {
                let start = usize::from(start);
                self.entries.get(start..start + usize::from(count)).unwrap_or_default()
            }
            _ => &[],
        }
    }
}

/// The number of a key's bucket.
const fn number(key: u32, shift: u32) -> usize {
    /// An odd number with its bits well spread.
    const SPREAD: u32 = 0x9E37_79B1;
    (key.wrapping_mul(SPREAD) >> shift) as usize
}

/// A key from the first four bytes. After the first space, and after the end,
/// only spaces count: a short word has one key, whatever follows it.
pub(super) fn beginning(text: &[u8]) -> u32 {
    key_of(padded(text))
}

/// The same of a text that may have capital letters of ASCII, where the entries have none.
pub(super) fn beginning_in_any_case(text: &[u8]) -> u32 {
    let mut bytes = padded::<4>(text);
    bytes.make_ascii_lowercase();
    key_of(bytes)
}

/// The first bytes of a text; where it is shorter spaces follow.
pub(super) fn padded<const COUNT: usize>(text: &[u8]) -> [u8; COUNT] {
    text.first_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [b' '; COUNT];
        bytes.iter_mut().zip(text).for_each(|(byte, begun)| *byte = *begun);
        bytes
    })
}

fn key_of(bytes: [u8; 4]) -> u32 {
    const SPACES: u32 = u32::from_le_bytes([b' '; 4]);
    const ONES: u32 = u32::from_le_bytes([1; 4]);
    let bytes = u32::from_le_bytes(bytes);
    // The first byte that is a space, by its highest bit: where the difference is 0, taking away 1 borrows.
    let other = bytes ^ SPACES;
    let spaces = other.wrapping_sub(ONES) & !other & ONES << 7;
    let first = spaces & spaces.wrapping_neg();
    let before = (first >> 7).wrapping_sub(1);
    bytes & before | SPACES & !before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_by_their_beginning_in_order() {
        let words = ["sh", "shard", "share", "ad", "shy", "shards"];
        let buckets = Buckets::new(&words, 6, |word| word);
        for (one, other) in [("ad", "ad by"), ("ad", "ad  "), ("", " x")] {
            assert_eq!(beginning(one.as_bytes()), beginning(other.as_bytes()), "{one}");
        }
        for (one, other) in [("ad", "add"), ("ad b", "adb "), ("a!", "a "), ("", "!")] {
            assert_ne!(beginning(one.as_bytes()), beginning(other.as_bytes()), "{one}");
        }
        for word in words {
            assert!(buckets.get(beginning(word.as_bytes())).contains(&word));
        }
        let alike: Vec<_> = buckets.get(beginning(b"share")).iter().filter(|word| word.starts_with("shar")).collect();
        assert_eq!(alike, [&"shards", &"shard", &"share"]);
    }
}
