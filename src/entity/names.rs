//! The named character references of the HTML standard, packed.
//!
//! `names.txt` has them one a line, sorted by bytes: the name, `*` if it also
//! counts without its semicolon, and its one or two characters in hexadecimal.
//! The compiler packs them; the text itself is not part of the program. An
//! entry is
//!
//! * a byte: how many characters it shares with the name before it (5 bits) and
//!   how many bytes its value has (3 bits);
//! * the rest of the name, its last byte marked by the high bit;
//! * the value in UTF-8.
//!
//! The first of every [`BLOCK`] names shares nothing, so that a search can
//! begin there. That makes 17.6 KB, and no copy of any
//! name or value is ever made.

use std::cmp::Ordering;

const SOURCE: &[u8] = include_bytes!("names.txt");

/// Names that are packed after one whole name.
const BLOCK: usize = 16;

/// Marks the last byte of a name.
const LAST: u8 = 0x80;

/// No name is shorter than this, in bytes.
const SHORTEST: usize = 2;

/// Longer than every name, in bytes.
const LONGEST: usize = 32;

/// The longest name that counts without its semicolon.
const LONGEST_LEGACY: usize = 6;

struct Packed {
    bytes: [u8; SOURCE.len()],
    length: usize,
    starts: [u16; SOURCE.len() / BLOCK],
    blocks: usize,
    legacy: [u64; SOURCE.len() / BLOCK],
    legacies: usize,
}

#[allow(long_running_const_eval)]
const PACKED: Packed = pack();
static ENTRIES: [u8; PACKED.length] = *first(&PACKED.bytes);
static STARTS: [u16; PACKED.blocks] = *first(&PACKED.starts);
/// The [`key`]s of all names that count without semicolon, ascending.
static LEGACY: [u64; PACKED.legacies] = *first(&PACKED.legacy);

const fn first<const N: usize, T>(all: &[T]) -> &[T; N] {
    match all.first_chunk() {
        Some(chunk) => chunk,
        None => panic!("fewer than were packed"),
    }
}

/// Runs in the compiler only: a fault in the table is a fault in the build.
#[allow(clippy::cast_possible_truncation, clippy::large_stack_arrays)]
const fn pack() -> Packed {
    let mut packed = Packed {
        bytes: [0; SOURCE.len()],
        length: 0,
        starts: [0; SOURCE.len() / BLOCK],
        blocks: 0,
        legacy: [0; SOURCE.len() / BLOCK],
        legacies: 0,
    };
    let mut before: (usize, usize) = (0, 0);
    let mut line = 0;
    let mut at = 0;
    while at < SOURCE.len() {
        let name = at;
        while SOURCE[at].is_ascii_alphanumeric() {
            at += 1;
        }
        let end = at;
        let legacy = SOURCE[at] == b'*';
        at += legacy as usize;
        let mut value = [0; 8];
        let mut value_length = 0;
        while SOURCE[at] == b' ' {
            at += 1;
            let mut code = 0;
            while let Some(digit) = (SOURCE[at] as char).to_digit(16) {
                code = code * 16 + digit;
                at += 1;
            }
            let Some(c) = char::from_u32(code) else { panic!("not a character") };
            let (_, rest) = value.split_at_mut(value_length);
            value_length += c.encode_utf8(rest).len();
        }
        assert!(SOURCE[at] == b'\n' && end > name && end - name < LONGEST);
        at += 1;

        if legacy {
            packed.legacy[packed.legacies] = key(SOURCE.split_at(end).0.split_at(name).1);
            packed.legacies += 1;
        }
        let mut shared = 0;
        if line % BLOCK == 0 {
            packed.starts[packed.blocks] = packed.length as u16;
            packed.blocks += 1;
        } else {
            while shared < before.1 - before.0 && SOURCE[before.0 + shared] == SOURCE[name + shared] {
                shared += 1;
            }
        }
        assert!(value_length >= 1 && value_length <= 7);
        packed.bytes[packed.length] = (shared as u8) << 3 | value_length as u8;
        packed.length += 1;
        let mut rest = name + shared;
        while rest < end {
            packed.bytes[packed.length] = SOURCE[rest] | if rest + 1 == end { LAST } else { 0 };
            packed.length += 1;
            rest += 1;
        }
        let mut byte = 0;
        while byte < value_length {
            packed.bytes[packed.length] = value[byte];
            packed.length += 1;
            byte += 1;
        }
        before = (name, end);
        line += 1;
    }
    packed
}

