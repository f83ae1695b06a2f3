//! Buckets: a table that is asked thousands of times a page, and mostly answers "nothing".
//!
//! Entries are laid out by a small number made of their first bytes, so that a
//! look-up is one division and, as a rule, an empty slice.

/// Entries by key.
pub(super) struct Buckets<T> {
    entries: Vec<T>,
    /// Where each bucket begins in `entries`; one more than there are buckets.
    starts: Vec<u32>,
}

impl<T: Copy> Buckets<T> {
    /// Lays out `entries` in `count` buckets by what they begin with; in each the longest
    /// come first, so that the most specific is met first.
    pub(super) fn new(entries: &[T], count: usize, text: impl Fn(&T) -> &'static str) -> Self {
        let place = |entry: &T| beginning(text(entry).as_bytes()) % count;
        let mut starts = vec![0_u32; count + 1];
        for entry in entries {
            if let Some(length) = starts.get_mut(place(entry) + 1) {
                *length += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut filled = starts.clone();
        let mut laid = entries.to_vec();
        for entry in entries {
            let Some(end) = filled.get_mut(place(entry)) else { continue };
            let first = starts.get(place(entry)).copied().unwrap_or_default() as usize;
            if let Some(slot) = laid.get_mut(*end as usize) {
                *slot = *entry;
            }
            *end += 1;
            // A bucket holds a handful: moving each to its place among them is the quickest way.
            let bucket = laid.get_mut(first..*end as usize).unwrap_or_default();
            let shorter = bucket.iter().position(|other| text(other).len() < text(entry).len());
            if let Some(shorter) = shorter.and_then(|at| bucket.get_mut(at..)) {
                shorter.rotate_right(1);
            }
        }
        Self { entries: laid, starts }
    }

    /// The entries that may have this key.
    pub(super) fn get(&self, key: usize) -> &[T] {
        let number = key % (self.starts.len() - 1);
        match (self.starts.get(number), self.starts.get(number + 1)) {
            (Some(&start), Some(&end)) if start < end => {
                self.entries.get(start as usize..end as usize).unwrap_or_default()
            }
            _ => &[],
        }
    }
}

/// A key from the first four bytes. After the first space, and after the end,
/// only spaces count: a short word has one key, whatever follows it.
pub(super) fn beginning(text: &[u8]) -> usize {
    let (mut key, mut ended) = (0_usize, false);
    for at in 0..4 {
        let byte = if ended { b' ' } else { text.get(at).copied().unwrap_or(b' ') };
        ended |= byte == b' ';
        key = key.wrapping_mul(41).wrapping_add(usize::from(byte));
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_by_their_beginning_in_order() {
        let words = ["sh", "shard", "share", "ad", "shy", "shards"];
        let buckets = Buckets::new(&words, 64, |word| word);
        assert_eq!(beginning(b"ad"), beginning(b"ad by"));
        for word in words {
            assert!(buckets.get(beginning(word.as_bytes())).contains(&word));
        }
        let alike: Vec<_> = buckets.get(beginning(b"share")).iter().filter(|word| word.starts_with("shar")).collect();
        assert_eq!(alike, [&"shards", &"shard", &"share"]);
    }
}
