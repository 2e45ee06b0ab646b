//! The roles a member of staff can have in one authority.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// What somebody may do for one authority. A person may hold several.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Role {
    /// People and roles.
    Administrator,
    /// Windows, notices, the release of responses.
    Coordinator,
    /// A member of the working group: drafts and approves responses.
    Reviewer,
}
