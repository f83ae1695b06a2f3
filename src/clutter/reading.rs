//! The reading: what the words of each short block say.
//!
//! This is the only place where clutter marks look at text, and it looks at the
//! beginning of each block once.

use memchr::memchr;

use super::style_rules;
use super::survey::Survey;
use super::text::{self, Wording};
use super::wording::{self, Said};
use crate::outline::Block;
use crate::tag::Tag;

/// Blocks with more words are prose; only whether they are style rules is asked.
const LONGEST: u32 = 130;

/// Bytes of a block in which style rules would show.
const LOOK: usize = 600;

/// What one block says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BlockWords {
    /// What its words say.
    pub(super) said: Said,
    /// Bytes of its words, as far as they were read.
    pub(super) length: usize,
    /// Style rules that leaked into the text.
    pub(super) rules: bool,
    /// Somebody else's words, or words that are shown as such: a quotation, code.
    pub(super) quoted: bool,
}

/// Elements whose words are shown, not said.
const SHOWN: &[Tag] = &[Tag::Blockquote, Tag::Q, Tag::Pre, Tag::Code, Tag::Samp, Tag::Kbd];

/// Reads all blocks of a page.
pub(super) fn read(survey: &Survey<'_>) -> Vec<BlockWords> {
    let mut wording = Wording::default();
    let menus = in_menus(survey);
    let in_menu = |block: &Block| menus.get(block.element as usize) == Some(&true);
    survey.outline.blocks.iter().map(|block| read_block(survey, block, in_menu(block), &mut wording)).collect()
}

/// For each element, whether it is navigation or stands in it. Asked of every block, and elements stand before those in them.
fn in_menus(survey: &Survey<'_>) -> Vec<bool> {
    let mut menus: Vec<bool> = Vec::with_capacity(survey.outline.elements.len());
    for element in &survey.outline.elements {
        menus.push(element.tag == Tag::Nav || menus.get(element.parent as usize) == Some(&true));
    }
    menus
}

fn read_block(survey: &Survey<'_>, block: &Block, in_menu: bool, wording: &mut Wording) -> BlockWords {
    let html = block.span.of(survey.html);
    let look = html.get(..html.len().min(LOOK)).unwrap_or_default();
    let braced = memchr(b'{', look).is_some();
    let long = block.text.words > LONGEST;
    if long && !braced {
        return BlockWords::default();
    }
    let mut words = BlockWords::default();
    if braced {
        words.quoted = survey.is_within(block.element, SHOWN);
        words.rules = !words.quoted && style_rules::is_rules(&text::without_markup(html, LOOK));
    }
    if long || in_menu {
        return words;
    }
    wording.read(html);
    words.said = wording::read(wording);
    words.length = wording.bytes().len();
    if words.said.speaks() {
        words.quoted = wording.is_quoted() || survey.is_within(block.element, SHOWN);
    }
    words
}
