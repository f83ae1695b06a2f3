//! Buckets: a table that is asked thousands of times a page, and mostly answers "nothing".
//!
//! Entries are laid out by a small number made of their first bytes, so that a
//! look-up is one division and, as a rule, an empty slice.

/// Entries by key.
pub(super) struct Buckets<T> {
    entries: Vec<T>,
    /// Where each bucket begins in `entries`, and in the end where the last one ends.
    places: Vec<u16>,
    /// How many bits of a key's product are dropped to get the number of its bucket.
    shift: u32,
}

impl<T: Copy> Buckets<T> {
    /// Lays out entries in `2^bits` buckets by what they begin with; in each the longest come first, so that the most
    /// specific is met first. `tell` names all entries, and is asked twice: a list of them would be as large as the table.
    pub(super) fn new(bits: u32, text: impl Fn(&T) -> &'static str, tell: impl Fn(&mut dyn FnMut(T))) -> Self {
        let shift = u32::BITS - bits;
        let place = |entry: &T| number(beginning(text(entry).as_bytes()), shift);
        // Two places on, so that after the sums each bucket's beginning stands one place on, and once it has been moved
        // on to the bucket's end that is where the next one begins.
        let mut places = vec![0_u16; (1 << bits) + 2];
        let mut one = None;
        tell(&mut |entry| {
            one = Some(entry);
            if let Some(count) = places.get_mut(place(&entry) + 2) {
                *count += 1;
            }
        });
        let mut sum = 0;
        for place in &mut places {
            sum += *place;
            *place = sum;
        }
        let mut entries = one.map_or_else(Vec::new, |one| vec![one; usize::from(sum)]);
        tell(&mut |entry| {
            let Some(end) = places.get_mut(place(&entry) + 1) else { return };
            if let Some(slot) = entries.get_mut(usize::from(*end)) {
                *slot = entry;
            }
            *end += 1;
        });
        for (start, end) in places.iter().zip(places.iter().skip(1)) {
            // A bucket holds a handful: moving each to its place among them is the quickest way.
            for last in *start..*end {
                let bucket = entries.get_mut(usize::from(*start)..=usize::from(last)).unwrap_or_default();
                let length = bucket.last().map_or(0, |entry| text(entry).len());
                let shorter = bucket.iter().position(|other| text(other).len() < length);
                if let Some(shorter) = shorter.and_then(|at| bucket.get_mut(at..)) {
                    shorter.rotate_right(1);
                }
            }
        }
        Self { entries, places, shift }
    }

    /// The entries that may have this key.
    pub(super) fn get(&self, key: u32) -> &[T] {
        let number = number(key, self.shift);
        match self.places.get(number..number + 2) {
            Some(&[start, end]) if start < end => {
                self.entries.get(usize::from(start)..usize::from(end)).unwrap_or_default()
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
        let buckets = Buckets::new(6, |word: &&str| word, |add| words.into_iter().for_each(add));
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
