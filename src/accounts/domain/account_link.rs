//! Links by which people look after their accounts: to set another password, to prove another address.

use chrono::TimeDelta;
use strum::{EnumString, IntoStaticStr};

use super::{NotAllowed, PasswordRefused, SignInError};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AccountLinkId, StaffId};
use crate::kernel::token::Flow;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum LinkKind {
    /// Setting another password, for whoever forgot theirs.
    Password,
    /// Proving that another address is theirs.
    Address,
}

impl LinkKind {
    /// How long such a link holds.
    pub fn lasts(self) -> TimeDelta {
        match self {
            Self::Password => TimeDelta::hours(1),
            Self::Address => TimeDelta::hours(24),
        }
    }

    /// What its token is made for.
    pub fn flow(self) -> Flow {
        match self {
            Self::Password => Flow::Password,
            Self::Address => Flow::Address,
        }
    }
}

/// A link as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountLink {
    pub id: AccountLinkId,
    pub staff: StaffId,
    pub kind: LinkKind,
    /// Lower case: where the link went, and for [`LinkKind::Address`] the address it proves.
    pub email: String,
    pub expires_at: Instant,
    pub used_at: Option<Instant>,
}

impl AccountLink {
    /// Whether it holds at `now`.
    pub fn holds(&self, now: Instant) -> bool {
        self.used_at.is_none() && now < self.expires_at
    }
}

/// How many links to a new password one account gets in an hour: enough for whoever looks for the mail, too few to fill a
/// mailbox.
pub const PASSWORD_LINKS_PER_HOUR: i64 = 3;

/// Why something about one's own account was not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OwnAccountError {
    /// The link or the session does not hold, or no more.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The password that is asked for again was not typed.
    #[error("the present password is missing")]
    PresentMissing,
    /// The password that was asked for again is not right, or cannot be checked now.
    #[error(transparent)]
    SignIn(#[from] SignInError),
    /// The new password cannot be set.
    #[error(transparent)]
    Password(#[from] PasswordRefused),
    /// Another account has this address.
    #[error("the address is taken")]
    Taken,
    /// The code is wrong, or was used.
    #[error("the code is not valid")]
    WrongCode,
    /// The authority wants everybody to have a second factor.
    #[error("the authority requires a second factor")]
    Required,
}
