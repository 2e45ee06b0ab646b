//! Use cases of accounts. Each decides by the domain's rules and writes in one transaction, its audit entry included.

mod administrator;
mod people;
mod set_up;
mod sign_in;

pub use administrator::{Appointed, Appointment, appoint_administrator};
pub use people::{NewPerson, add_person, create_staff, disable_staff, grant_role};
pub use set_up::{SetUp, is_set_up, set_up};
pub use sign_in::{Credentials, find_actor, sign_in, sign_out};

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