/// A short name as a number, in the order of the names.
const fn key(name: &[u8]) -> u64 {
    let mut key = 0;
    let mut at = 0;
    while at < 8 {
        key = key << 8 | if at < name.len() { name[at] as u64 } else { 0 };
        at += 1;
    }
    key
}

/// Reads entries one after the other.
struct Entries {
    rest: &'static [u8],
    name: [u8; LONGEST],
    length: usize,
}

impl Entries {
    fn from(block: usize) -> Self {
        let start = STARTS.get(block).map_or(ENTRIES.len(), |&start| usize::from(start));
        Self { rest: ENTRIES.get(start..).unwrap_or_default(), name: [0; LONGEST], length: 0 }
    }

    fn name(&self) -> &[u8] {
        self.name.get(..self.length).unwrap_or_default()
    }

    /// Goes on to the next entry, and gives its value in UTF-8.
    fn next(&mut self) -> Option<&'static [u8]> {
        let (&head, mut rest) = self.rest.split_first()?;
        self.length = usize::from(head >> 3);
        loop {
            let (&byte, after) = rest.split_first()?;
            rest = after;
            *self.name.get_mut(self.length)? = byte & !LAST;
            self.length += 1;
            if byte & LAST != 0 {
                break;
            }
        }
        let (value, rest) = rest.split_at_checked(usize::from(head & 7))?;
        self.rest = rest;
        Some(value)
    }
}

/// The longest beginning of `name` that counts without semicolon: its length
/// and what it stands for.
pub(super) fn find_beginning(name: &[u8]) -> Option<(usize, &'static str)> {
    let longest = name.len().min(LONGEST_LEGACY);
    let beginnings = (1..=longest).rev().filter_map(|length| name.get(..length));
    let found = { beginnings }.find(|beginning| LEGACY.binary_search(&key(beginning)).is_ok())?;
    Some((found.len(), find(found)?))
}

/// Looks a name up, without `&` and `;`.
pub(super) fn find(name: &[u8]) -> Option<&'static str> {
    if name.len() < SHORTEST || name.len() >= LONGEST {
        return None;
    }
    // The last block whose first name is not past this one.
    let (mut low, mut high) = (0, STARTS.len());
    while high - low > 1 {
        let middle = low.midpoint(high);
        if first_name(middle).le(name.iter().copied()) { low = middle } else { high = middle }
    }
    let mut entries = Entries::from(low);
    for _ in 0..BLOCK {
        let value = entries.next()?;
        match entries.name().cmp(name) {
            Ordering::Less => {}
            Ordering::Equal => return std::str::from_utf8(value).ok(),
            Ordering::Greater => return None,
        }
    }
    None
}

/// The first name of a block.
fn first_name(block: usize) -> impl Iterator<Item = u8> {
    let entry = STARTS.get(block).and_then(|&start| ENTRIES.get(usize::from(start) + 1..)).unwrap_or_default();
    let length = entry.iter().take_while(|&&byte| byte & LAST == 0).count() + 1;
    entry.iter().take(length).map(|byte| byte & !LAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_found() {
        let mut before = "";
        let (mut names, mut legacy) = (0, 0);
        for line in std::str::from_utf8(SOURCE).unwrap().lines() {
            let (name, value) = line.split_once(' ').unwrap();
            let plain = name.trim_end_matches('*');
            assert!(before < plain, "{plain} is out of order");
            before = plain;
            let value: String =
                value.split(' ').map(|code| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap()).collect();
            let found = find(plain.as_bytes()).unwrap();
            assert_eq!(found, value);
            let is_legacy = find_beginning(plain.as_bytes()) == Some((plain.len(), found));
            assert_eq!(is_legacy, name != plain);
            names += 1;
            legacy += usize::from(is_legacy);
        }
        // The standard counts a name without semicolon as one of its own.
        assert_eq!(names + legacy, 2231);
    }

    #[test]
    fn other_names_are_not_found() {
        for name in ["", "a", "AEli", "AEligg", "zzzz", "0", "amp;", &"x".repeat(99)] {
            assert_eq!(find(name.as_bytes()), None, "{name}");
        }
    }

    #[test]
    fn the_table_is_small() {
        assert!(ENTRIES.len() + size_of_val(&STARTS) + size_of_val(&LEGACY) < 18_000);
    }
}
