//! Page furniture by shape: menus, breadcrumbs, topic bars, labels, author
//! boxes, comments, copyright lines.

use super::hints::ClassHints;
use super::reading::BlockWords;
use super::shapes::{self, Shape};
use super::subject::is_subject;
use super::survey::{Survey, is_frame};
use super::wording::{Ask, Label, Opening};
use super::{Mark, Marks, Strength};
use crate::outline::{Attr, Block, Element, ElementId};
use crate::tag::Tag;

/// Names of furniture: an element with none of them, and no tag that says the same, is none.
const NAMED: ClassHints = ClassHints::NAV
    .with(ClassHints::BREADCRUMB)
    .with(ClassHints::TAGS)
    .with(ClassHints::CONTROLS)
    .with(ClassHints::AD)
    .with(ClassHints::FOOTER);

/// Marks lines and boxes that belong to the page and not to the article.
pub(super) fn mark(survey: &Survey<'_>, words: &[BlockWords], marks: &mut Marks) {
    for (at, (block, said)) in survey.outline.blocks.iter().zip(words).enumerate() {
        if said.quoted {
            continue;
        }
        if let Some(shape) = label(survey, words, at, block) {
            marks.put_block(at, Mark::of(shape, Strength::Certain));
        }
    }
    for (id, element) in survey.telling() {
        if is_frame(element.tag) {
            continue;
        }
        if let Some(shape) = furniture(survey, id, element) {
            let strength =
                if shape == shapes::TOPIC_BAR && !survey.has_prose() { Strength::Likely } else { Strength::Certain };
            marks.put(id, Mark::of(shape, strength));
        }
    }
    mark_author_boxes(survey, words, marks);
    mark_comments(survey, words, marks);
}

/// Sections of comments, below a text.
fn mark_comments(survey: &Survey<'_>, words: &[BlockWords], marks: &mut Marks) {
    let labels = |at: usize| {
        words
            .get(at)
            .is_some_and(|words| words.said.whole == Some(Label::Comments) || words.said.ask == Some(Ask::Comment))
    };
    for (id, element) in survey.named(ClassHints::COMMENT) {
        if !element.tag.is_block() || element.tag.heading_level().is_some() || !survey.has_prose() {
            continue;
        }
        let before = survey.words_between(0, element.first_block).plain();
        if before >= 150 && survey.blocks_of(element).take(3).any(|(at, _)| labels(at)) {
            marks.put(id, Mark::of(shapes::COMMENT_SECTION, Strength::Certain));
        }
    }
}

/// Boxes about the author. Where there are many, they are the cards of a listing.
fn mark_author_boxes(survey: &Survey<'_>, words: &[BlockWords], marks: &mut Marks) {
    /// Authors of one article that have a box.
    const MOST: usize = 4;
    /// The same where no label says so: other people have profiles, too.
    const MOST_NAMED: usize = 1;
    let any_label = words.iter().any(|words| words.said.whole == Some(Label::Author));
    if !any_label && survey.named(ClassHints::AUTHOR).next().is_none() {
        return;
    }
    let (mut found, mut past, mut all_labelled) = (Vec::new(), 0, true);
    for (id, element) in (0..).zip(&survey.outline.elements) {
        let likely = any_label || survey.hints_of(id).any(ClassHints::AUTHOR);
        if likely
            && id >= past
            && let Some(labelled) = author_box(survey, words, id, element)
        {
            found.push(id);
            past = element.next;
            all_labelled &= labelled;
        }
    }
    let few = found.len() <= if all_labelled { MOST } else { MOST_NAMED };
    let strength = if few && survey.has_prose() { Strength::Certain } else { Strength::Likely };
    for id in found {
        marks.put(id, Mark::of(shapes::AUTHOR_BOX, strength));
    }
}

/// The shape of a block that is a label and nothing else, but for numbers.
const fn shape_of(label: Label, counted: bool) -> Option<Shape> {
    match label {
        Label::Advert => Some(shapes::AD_LABEL),
        Label::Comments if counted => Some(shapes::COMMENT_COUNT),
        Label::Gallery => Some(shapes::GALLERY_LABEL),
        Label::Share => Some(shapes::SHARE_LABEL),
        Label::Listen => Some(shapes::LISTEN_LABEL),
        Label::Navigate => Some(shapes::PAGE_CONTROL),
        Label::Support => Some(shapes::SUPPORT_LABEL),
        _ => None,
    }
}

/// Lines that say themselves what they are.
fn label(survey: &Survey<'_>, words: &[BlockWords], at: usize, block: &Block) -> Option<Shape> {
    let BlockWords { said, rules, .. } = words.get(at).copied().unwrap_or_default();
    let text = block.text;
    if rules {
        return Some(shapes::RULES_IN_TEXT);
    }
    if let Some(whole) = said.whole {
        // Captions carry the buttons of what they stand below.
        let buttons = matches!(whole, Label::Gallery | Label::Listen | Label::Share)
            && survey.is_within(block.element, &[Tag::Figcaption]);
        let shape = shape_of(whole, text.digits > 0);
        if shape.is_some() && (buttons || !is_subject(survey, words, at, block)) {
            return shape;
        }
    }
    if let Some((Label::Topics, opening)) = said.begins
        && (block.links >= 2 || opening == Opening::Colon)
        && text.words <= 60
        && text.link_words * 2 >= text.words
    {
        return Some(shapes::TOPIC_BAR);
    }
    let in_figure = survey.is_within(block.element, &[Tag::Figure, Tag::Figcaption]);
    let claims = said.copyright && text.words <= 50;
    (claims && !in_figure).then_some(shapes::COPYRIGHT_LINE)
}

