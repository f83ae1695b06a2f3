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

impl<T> Buckets<T> {
    /// Lays out `entries` in `count` buckets; within one they keep their order.
    pub(super) fn new(mut entries: Vec<T>, count: usize, key: impl Fn(&T) -> usize) -> Self {
        let place = |entry: &T| key(entry) % count;
        entries.sort_by_key(place);
        let start = |number| u32::try_from(entries.partition_point(|entry| place(entry) < number)).unwrap_or(u32::MAX);
        let starts = (0..=count).map(start).collect();
        Self { entries, starts }
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
        let words = vec!["share", "shard", "sh", "ad", "shy"];
        let buckets = Buckets::new(words.clone(), 64, |word| beginning(word.as_bytes()));
        assert_eq!(beginning(b"ad"), beginning(b"ad by"));
        for word in words {
            assert!(buckets.get(beginning(word.as_bytes())).contains(&word));
        }
        let alike: Vec<_> = buckets.get(beginning(b"share")).iter().filter(|word| word.starts_with("shar")).collect();
        assert_eq!(alike, [&"share", &"shard"]);
    }
}
