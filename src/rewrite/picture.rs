//! Pictures: one `<img>` from all that a page offers for it.

use crate::allowlist::OutAttr;
use crate::events::Start;
use crate::outline::Span;

use super::Writer;
use super::attributes::{decode, raw_value};

/// What has been seen of the picture that is being read.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    noscript: Option<usize>,
}

impl Pictures {
    pub(super) fn enter_noscript(&mut self, id: usize) {
        self.noscript = Some(id);
    }

    pub(super) fn leave_noscript(&mut self) {
        self.noscript = None;
    }

    pub(super) fn in_noscript(&self) -> Option<usize> {
        self.noscript
    }

    pub(super) fn enter_picture(&mut self) {}

    pub(super) fn add_source(&mut self, _html: &[u8], _start: &Start<'_>) {}
}

impl Writer<'_> {
    pub(super) fn picture(&mut self, html: &[u8], id: usize, start: &Start<'_>) {
        if !self.is_near_kept(id) {
            return;
        }
        let value = |name: &str| raw_value(html, start.attributes, name).map(|raw| decode(html, raw));
        let Some(src) = value("src").and_then(|src| self.links.media(&src)) else { return };
        let alt = value("alt").unwrap_or_default();
        self.out.void(start.tag, &[(OutAttr::Src, &src), (OutAttr::Alt, &alt)]);
    }

    pub(super) fn noscript(&mut self, _html: &[u8], _id: usize, _span: Span) {}

    pub(super) fn embed(&mut self, _html: &[u8], _id: usize, _start: &Start<'_>) {}
}
