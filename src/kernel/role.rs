//! The roles a member of staff can have in one authority.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What somebody may do for one authority. A person may hold several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// People and roles.
    Administrator,
    /// Windows, notices, the release of responses.
    Coordinator,
    /// A member of the working group: drafts and approves responses.
    Reviewer,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 3] = [Self::Administrator, Self::Coordinator, Self::Reviewer];

    /// The word in the database, in forms and in `posvet routes`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Coordinator => "coordinator",
            Self::Reviewer => "reviewer",
        }
    }
}

/// Not the name of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a role: use administrator, coordinator or reviewer")]
pub struct UnknownRole;

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|role| role.code() == text)
            .ok_or(UnknownRole)
    }
}
