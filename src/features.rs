//! Features: what the scorer knows of a block, as plain numbers.
//!
//! Everything here comes from the outline and the marks on it: shapes, counts
//! and places, never markup, and of words only those of the page's own address. The same extractor serves
//! training and use, so the model cannot meet a number in the field that meant
//! something else when it learned.
//!
//! Only `+ - * /` and comparisons are used. Logarithms differ in their last bit
//! between platforms, and trees, which ask "more or less than", don't need
//! them: so a page has the same scores natively and in WebAssembly.
//!
//! * [`prose`](crate::prose): sums over the page and over containers, made once;
//! * [`surroundings`]: what the elements around a block say, inherited downwards;
//! * [`holders`]: what the containers around it hold;
//! * [`order`]: what was met before it; [`paths`]: which blocks are made alike;
//! * [`page`]: the page as a whole, [`address_words`] its address;
//! * [`second_look`]: what the first scores around it say;
//! * this file: the row of one block; [`sheet`]: eight rows side by side.

mod address_words;
mod holders;
mod order;
mod page;
mod paths;
mod second_look;
mod sheet;
mod surroundings;

use crate::clutter::{Marks, Strength};
use crate::outline::{Block, NO_ELEMENT, Outline, TextStats};
use crate::prose::{Sums, Totals};
use crate::tag::Tag;

use holders::Holders;
use order::{Order, inherited_reasons};
pub(crate) use page::{PageColumns, PageFacts};
use paths::Paths;
pub(crate) use second_look::SecondLook;
pub(crate) use sheet::{ROWS, Sheet};
use surroundings::Surroundings;

/// Containers looked at above a block, its own element first.
const LEVELS: usize = 6;

/// Neighbours looked at on each side.
const NEIGHBOURS: usize = 2;

/// More than this is many, and how many no longer matters. Hardly any page that the models learned from is longer, and
/// what stands so far down on those is comments: that must not be the end of an article of 40,000 words.
const MANY: f32 = 3_000.0;

/// What receives the columns of a row: values when scoring, names when training.
pub(crate) trait Columns {
    /// The next column.
    fn put(&mut self, name: &str, value: f32);

    /// A column that belongs to a numbered group.
    fn put_numbered(&mut self, group: &str, number: usize, name: &str, value: f32);

    /// Columns that are the same for all blocks of a page.
    fn put_shared(&mut self, columns: &[(&'static str, f32)]) {
        for (name, value) in columns {
            self.put(name, *value);
        }
    }
}

impl Columns for Vec<f32> {
    fn put(&mut self, _: &str, value: f32) {
        self.push(value.min(MANY));
    }

    fn put_numbered(&mut self, _: &str, _: usize, name: &str, value: f32) {
        self.put(name, value);
    }
}

/// Collects names, to tell which columns a table of the model was made for.
#[cfg(any(test, feature = "training"))]
#[derive(Default)]
pub(crate) struct Names(pub(crate) Vec<String>);

#[cfg(any(test, feature = "training"))]
impl Columns for Names {
    fn put(&mut self, name: &str, _: f32) {
        self.0.push(name.to_owned());
    }

    fn put_numbered(&mut self, group: &str, number: usize, name: &str, _: f32) {
        self.0.push(format!("{group}.{number}.{name}"));
    }
}

/// The names of the columns, of the second look if `second`.
#[cfg(any(test, feature = "training"))]
pub(crate) fn column_names(second: bool) -> Vec<String> {
    let mut names = Names::default();
    let outline = Outline { blocks: vec![Block::default()], ..Outline::default() };
    let marks = Marks::default();
    let features = Features::new(&outline, &marks, &PageFacts::default());
    features.write(0, &mut names);
    if second {
        SecondLook::new(&features, &[0.5]).write(0, &mut names);
    }
    names.0
}

/// Everything that the rows of one page share.
pub(crate) struct Features<'p> {
    outline: &'p Outline,
    marks: &'p Marks,
    sums: Sums,
    surroundings: Surroundings,
    /// For each block, how many others have the same letters.
    copies: Vec<u16>,
    paths: Paths,
    order: Order,
    holders: Holders,
    page: PageColumns,
    /// Block of the title, if the page shows one.
    title_block: Option<usize>,
}

impl<'p> Features<'p> {
    pub(crate) fn new(outline: &'p Outline, marks: &'p Marks, facts: &PageFacts) -> Self {
        let sums = Sums::new(outline);
        let surroundings = Surroundings::new(outline, marks, &sums);
        let title_block = facts
            .title
            .and_then(|id| outline.element(id))
            .and_then(|element| (element.first_block < element.end_block).then_some(element.first_block as usize));
        let reasons = inherited_reasons(outline, marks);
        let holders = Holders::new(outline, marks, &reasons, facts.title);
        let page = PageColumns::new(outline, marks, &sums, &holders, facts);
        Self {
            outline,
            marks,
            surroundings,
            copies: count_copies(&outline.blocks),
            paths: Paths::new(outline),
            order: Order::new(outline, marks, &reasons),
            holders,
            page,
            sums,
            title_block,
        }
    }

