//! Prompts by shape: a short box that asks the reader for something.
//!
//! Wording alone is not enough, since articles quote prompts and give advice;
//! size alone is not, since captions are short too. A prompt is little text,
//! in words that only prompts use, with something to press: a button, a field, a link.
//! Long prose is never a prompt, and neither is a quotation.

use super::hints::ClassHints;
use super::reading::BlockWords;
use super::shapes::{self, Shape};
use super::subject::is_subject;
use super::survey::{Parts, Survey, is_frame};
use super::wording::{Ask, Said};
use super::{Mark, Marks, Strength};
use crate::outline::{Block, Element, ElementId};
use crate::tag::Tag;

/// Words of the longest line.
const LINE: u32 = 12;
/// Words of the longest block that may ask.
const LONGEST_BLOCK: u32 = 60;
/// Words of the largest box.
const LARGEST_BOX: u32 = 90;
/// Words that a box may have beside what asks, where nothing else speaks for a prompt.
const INNOCENT_WORDS: u32 = 10;
/// The same, where the box has a field to type in or a telling name.
const INNOCENT_WORDS_IN_FORM: u32 = 40;

/// Names of boxes that ask.
const TELLING: ClassHints = ClassHints::NEWSLETTER
    .with(ClassHints::PROMO)
    .with(ClassHints::PAYWALL)
    .with(ClassHints::DONATE)
    .with(ClassHints::LOGIN)
    .with(ClassHints::MODAL)
    .with(ClassHints::CONSENT)
    .with(ClassHints::NOTIFY)
    .with(ClassHints::APP);

/// Marks prompts.
pub(super) fn mark(survey: &Survey<'_>, words: &[BlockWords], marks: &mut Marks) {
    let innocent = innocent_words(survey, words);
    for (at, (block, said)) in survey.outline.blocks.iter().zip(words).enumerate() {
        let Some(ask) = said.said.asks(block.text.words) else { continue };
        if said.quoted || block.text.words > LONGEST_BLOCK || is_shown(survey, block) {
            continue;
        }
        let (id, evidence) = find_box(survey, &innocent, block, ask);
        let urged = evidence.parts.controls > 0 || evidence.telling.any(TELLING);
        if !urged && is_subject(survey, words, at, block) {
            continue;
        }
        // Who wants an address to notify sends mail.
        let ask = if ask == Ask::Notify && evidence.parts.emails > 0 { Ask::Newsletter } else { ask };
        let covers = said.said.covered * 2 >= said.length;
        let mut strength = strength(ask, block, evidence, covers);
        if ask == Ask::Buy && !survey.has_prose() {
            strength = Strength::Likely;
        }
        let mark = Mark::of(shape(ask), strength);
        marks.put_block(at, mark);
        if let Some(id) = id {
            marks.put(id, mark);
        }
    }
    mark_forms(survey, marks);
    mark_email_forms(survey, marks);
    mark_dialogs(survey, words, marks);
    mark_appeals(survey, words, marks);
}

/// What speaks for a prompt beside its words.
#[derive(Clone, Copy, Default)]
struct Evidence {
    parts: Parts,
    telling: ClassHints,
}

fn strength(ask: Ask, block: &Block, evidence: Evidence, covers: bool) -> Strength {
    let pressable = evidence.parts.controls > 0;
    let named = evidence.telling.any(TELLING);
    let short = block.text.words <= 25;
    let certain = match ask {
        // "We use cookies" is also how a privacy policy begins.
        Ask::Consent => pressable || evidence.telling.any(ClassHints::CONSENT.with(ClassHints::MODAL)),
        Ask::Comment => short && (covers || pressable || evidence.telling.any(ClassHints::COMMENT)),
        Ask::Follow => {
            let linked = block.text.words <= LINE && block.text.link_words == block.text.words;
            short && (covers || linked || evidence.parts.shares > 0 || evidence.telling.any(ClassHints::SHARE))
        }
        Ask::Buy => block.text.words <= 15 && covers && (pressable || evidence.parts.links > 0),
        // Clutter to some, an honest word to others: the score decides.
        Ask::Disclose => false,
        _ if short => pressable || named || covers || evidence.parts.links > 0,
        _ => pressable || named,
    };
    if certain { Strength::Certain } else { Strength::Likely }
}

/// Whether the block is what the page shows and not what it says: a title, a caption, a table's cell.
fn is_shown(survey: &Survey<'_>, block: &Block) -> bool {
    survey.is_within(block.element, &[Tag::H1, Tag::Figcaption, Tag::Td, Tag::Th, Tag::Dd])
}

