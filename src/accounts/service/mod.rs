//! Use cases of accounts. Each decides by the domain's rules and writes in one transaction, its audit entry included.

mod accept;
mod administrator;
mod guesses;
mod invite;
mod links;
mod mails;
mod own;
mod people;
mod roles;
mod second_factor;
mod set_up;
mod sign_in;

pub use accept::{Accepting, Invited, accept_invitation, find_invited};
pub use administrator::{Appointed, Appointment, appoint_administrator, make_authority};
pub use invite::{invite, resend_invitation, revoke_invitation};
pub use links::{ask_for_password, find_link_owner, prove_address, set_forgotten_password};
pub use own::{
    OwnAccount, ask_for_address, change_password, end_other_sessions, end_session, find_own_account,
};
pub use people::{create_staff, grant_consultation_role, grant_role};
pub use roles::{RolesLeft, disable_person, enable_person, reset_second_factor, set_roles};
pub use second_factor::{
    has_second_factor, remove_second_factor, renew_recovery_codes, set_second_factor, tie,
};
pub use set_up::{SetUp, is_set_up, set_up};
pub use sign_in::{
    Browser, Credentials, Named, SignedIn, enter_code, find_actor, is_waiting_for_code, note_seen,
    sign_in, sign_out,
};

use super::password::PasswordError;
use super::{domain, store};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::StaffId;

/// The person who signs in with this address.
///
/// # Errors
/// When the database refuses.
pub fn find_staff_by_email(
    connection: &mut DbConnection,
    email: &EmailAddress,
) -> StoreResult<Option<domain::Staff>> {
    store::find_staff_by_email(connection, &email.folded())
}

/// Where mail to a member of staff goes; `None` when there is no such person.
///
/// # Errors
/// When the database refuses.
pub fn find_staff_address(
    connection: &mut DbConnection,
    id: StaffId,
) -> StoreResult<Option<EmailAddress>> {
    let staff = store::find_staff(connection, id)?;
    Ok(staff.and_then(|staff| EmailAddress::parse(&staff.email).ok()))
}

/// To the person it is the same whether the queue was full or argon2 failed: try again. To the operator it is not.
fn note_broken(error: &PasswordError) {
    if let PasswordError::Broken(source) = error {
        tracing::error!(error = ?source, "A password could not be hashed or checked");
    }
}
