//! What the publisher says about access to the text.

use super::page::Page;
use crate::article::Access;

/// Keys under which publishers and their gates state it.
const ACCESS_METAS: &[&str] = &[
    "article:content_tier",
    "article:content-tier",
    "og:article:content_tier",
    "content_tier",
    "access",
    "isaccessibleforfree",
];

/// The statements, word by word.
const ACCESS_WORDS: &[(&str, Access)] = &[
    ("free", Access::Free),
    ("true", Access::Free),
    ("metered", Access::Metered),
    ("locked", Access::Locked),
    ("paid", Access::Locked),
    ("premium", Access::Locked),
    ("subscriber", Access::Locked),
    ("subscription", Access::Locked),
    ("false", Access::Locked),
];

/// Schema.org's statement, else the page's `meta`. A meter is the finer word
/// for what schema.org can only call not free.
pub(super) fn find(page: &Page<'_>) -> Option<Access> {
    let metas = ACCESS_METAS.iter().flat_map(|key| page.metas_of(key));
    let stated = metas.map(str::to_ascii_lowercase).find_map(|text| {
        let known = ACCESS_WORDS.iter().find(|(word, _)| text.trim() == *word);
        known.map(|&(_, access)| access)
    });
    match (page.json_ld.access, stated) {
        (Some(Access::Locked), Some(Access::Metered)) => Some(Access::Metered),
        (schema, stated) => schema.or(stated),
    }
}