/// The largest box around a block that holds the prompt and little else.
fn find_box(survey: &Survey<'_>, innocent: &Totals, block: &Block, ask: Ask) -> (Option<ElementId>, Evidence) {
    let (mut found, mut evidence) = (None, Evidence::default());
    let mut telling = ClassHints::NONE;
    for (id, element) in survey.containers(block.element) {
        let all = survey.words_of(element).all;
        if all > LARGEST_BOX || matches!(element.tag, Tag::Article | Tag::Figure | Tag::Table) {
            break;
        }
        telling |= survey.hints_of(id);
        let parts = survey.parts_of(id);
        let form = parts.fields > 0 || telling.any(TELLING);
        let chatter = matches!(ask, Ask::Comment | Ask::Follow | Ask::Disclose);
        let allowed = match ask {
            // A pitch stands among what it sells.
            Ask::Buy => 0,
            _ if form && !chatter => INNOCENT_WORDS_IN_FORM,
            _ => INNOCENT_WORDS,
        };
        if parts.headings > 0 && !form && found.is_some() {
            break;
        }
        if innocent.within(element) > allowed {
            break;
        }
        found = Some(id);
        evidence = Evidence { parts, telling };
    }
    if found.is_none() {
        // The prompt shares its element with other text: look at the block alone.
        evidence.parts.links = u32::from(block.links);
    }
    (found, evidence)
}

/// Words of some of the blocks, countable for any element at once.
struct Totals(Vec<u32>);

impl Totals {
    fn new(words: impl Iterator<Item = u32>) -> Self {
        let mut sum = 0_u32;
        let sums = words.map(|words| {
            sum = sum.saturating_add(words);
            sum
        });
        Self(std::iter::once(0).chain(sums).collect())
    }

    fn page(&self) -> u32 {
        self.0.last().copied().unwrap_or_default()
    }

    fn within(&self, element: &Element) -> u32 {
        let before = |block: u32| self.0.get(block as usize).copied().unwrap_or_default();
        before(element.end_block).saturating_sub(before(element.first_block))
    }
}

/// Words in blocks that neither ask nor are controls or labels.
fn innocent_words(survey: &Survey<'_>, words: &[BlockWords]) -> Totals {
    let speaks = |said: Said, words: u32| {
        said.asks(words).is_some() || said.topic.is_some() || said.whole.is_some() || said.copyright
    };
    let is_control = |block: &Block| {
        let labels = |holder: &Element| matches!(holder.tag, Tag::Button | Tag::Legend | Tag::Option);
        block.text.words <= 3 || survey.element(block.element).is_some_and(labels)
    };
    let blocks = survey.outline.blocks.iter().zip(words);
    Totals::new(blocks.map(|(block, read)| {
        let innocent = !speaks(read.said, block.text.words) && !is_control(block);
        if innocent { block.text.words } else { 0 }
    }))
}

/// Small forms whose names say what they are for.
fn mark_forms(survey: &Survey<'_>, marks: &mut Marks) {
    /// Forms to comment on one article. Where each post has one, posts are the page's text.
    const MOST_COMMENT_FORMS: usize = 2;
    let mut comment_forms = Vec::new();
    let any = FORMS.iter().fold(ClassHints::NONE, |any, (hint, ..)| any.with(*hint));
    for (id, element) in survey.named(any) {
        let hints = survey.hints_of(id);
        let Some((_, most, shape)) = FORMS.iter().find(|(hint, ..)| hints.any(*hint)) else { continue };
        let parts = survey.parts_of(id);
        // A form is for what can be typed into it: the specimen of a form asks for no password.
        let fits = match *shape {
            shapes::LOGIN_FORM => parts.passwords + parts.emails > 0,
            shapes::NEWSLETTER_FORM => parts.emails > 0,
            shapes::COMMENT_FORM => parts.areas > 0,
            _ => parts.fields > 0,
        };
        if fits && survey.words_of(element).all <= *most {
            if *shape == shapes::COMMENT_FORM {
                comment_forms.push(id);
                continue;
            }
            marks.put(id, Mark::of(*shape, Strength::Certain));
        }
    }
    let few = comment_forms.len() <= MOST_COMMENT_FORMS;
    let strength = if few { Strength::Certain } else { Strength::Likely };
    for id in comment_forms {
        marks.put(id, Mark::of(shapes::COMMENT_FORM, strength));
    }
}

