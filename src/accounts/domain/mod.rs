//! What an account is and which rules hold for it. Pure: `now` is a parameter.

mod account_link;
mod authority;
mod by;
mod device;
mod invitation;
mod password_policy;
mod second_factor;
mod session;
mod set_up;
mod staff;
mod throttle;

pub use account_link::{AccountLink, LinkKind, OwnAccountError, PASSWORD_LINKS_PER_HOUR};
pub use authority::{Authority, LeadTimes, NewAuthority, check_slug};
pub use by::{By, NotAllowed, audit_name_of};
pub use device::{KNOWN_DAYS, KnownDevice, device_name};
pub use invitation::{
    AcceptError, Invitation, InvitationState, InviteError, NewInvitation, invitation_expires_at,
};
pub use password_policy::{MIN_PASSWORD_CHARS, PasswordRefused, check_password};
pub use second_factor::{Picture, SecondFactor, Seed, recovery_codes, recovery_hash, typed_code};
pub use session::{OwnSession, SessionToken, code_expires_at, expires_at, session_name};
pub use set_up::{NewAuthorityError, SET_UP_HOURS, SetUpError, is_set_up_token, set_up_token};
pub use staff::{Actor, ChangePersonError, Member, NewStaff, PasswordHash, SignInError, Staff};
pub use throttle::{GUESSES, WINDOW, next_guess_at};
