//! Parts of a name: the stretches of letters and digits in it, and the words within such a stretch.
//!
//! Each comes with what it is made of, since that alone answers most questions that are asked of it.

/// What kinds of characters a token has: most of what a hash is known by needs one that most tokens lack.
#[derive(Clone, Copy)]
pub(super) struct Look(u8);

impl Look {
    pub(super) const DIGITS: u8 = 1;
    pub(super) const CAPITALS: u8 = 2;
    pub(super) const SMALL: u8 = 4;
    pub(super) const DASHES: u8 = 8;
    /// What stands in no name, and in the classes of utilities.
    pub(super) const SIGNS: u8 = 16;

    pub(super) fn of(token: &[u8]) -> Self {
        Self(token.iter().fold(0, |all, byte| all | kind_of(*byte)))
    }

    /// Whether all characters are of this kind.
    pub(super) const fn is(self, kind: u8) -> bool {
        self.0 == kind
    }

    /// Whether there is a character of one of these kinds.
    pub(super) const fn has(self, kinds: u8) -> bool {
        self.0 & kinds != 0
    }
}

/// The kind of a character: at most one bit.
pub(super) fn kind_of(byte: u8) -> u8 {
    static KINDS: [u8; 256] = {
        let mut kinds = [0; 256];
        let mut byte = 0_u8;
        while byte < 128 {
            kinds[byte as usize] = match byte {
                b'0'..=b'9' => Look::DIGITS,
                b'A'..=b'Z' => Look::CAPITALS,
                b'a'..=b'z' => Look::SMALL,
                b'-' => Look::DASHES,
                b':' | b'[' | b'/' | b'@' | b'!' | b'%' | b'(' | b'$' | b'{' => Look::SIGNS,
                _ => 0,
            };
            byte += 1;
        }
        kinds
    };
    KINDS.get(usize::from(byte)).copied().unwrap_or_default()
}

/// The stretches of letters and digits in a token, with what they are made of.
pub(super) struct Parts<'t> {
    rest: &'t [u8],
}

impl<'t> Parts<'t> {
    pub(super) const fn of(token: &'t [u8]) -> Self {
        Self { rest: token }
    }
}

impl<'t> Iterator for Parts<'t> {
    type Item = (&'t [u8], Look);

    fn next(&mut self) -> Option<Self::Item> {
        const OF_A_PART: u8 = Look::DIGITS | Look::CAPITALS | Look::SMALL;
        let is_part = |byte: &u8| kind_of(*byte) & OF_A_PART != 0;
        let start = self.rest.iter().position(is_part)?;
        let rest = self.rest.get(start..)?;
        let (mut look, mut end) = (0, 0);
        for byte in rest {
            let kind = kind_of(*byte);
            if kind & OF_A_PART == 0 {
                break;
            }
            look |= kind;
            end += 1;
        }
        let (part, rest) = rest.split_at_checked(end)?;
        self.rest = rest;
        Some((part, Look(look)))
    }
}

/// Cuts `articleBody2` into `article`, `Body`; `HTMLBlock` into `HTML`, `Block`.
pub(super) fn camel<'a>(part: &'a [u8], mut each: impl FnMut(&'a [u8])) {
    let mut begin = 0;
    for at in 1..=part.len() {
        let (Some(&before), here) = (part.get(at - 1), part.get(at)) else { return };
        let after_lower = part.get(at + 1).is_some_and(u8::is_ascii_lowercase);
        let cut = match here {
            None => true,
            Some(here) => {
                before.is_ascii_digit() != here.is_ascii_digit()
                    || (before.is_ascii_lowercase() && here.is_ascii_uppercase())
                    || (before.is_ascii_uppercase() && here.is_ascii_uppercase() && after_lower)
            }
        };
        if cut {
            let word = part.get(begin..at).unwrap_or_default();
            if word.first().is_some_and(u8::is_ascii_alphabetic) {
                each(word);
            }
            begin = at;
        }
    }
}