/// Forms by their names, and the most words that they may have.
const FORMS: &[(ClassHints, u32, Shape)] = &[
    (ClassHints::NEWSLETTER, 90, shapes::NEWSLETTER_FORM),
    (ClassHints::LOGIN, 60, shapes::LOGIN_FORM),
    (ClassHints::COMMENT, 90, shapes::COMMENT_FORM),
    (ClassHints::SEARCH, 20, shapes::SEARCH_FORM),
];

/// Forms that take an e-mail address and nothing else, whatever they are called.
fn mark_email_forms(survey: &Survey<'_>, marks: &mut Marks) {
    /// Words of the largest such form with its heading.
    const LARGEST: u32 = 60;
    if survey.page_parts().emails == 0 {
        return;
    }
    for (id, element) in (0..).zip(&survey.outline.elements) {
        if element.tag != Tag::Form || survey.parts_of(id).emails != 1 {
            continue;
        }
        let fits = |(id, element): &(ElementId, &Element)| {
            let parts = survey.parts_of(*id);
            parts.fields <= 3
                && parts.areas + parts.passwords + parts.titles + parts.bodies == 0
                && survey.words_of(element).all <= LARGEST
        };
        if let Some((largest, _)) = survey.containers(id).take_while(fits).last() {
            marks.put(largest, Mark::of(shapes::EMAIL_FORM, Strength::Certain));
        }
    }
}

/// Dialogs that ask for something.
fn mark_dialogs(survey: &Survey<'_>, words: &[BlockWords], marks: &mut Marks) {
    /// Words of the largest dialog.
    const LARGEST: u32 = 400;
    for (id, element) in survey.named(ClassHints::MODAL) {
        if is_frame(element.tag) {
            continue;
        }
        let parts = survey.parts_of(id);
        if parts.controls == 0 || parts.titles + parts.bodies > 0 || survey.words_of(element).all > LARGEST {
            continue;
        }
        let asked = survey
            .blocks_of(element)
            .filter_map(|(at, block)| words.get(at).and_then(|words| words.said.asks(block.text.words)));
        if let Some(ask) = asked.min() {
            marks.put(id, Mark::of(shape(ask), Strength::Certain));
        }
    }
}

/// Appeals for money: longer than other prompts, and often between paragraphs of the article.
fn mark_appeals(survey: &Survey<'_>, words: &[BlockWords], marks: &mut Marks) {
    /// Words of the longest appeal.
    const LONGEST: u32 = 300;
    let asking = survey.outline.blocks.iter().zip(words).map(|(block, read)| {
        let asks = read.said.ask == Some(Ask::Donate) && !read.quoted;
        if asks { block.text.words } else { 0 }
    });
    let asking = Totals::new(asking);
    let mark = Mark::of(shapes::APPEAL, Strength::Certain);
    if asking.page() == 0 && survey.named(ClassHints::DONATE).next().is_none() {
        return;
    }
    let mut past = 0;
    for (id, element) in (0..).zip(&survey.outline.elements) {
        if id < past || is_frame(element.tag) {
            continue;
        }
        let (asked, named) = (asking.within(element), survey.hints_of(id).any(ClassHints::DONATE));
        // Of most elements neither is so.
        if asked == 0 && !named {
            continue;
        }
        let all = survey.words_of(element).all;
        let parts = survey.parts_of(id);
        let named = named && parts.titles + parts.bodies == 0;
        // One paragraph that asks may be anybody's: somebody needed help, and a link says who.
        let several = element.end_block.saturating_sub(element.first_block) > 1;
        let speaks = asked > 0 && (asked * 2 >= all && several || named) || named && all <= LARGEST_BOX;
        if speaks && all > 0 && all <= LONGEST && parts.links + parts.controls > 0 {
            marks.put(id, mark);
            past = element.next;
        }
    }
}

pub(super) const fn shape(ask: Ask) -> Shape {
    match ask {
        Ask::Consent => shapes::ASKS_FOR_CONSENT,
        Ask::Paywall => shapes::ASKS_TO_SUBSCRIBE,
        Ask::Login => shapes::ASKS_TO_LOG_IN,
        Ask::Donate => shapes::ASKS_FOR_MONEY,
        Ask::Newsletter => shapes::ASKS_TO_TAKE_NEWSLETTER,
        Ask::Notify => shapes::ASKS_TO_NOTIFY,
        Ask::App => shapes::ASKS_TO_INSTALL,
        Ask::Comment => shapes::ASKS_TO_COMMENT,
        Ask::Follow => shapes::ASKS_TO_SHARE,
        Ask::Buy => shapes::ASKS_TO_BUY,
        Ask::Disclose => shapes::DISCLOSURE,
    }
}