fn furniture(survey: &Survey<'_>, id: ElementId, element: &Element) -> Option<Shape> {
    let hints = survey.hints_of(id);
    if !hints.any(NAMED) && !matches!(element.tag, Tag::Nav | Tag::Header | Tag::Footer) {
        return None;
    }
    let total = survey.words_of(element);
    let parts = survey.parts_of(id);
    let nav = element.tag == Tag::Nav || hints.any(ClassHints::NAV);
    if hints.any(ClassHints::BREADCRUMB) && total.all <= 40 && parts.links > 0 && parts.headings == 0 {
        return Some(shapes::BREADCRUMB);
    }
    if nav && total.all > 0 && parts.links >= 2 && total.linked_at_least(if element.tag == Tag::Nav { 60 } else { 80 })
    {
        return Some(shapes::MENU);
    }
    if hints.any(ClassHints::TAGS)
        && total.all > 0
        && total.all <= 40
        && total.linked_at_least(70)
        && parts.headings == 0
    {
        return Some(shapes::TOPIC_BAR);
    }
    let role = hints.any(ClassHints::CONTROLS) && has_control_role(survey, element);
    if role && total.all <= 30 && total.stops == 0 && parts.headings == 0 {
        return Some(shapes::CONTROLS);
    }
    if hints.any(ClassHints::AD) && is_slot(survey, element, id) {
        return Some(shapes::SLOT_NAME);
    }
    if is_page_footer(survey, id, element) {
        return Some(shapes::PAGE_FOOTER);
    }
    if is_page_header(survey, id, element) {
        return Some(shapes::PAGE_HEADER);
    }
    None
}

/// What stands below everything else: after the page's text, outside its articles.
fn is_page_footer(survey: &Survey<'_>, id: ElementId, element: &Element) -> bool {
    let named = element.tag == Tag::Footer || survey.hints_of(id).any(ClassHints::FOOTER);
    if !named || !element.tag.is_block() || survey.is_within(id, &[Tag::Article, Tag::Blockquote]) {
        return false;
    }
    let page = survey.page_words();
    let before = survey.words_between(0, element.first_block);
    let after = survey.words_between(element.end_block, u32::MAX);
    let own = survey.words_of(element);
    own.all > 0
        && before.all.saturating_add(own.all) > 0
        && after.all.saturating_mul(10) <= page.all
        && own.plain().saturating_mul(5) <= page.plain()
        && survey.parts_of(id).titles == 0
}

/// What stands above everything else and holds no title.
fn is_page_header(survey: &Survey<'_>, id: ElementId, element: &Element) -> bool {
    if element.tag != Tag::Header || survey.is_within(id, &[Tag::Article, Tag::Main]) {
        return false;
    }
    let page = survey.page_words();
    let before = survey.words_between(0, element.first_block);
    let own = survey.words_of(element);
    own.all > 0
        && own.linked_at_least(50)
        && survey.parts_of(id).titles == 0
        && before.plain().saturating_mul(10) <= page.plain()
        && own.plain().saturating_mul(10) <= page.plain()
}

/// Whether an element says that it is a row of tabs or tools.
fn has_control_role(survey: &Survey<'_>, element: &Element) -> bool {
    survey
        .outline
        .attr(survey.html, element, Attr::Role)
        .is_some_and(|role| role.eq_ignore_ascii_case(b"tablist") || role.eq_ignore_ascii_case(b"toolbar"))
}

/// A named place for advertising that is empty or holds only a label.
fn is_slot(survey: &Survey<'_>, element: &Element, id: ElementId) -> bool {
    let words = survey.words_of(element);
    // "GPT-4" is a heading, and the rows of a leaderboard hold its names.
    let told = words.all > 0
        && (survey.is_within(id, &[Tag::Tr])
            || survey.blocks_of(element).any(|(_, block)| holds_heading(survey, block)));
    element.tag.is_block()
        && words.all <= 6
        && words.stops == 0
        && survey.parts_of(id).headings == 0
        && !told
        && !survey.is_within(id, &[Tag::Pre, Tag::Code, Tag::P, Tag::Figure])
}

fn holds_heading(survey: &Survey<'_>, block: &Block) -> bool {
    survey.element(block.element).is_some_and(|holder| holder.tag.heading_level().is_some())
}

/// Whether an element is a box about the author, after the text, and if so whether a label says it.
fn author_box(survey: &Survey<'_>, words: &[BlockWords], id: ElementId, element: &Element) -> Option<bool> {
    let total = survey.words_of(element);
    if total.all < 8 || total.all > 150 || !element.tag.is_block() {
        return None;
    }
    let labelled = survey
        .blocks_of(element)
        .take(2)
        .any(|(at, _)| words.get(at).is_some_and(|words| words.said.whole == Some(Label::Author)));
    let named = survey.hints_of(id).any(ClassHints::AUTHOR);
    if !labelled && !named {
        return None;
    }
    let before = survey.words_between(0, element.first_block).plain();
    let page = survey.page_words().plain();
    (before >= 150 && before * 100 >= page * 40).then_some(labelled)
}
