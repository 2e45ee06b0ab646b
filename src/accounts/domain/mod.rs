//! What an account is and which rules hold for it. Pure: `now` is a parameter.

mod authority;
mod by;
mod password_policy;
mod session;
mod set_up;
mod staff;
mod throttle;

pub use authority::{ANNOUNCED_BEFORE, Authority, NewAuthority, SHORTEST_WINDOW, check_slug};
pub use by::{By, NotAllowed, audit_name_of};
pub use password_policy::{MIN_PASSWORD_CHARS, PasswordRefused, check_password};
pub use session::{SessionToken, expires_at};
pub use set_up::{SET_UP_HOURS, SetUpError, is_set_up_token, set_up_token};
pub use staff::{
    Actor, AddPersonError, Member, NewStaff, PasswordHash, SignInError, Staff, UnknownStaff,
};
pub use throttle::{GUESSES, WINDOW, next_guess_at};
