//! Content models: what may stand in what, and what has to stand between.

use crate::allowlist::Role;
use crate::tag::Tag;

/// What becomes of an element that the page opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Its tags are not written; its content is.
    Nothing,
    /// The same, but what stands before and after it is on different lines.
    Boundary,
    /// It is a block.
    Block,
    /// It is part of a line.
    Inline,
    /// Neither its tags nor its content are written.
    Silent,
}

impl Place {
    pub(super) const fn inline_if(fits: bool) -> Self {
        if fits { Place::Inline } else { Place::Nothing }
    }

    pub(super) const fn block_if(fits: bool) -> Self {
        if fits { Place::Block } else { Place::Boundary }
    }
}

pub(super) const fn is_math(role: Role) -> bool {
    matches!(role, Role::MathGroup | Role::MathToken)
}

/// Whether a block may stand in another, or between it and the block only
/// what [`implied`] supplies. `begun`: the parent has content already.
pub(super) fn may_hold(parent: Option<(Tag, Role)>, begun: bool, child: Tag) -> bool {
    let (parent, role) = parent.unwrap_or((Tag::Body, Role::Section));
    match child {
        _ if role == Role::Line => false,
        Tag::Li => role == Role::List,
        Tag::Dt | Tag::Dd => role == Role::Definitions,
        Tag::Caption => role == Role::Table && !begun,
        Tag::Thead | Tag::Tbody | Tag::Tfoot => role == Role::Table,
        Tag::Tr => matches!(role, Role::Table | Role::RowGroup),
        Tag::Td | Tag::Th => matches!(role, Role::Table | Role::RowGroup | Role::Row),
        Tag::Figcaption => parent == Tag::Figure,
        Tag::Summary => parent == Tag::Details && !begun,
        _ => true,
    }
}

/// The elements that have to stand between a block and its content: another
/// block, or (`None`) a run of text.
pub(super) const fn implied(parent: Role, child: Option<Tag>) -> &'static [Tag] {
    match (parent, child) {
        (Role::List, Some(Tag::Li))
        | (Role::Definitions, Some(Tag::Dt | Tag::Dd))
        | (Role::Table, Some(Tag::Caption | Tag::Thead | Tag::Tbody | Tag::Tfoot))
        | (Role::RowGroup, Some(Tag::Tr))
        | (Role::Row, Some(Tag::Td | Tag::Th)) => &[],
        (Role::List, _) => &[Tag::Li],
        (Role::Definitions, _) => &[Tag::Dd],
        (Role::Table, Some(Tag::Tr)) => &[Tag::Tbody],
        (Role::Table, Some(Tag::Td | Tag::Th)) => &[Tag::Tbody, Tag::Tr],
        (Role::Table, _) => &[Tag::Tbody, Tag::Tr, Tag::Td],
        (Role::RowGroup, Some(Tag::Td | Tag::Th)) => &[Tag::Tr],
        (Role::RowGroup, _) => &[Tag::Tr, Tag::Td],
        (Role::Row, _) => &[Tag::Td],
        _ => &[],
    }
}

/// Levels of the output that an element of this role may take, with what is
/// implied within it.
pub(super) const fn levels(role: Role) -> u32 {
    match role {
        Role::Table => 4,
        Role::RowGroup => 3,
        Role::Row | Role::List | Role::Definitions | Role::Section | Role::Division | Role::Cell => 2,
        _ => 1,
    }
}

/// What a start tag ends, if it is open.
pub(super) const fn ends(tag: Tag) -> Option<&'static [Tag]> {
    match tag {
        Tag::Li => Some(&[Tag::Li]),
        Tag::Dt | Tag::Dd => Some(&[Tag::Dt, Tag::Dd]),
        Tag::Td | Tag::Th => Some(&[Tag::Td, Tag::Th]),
        Tag::Tr => Some(&[Tag::Tr]),
        Tag::Thead | Tag::Tbody | Tag::Tfoot => Some(&[Tag::Thead, Tag::Tbody, Tag::Tfoot, Tag::Caption]),
        Tag::Rt | Tag::Rp => Some(&[Tag::Rt, Tag::Rp, Tag::Rb, Tag::Rtc]),
        _ => None,
    }
}

/// Past which open elements a start tag ends nothing.
pub(super) fn stops_implied_end(tag: Tag, open: Tag, role: Role) -> bool {
    match tag {
        Tag::Td | Tag::Th => matches!(role, Role::Table | Role::Row),
        Tag::Tr | Tag::Thead | Tag::Tbody | Tag::Tfoot => role == Role::Table,
        Tag::Rt | Tag::Rp => open == Tag::Ruby || open.is_block(),
        _ => open.is_block() && !matches!(open, Tag::P | Tag::Div | Tag::Address),
    }
}

/// Past which open elements an end tag ends nothing.
pub(super) fn stops_end_tag(tag: Tag, open: Tag, role: Role) -> bool {
    match tag {
        Tag::Table => false,
        Tag::Caption | Tag::Thead | Tag::Tbody | Tag::Tfoot | Tag::Tr | Tag::Td | Tag::Th => role == Role::Table,
        _ => {
            matches!(open, Tag::Td | Tag::Th | Tag::Caption)
                || role == Role::Table
                || (open == Tag::Math && !tag.is_math())
        }
    }
}