    /// Writes the row of one block.
    pub(crate) fn write(&self, index: usize, out: &mut impl Columns) {
        let Some(block) = self.outline.blocks.get(index) else { return };
        text_columns(block, out);
        self.place_columns(index, block, out);
        self.container_columns(block, out);
        self.neighbour_columns(index, block, out);
        let mark = self.marks.block(index);
        out.put("mark.block", mark.map_or(0.0, |mark| 1.0 + flag(mark.strength == Strength::Certain)));
        self.surroundings.write(block.element, out);
        self.paths.write(index, out);
        self.order.write(index, out);
        self.page.write(out);
    }

    /// The columns of the page alone.
    pub(crate) const fn page(&self) -> &PageColumns {
        &self.page
    }

    fn place_columns(&self, index: usize, block: &Block, out: &mut impl Columns) {
        let all = self.sums.page();
        let before = self.sums.between(0, index);
        out.put("place.block", ratio(index, self.outline.blocks.len()));
        out.put("place.words", share(before.words, all.words));
        out.put("place.words_before", before.words as f32);
        out.put("place.depth", self.outline.element(block.element).map_or(0.0, |element| f32::from(element.depth)));
        out.put("place.copies", f32::from(self.copies.get(index).copied().unwrap_or_default()));
        let title = self.title_block;
        out.put("title.known", flag(title.is_some()));
        out.put("title.is", flag(title == Some(index)));
        let distance = title.map_or(0.0, |title| index as f32 - title as f32);
        out.put("title.blocks_since", distance.clamp(-40.0, 400.0));
        let words = title.filter(|&title| title < index).map_or(0, |title| self.sums.between(title, index).words);
        out.put("title.words_since", words as f32);
        let fingerprint = title.and_then(|title| self.outline.blocks.get(title)).map(|title| title.fingerprint);
        out.put("title.same", flag(fingerprint == Some(block.fingerprint)));
        for (number, core) in self.sums.cores().iter().enumerate() {
            out.put_numbered("core", number, "inside", flag(core.contains(index)));
            out.put_numbered("core", number, "share", share(core.words, all.words));
            let (out_of, into) = surroundings::way(self.outline, block.element, core.element);
            out.put_numbered("core", number, "up", out_of);
            out.put_numbered("core", number, "down", into);
        }
    }

    fn container_columns(&self, block: &Block, out: &mut impl Columns) {
        let all = self.sums.page();
        let mut id = block.element;
        let mut inner: Option<Totals> = None;
        for level in 0..LEVELS {
            let element = self.outline.element(id);
            let totals = element.map_or(all, |element| self.sums.of(element));
            let tag = element.map_or(Tag::Other, |element| element.tag);
            out.put_numbered("up", level, "tag", f32::from(tag_rank(tag)));
            out.put_numbered("up", level, "words", totals.words as f32);
            out.put_numbered("up", level, "share", share(totals.words, all.words));
            out.put_numbered("up", level, "link_density", share(totals.link_words, totals.words));
            out.put_numbered("up", level, "blocks", totals.blocks as f32);
            out.put_numbered("up", level, "words_per_block", share(totals.words, totals.blocks));
            out.put_numbered("up", level, "prose", share(totals.prose, totals.words));
            out.put_numbered("up", level, "stops", share(totals.stops, totals.words));
            out.put_numbered("up", level, "grows", inner.map_or(0.0, |inner| share(inner.words, totals.words)));
            out.put_numbered("up", level, "alike", self.surroundings.alike(id));
            let before = element.map_or(0, |element| self.sums.between(0, element.first_block as usize).words);
            out.put_numbered("up", level, "begins", share(before, all.words));
            self.holders.write(self.outline, id, level, totals.words, out);
            inner = Some(totals);
            id = element.map_or(NO_ELEMENT, |element| element.parent);
        }
    }

    fn neighbour_columns(&self, index: usize, block: &Block, out: &mut impl Columns) {
        for step in 1..=NEIGHBOURS {
            let before = index.checked_sub(step).and_then(|at| self.outline.blocks.get(at));
            let after = self.outline.blocks.get(index + step);
            for (side, near) in [(0, before), (1, after)] {
                let number = step * 2 + side;
                let text = near.map(|near| near.text).unwrap_or_default();
                out.put_numbered("near", number, "words", near.map_or(-1.0, |near| near.text.words as f32));
                out.put_numbered("near", number, "link_density", share(text.link_chars, text.chars));
                out.put_numbered("near", number, "stops", text.stops as f32);
                out.put_numbered("near", number, "tag", near.map_or(-1.0, |near| self.rank(near)));
                out.put_numbered(
                    "near",
                    number,
                    "same_parent",
                    flag(near.is_some_and(|near| self.siblings(near, block))),
                );
                let same_path = |near: &Block| self.paths.of(near.element) == self.paths.of(block.element);
                out.put_numbered("near", number, "same_path", flag(near.is_some_and(same_path)));
                let marked = if side == 0 { index.checked_sub(step) } else { index.checked_add(step) };
                let marked = marked.is_some_and(|near| self.marks.block(near).is_some());
                out.put_numbered("near", number, "marked", flag(marked));
            }
        }
        for reach in [4, 12] {
            let window = self.sums.between(index.saturating_sub(reach), index + reach + 1);
            out.put_numbered("window", reach, "words", window.words as f32);
            out.put_numbered("window", reach, "link_density", share(window.link_words, window.words));
            out.put_numbered("window", reach, "prose", share(window.prose, window.words));
            out.put_numbered("window", reach, "stops", share(window.stops, window.words));
        }
    }

