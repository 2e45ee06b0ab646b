//! Standing texts of an authority in the place of Posvet's own.

use serde_json::json;

use super::act::Act;
use super::authority::SaveAuthorityError;
use super::save::fingerprint;
use crate::accounts::{self, Authority, By};
use crate::audit::{self, Entry, Scope};
use crate::consultations::domain::{Reader, Values, put};
use crate::consultations::store;
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::i18n::Language;
use crate::kernel::limits;
use crate::kernel::role::Role;

/// The texts there are: how a consultation works, personal data, the accessibility statement.
pub const AUTHORITY_TEXTS: [&str; 3] = ["how", "privacy", "accessibility"];

/// Each text in each language, with the name of its field.
fn fields() -> impl Iterator<Item = (&'static str, Language, String)> {
    AUTHORITY_TEXTS.into_iter().flat_map(|name| {
        [Language::Sl, Language::En]
            .map(|language| (name, language, format!("{name}_{}", language.into_str())))
    })
}

/// What stands in the fields.
///
/// # Errors
/// When the database refuses.
pub fn authority_texts(
    connection: &mut DbConnection,
    authority: &Authority,
) -> StoreResult<Values> {
    let mut values = Values::new();
    for (name, language, field) in fields() {
        let text = accounts::find_authority_text(connection, authority.id, name, language)?;
        put(&mut values, &field, &text.unwrap_or_default());
    }
    Ok(values)
}

/// Puts texts in the place of those there were; an empty one gives Posvet's own back.
///
/// # Errors
/// [`SaveAuthorityError`], or the database.
pub async fn save_authority_texts(
    context: &Context,
    by: &By,
    authority: &Authority,
    values: &Values,
) -> Result<(), Failure<SaveAuthorityError>> {
    by.holder_of(&[Role::Administrator], authority.id)
        .map_err(|refused| Failure::Refused(refused.into()))?;
    let mut reader = Reader::new(values);
    let texts: Vec<_> = fields()
        .map(|(name, language, field)| (name, language, reader.text(&field, limits::TEXT)))
        .collect();
    reader
        .end(Some(()))
        .map_err(|faults| Failure::Refused(SaveAuthorityError::Wrong(faults)))?;
    let (act, authority) = (Act::new(context, by), authority.clone());
    context
        .db
        .write(move |connection| {
            let before = fingerprint(&authority_texts(connection, &authority)?);
            for (name, language, text) in &texts {
                let which = (*name, *language);
                accounts::write_authority_text(connection, authority.id, which, text)?;
            }
            let after = fingerprint(&authority_texts(connection, &authority)?);
            let entry = Entry {
                actor: act.by.audit_name(),
                action: "authority.texts_changed",
                subject: format!("authority:{}", authority.id),
                scope: Scope::authority(authority.id),
                before: Some(&json!({ "texts": before })),
                after: &json!({ "texts": after }),
            };
            audit::append(connection, &act.tokens, act.now, &entry)?;
            store::bump_authority(connection, authority.id)?;
            Ok(())
        })
        .await
}
