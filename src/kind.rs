//! Kinds: what a page is for, and whether there is an article in it at all.
//!
//! Most pages say nothing reliable of themselves: shops call their products articles, and "readable" by
//! the usual tests are nearly all. Two small models look at the page as a whole (what it is made of, what its address looks
//! like, what its markup claims) and at what the scorer found in it: how much, how sure, in one
//! piece or scattered.

use std::sync::LazyLock;

use crate::article::Kind;
use crate::features::{Columns, Features};
use crate::json_ld::{SchemaType, SchemaTypes};
use crate::model::{Forest, probability};
use crate::outline::Outline;
use crate::plan::Plan;
use crate::score::Scores;
use crate::tag::Tag;
#[cfg(any(test, feature = "training"))]
use crate::{
    clutter::Marks,
    features::{Names, PageFacts},
};

static KIND: LazyLock<Option<Forest<3, { OUTPUTS.len() }>>> =
    LazyLock::new(|| Forest::new(include_bytes!("model/kind.bin")));
static ARTICLENESS: LazyLock<Option<Forest<4, 1>>> =
    LazyLock::new(|| Forest::new(include_bytes!("model/articleness.bin")));

/// What the outputs of the kind model stand for, in their order.
const OUTPUTS: [Kind; 7] = [
    Kind::Article,
    Kind::Documentation,
    Kind::Service,
    Kind::Forum,
    // A shop's category.
    Kind::Listing,
    Kind::Listing,
    Kind::Product,
];

/// What a page was judged to be.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Judgement {
    pub(crate) kind: Kind,
    /// How likely the page is an article or documentation, 0 to 1.
    pub(crate) articleness: f32,
}

/// Judges a page by its own columns and by what the plan keeps of it.
pub(crate) fn judge(
    outline: &Outline,
    features: &Features<'_>,
    scores: &Scores,
    plan: Option<&Plan>,
    types: SchemaTypes,
) -> Judgement {
    let mut row: Vec<f32> = Vec::new();
    columns(outline, features, scores, plan, &mut row);
    let articleness = ARTICLENESS.as_ref().map_or(0.0, |forest| {
        let [sum] = answer(forest, &row);
        probability(sum)
    });
    Judgement { kind: kind(&row, types), articleness }
}

/// What a model says of a single row.
fn answer<const DEPTH: usize, const OUTPUTS: usize>(forest: &Forest<DEPTH, OUTPUTS>, row: &[f32]) -> [f32; OUTPUTS] {
    let [sums] = forest.sums(row.as_chunks::<1>().0);
    sums
}

fn kind(row: &[f32], types: SchemaTypes) -> Kind {
    // Nothing in the shape of a page tells these two, and who writes them says so.
    for (stated, kind) in [(SchemaType::LiveBlog, Kind::LiveBlog), (SchemaType::Recipe, Kind::Recipe)] {
        if types.contains(stated) {
            return kind;
        }
    }
    let sums: [f32; OUTPUTS.len()] = KIND.as_ref().map(|forest| answer(forest, row)).unwrap_or_default();
    let best = OUTPUTS
        .iter()
        .zip(sums)
        .fold((Kind::Article, f32::NEG_INFINITY), |best, (kind, sum)| if sum > best.1 { (*kind, sum) } else { best });
    best.0
}

/// The names of the columns of a page.
#[cfg(any(test, feature = "training"))]
pub(crate) fn column_names() -> Vec<String> {
    let mut names = Names::default();
    let (outline, marks) = (Outline::default(), Marks::default());
    let features = Features::new(&outline, &marks, &PageFacts::default());
    columns(&outline, &features, &Scores::default(), None, &mut names);
    names.0
}

/// The columns that both models read.
pub(crate) fn columns(
    outline: &Outline,
    features: &Features<'_>,
    scores: &Scores,
    plan: Option<&Plan>,
    out: &mut impl Columns,
) {
    features.page().write(out);
    let kept = |at: usize| plan.is_some_and(|plan| plan.keep.get(at) == Some(&true));
    let (mut words, mut mass, mut links, mut stops, mut commas) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
    let (mut all, mut chance) = (0.0_f32, 0.0_f32);
    let (mut blocks, mut items, mut runs, mut longest) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
    let (mut first, mut last, mut before) = (None, 0_usize, false);
    for (at, block) in outline.blocks.iter().enumerate() {
        let here = block.text.words as f32;
        all += here;
        chance += here * scores.of(at);
        if kept(at) {
            words += here;
            mass += here * scores.of(at);
            links += block.text.link_words as f32;
            stops += block.text.stops as f32;
            commas += block.text.commas as f32;
            blocks += 1.0;
            longest = longest.max(here);
            first = first.or(Some(at));
            last = at;
            let is_item = outline.element(block.element).is_some_and(|element| element.tag == Tag::Li);
            items += if is_item { here } else { 0.0 };
            runs += if before { 0.0 } else { 1.0 };
        }
        before = kept(at);
    }
    let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 0.0 };
    out.put("kept.promise", plan.map_or(0.0, |plan| plan.promise));
    out.put("kept.words", words);
    out.put("kept.share", share(words, all));
    out.put("kept.score", share(mass, words));
    out.put("kept.of_chance", share(mass, chance));
    out.put("kept.blocks", blocks);
    out.put("kept.runs", runs);
    out.put("kept.longest", longest);
    out.put("kept.length", share(words, blocks));
    out.put("kept.links", share(links, words));
    out.put("kept.stops", share(stops, words));
    out.put("kept.commas", share(commas, words));
    out.put("kept.items", share(items, words));
    let span = first.map_or(0, |first| last + 1 - first);
    out.put("kept.dense", share(blocks, span as f32));
    out.put("kept.begins", share(first.unwrap_or_default() as f32, outline.blocks.len() as f32));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_made_for_these_columns() {
        let names = column_names();
        let of_kind = KIND.as_ref().map(|forest| forest.is_for(&names));
        let of_articleness = ARTICLENESS.as_ref().map(|forest| forest.is_for(&names));
        for (name, fits) in [("kind", of_kind), ("articleness", of_articleness)] {
            assert_eq!(fits, Some(true), "{name}.bin: train again, the columns have changed");
        }
    }
}