    fn rank(&self, block: &Block) -> f32 {
        self.outline.element(block.element).map_or(0.0, |element| f32::from(tag_rank(element.tag)))
    }

    fn siblings(&self, one: &Block, other: &Block) -> bool {
        let parent = |block: &Block| self.outline.element(block.element).map(|element| element.parent);
        parent(one) == parent(other)
    }
}

fn count_copies(blocks: &[Block]) -> Vec<u16> {
    let mut sorted: Vec<(u64, u32)> = (0_u32..).zip(blocks).map(|(at, block)| (block.fingerprint, at)).collect();
    sorted.sort_unstable();
    let mut copies = vec![0_u16; blocks.len()];
    for alike in sorted.chunk_by(|(one, _), (next, _)| one == next) {
        let others = u16::try_from(alike.len()).unwrap_or(u16::MAX).saturating_sub(1);
        for (_, at) in alike {
            if let Some(slot) = copies.get_mut(*at as usize) {
                *slot = others;
            }
        }
    }
    copies
}

fn text_columns(block: &Block, out: &mut impl Columns) {
    let TextStats { chars, words, link_chars, link_words, stops, commas, digits, capitals, separators } = block.text;
    out.put("text.words", words as f32);
    out.put("text.chars", chars as f32);
    out.put("text.link_density", share(link_chars, chars));
    out.put("text.plain_words", words.saturating_sub(link_words) as f32);
    out.put("text.links", f32::from(block.links));
    out.put("text.stops", stops as f32);
    out.put("text.words_per_stop", share(words, stops));
    out.put("text.commas", share(commas, words));
    out.put("text.digits", share(digits, chars));
    out.put("text.capitals", share(capitals, words));
    out.put("text.separators", separators as f32);
    out.put("text.word_length", share(chars, words));
    out.put("text.emphasis", share(block.emphasis_chars, chars));
    out.put("text.ends", f32::from(ending(block.last)));
    out.put("text.starts", f32::from(beginning(block.first)));
}

/// How a text ends: 3 as a sentence, 2 with a colon, 1 with other punctuation.
fn ending(last: char) -> u8 {
    match last {
        '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | '"' | '”' | '’' | '»' | '」' | ')' => {
            3
        }
        ':' | '：' => 2,
        c if c.is_alphanumeric() => 0,
        _ => 1,
    }
}

/// How a text starts: 3 upper case, 2 lower case, 1 a digit, 0 otherwise.
fn beginning(first: char) -> u8 {
    match first {
        c if c.is_uppercase() => 3,
        c if c.is_alphabetic() => 2,
        c if c.is_numeric() => 1,
        _ => 0,
    }
}

/// Tags in an order in which neighbours mean similar things to a tree.
fn tag_rank(tag: Tag) -> u8 {
    match tag {
        Tag::P => 0,
        Tag::Blockquote => 1,
        Tag::Pre => 2,
        Tag::Dd => 3,
        Tag::Dt => 4,
        Tag::Li => 5,
        Tag::H1 => 6,
        Tag::H2 => 7,
        Tag::H3 => 8,
        Tag::H4 => 9,
        Tag::H5 | Tag::H6 => 10,
        Tag::Figcaption | Tag::Caption => 11,
        Tag::Td => 12,
        Tag::Th => 13,
        Tag::Details | Tag::Summary => 14,
        Tag::Article => 15,
        Tag::Main => 16,
        Tag::Section => 17,
        Tag::Div | Tag::Center => 18,
        Tag::Ul | Tag::Ol | Tag::Menu => 19,
        Tag::Dl => 20,
        Tag::Table | Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Tr => 21,
        Tag::Figure => 22,
        Tag::Body | Tag::Html => 23,
        Tag::Header | Tag::Hgroup => 24,
        Tag::Address => 25,
        Tag::Aside => 26,
        Tag::Footer => 27,
        Tag::Nav | Tag::Search => 28,
        Tag::Form | Tag::Fieldset | Tag::Legend => 29,
        Tag::Button | Tag::Option | Tag::Dialog => 30,
        _ => 31,
    }
}

/// `part / whole`, and 0 of nothing.
fn share(part: u32, whole: u32) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

fn ratio(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

fn flag(set: bool) -> f32 {
    if set { 1.0 } else { 0.0 }
}
