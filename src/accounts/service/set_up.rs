//! The first administrator and the first authority of an empty installation.

use secrecy::SecretString;
use serde_json::json;

use super::administrator::create_authority;
use super::note_broken;
use super::people::{create_staff, grant_role};
use crate::accounts::domain::{
    By, NewAuthority, NewStaff, NotAllowed, SetUpError, is_set_up_token,
};
use crate::accounts::password::Passwords;
use crate::accounts::store;
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::i18n::Language;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::role::Role;
use crate::mail::Message;
use crate::mail::outbox::{NewMail, enqueue};

/// Who is to administer what.
#[derive(Clone, Debug)]
pub struct SetUp {
    pub display_name: String,
    pub email: EmailAddress,
    /// Checked by the password policy.
    pub password: SecretString,
    pub language: Language,
    pub authority: NewAuthority,
    /// Whether the person also runs consultations.
    pub coordinates: bool,
}

/// Whether somebody can sign in.
///
/// # Errors
/// When the database refuses.
pub fn is_set_up(connection: &mut DbConnection) -> StoreResult<bool> {
    store::has_staff(connection)
}

/// Makes the first administrator and the first authority, and sends the person a mail, so that it is seen at once whether
/// mails leave.
///
/// # Errors
/// [`SetUpError`], or the database.
pub async fn set_up(
    context: &Context,
    passwords: &Passwords,
    token: &str,
    new: SetUp,
) -> Result<(), Failure<SetUpError>> {
    let now = context.now();
    if !is_set_up_token(&context.tokens, token, now) {
        return Err(Failure::Refused(NotAllowed.into()));
    }
    let password_hash = passwords
        .hash(&context.ids, &new.password)
        .await
        .inspect_err(note_broken)
        .map_err(|_noted| Failure::Refused(SetUpError::Busy))?;
    let person = NewStaff {
        id: context.ids.next(now),
        email: new.email.clone(),
        display_name: new.display_name.clone(),
        password_hash,
        language: new.language,
    };
    let (tokens, by) = (context.tokens.clone(), By::System);
    context
        .db
        .write(move |connection| {
            if store::has_staff(connection)? {
                return Err(Failure::Refused(NotAllowed.into()));
            }
            let authority = new.authority.id;
            create_authority(connection, &tokens, &by, &new.authority, now)?;
            create_staff(connection, &tokens, &by, &person, now)?;
            let roles = [Role::Administrator, Role::Coordinator];
            let granted = if new.coordinates { 2 } else { 1 };
            for role in roles.into_iter().take(granted) {
                grant_role(connection, &tokens, &by, person.id, authority, role, now)?;
            }
            let mail = NewMail {
                message: Message::SetUpDone,
                content_id: None,
                authority_id: authority,
                recipient: person.email.clone(),
                language: person.language,
                link_id: person.id.uuid(),
                params: json!({ "authority": new.authority.name }),
            };
            enqueue(connection, &mail, now)?;
            Ok(())
        })
        .await
}
