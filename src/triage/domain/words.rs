//! Two closed sets of words: where a response stands, what becomes of the text.

use crate::comments::CommentState;

/// Where a response stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// All of them, in the order of their life.
    pub const ALL: [Self; 5] = [
        Self::Drafted,
        Self::InApproval,
        Self::Returned,
        Self::Approved,
        Self::Released,
    ];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        self.comment_state().code()
    }

    /// The value of a word in the database.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Where the comments stand that such a response answers.
    pub const fn comment_state(self) -> CommentState {
        match self {
            Self::Drafted => CommentState::Drafted,
            Self::InApproval => CommentState::InApproval,
            Self::Returned => CommentState::Returned,
            Self::Approved => CommentState::Approved,
            Self::Released => CommentState::Released,
        }
    }

    /// Whether its text may be written.
    pub const fn is_editable(self) -> bool {
        matches!(self, Self::Drafted | Self::Returned)
    }
}

/// Whether the text of the draft changes because of a comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TextChange {
    #[default]
    Undecided,
    Changed,
    /// The group says that it stays as it is.
    Unchanged,
}

impl TextChange {
    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Undecided => "undecided",
            Self::Changed => "changed",
            Self::Unchanged => "unchanged",
        }
    }

    /// The value of a word; whatever is not a decision is undecided.
    pub fn parse(code: &str) -> Self {
        match code {
            "changed" => Self::Changed,
            "unchanged" => Self::Unchanged,
            _ => Self::Undecided,
        }
    }
}
