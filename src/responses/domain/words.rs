//! Where a response stands.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::comments::Work;

/// Where a response stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum ResponseState {
    Drafted,
    InApproval,
    /// Sent back by a second member.
    Returned,
    Approved,
    /// Public; nothing changes any more.
    Released,
}

impl ResponseState {
    /// Where the comments stand that such a response answers.
    pub const fn work(self) -> Work {
        match self {
            Self::Drafted => Work::Drafted,
            Self::InApproval => Work::InApproval,
            Self::Returned => Work::Returned,
            Self::Approved => Work::Approved,
            Self::Released => Work::Released,
        }
    }

    /// Whether its text may be written.
    pub const fn is_editable(self) -> bool {
        matches!(self, Self::Drafted | Self::Returned)
    }
}
