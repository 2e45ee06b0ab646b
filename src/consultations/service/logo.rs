//! The logo of an authority: its coat of arms, its logo.

use bytes::Bytes;
use serde_json::json;

use super::act::Act;
use super::authority::SaveAuthorityError;
use super::bring::fault_of_file;
use crate::accounts::{self, Authority, By};
use crate::audit::{self, Entry, Scope};
use crate::consultations::domain::{Fault, FaultKind, Reader, Values};
use crate::consultations::store;
use crate::context::Context;
use crate::db::Failure;
use crate::files::{Accepted, FileKind, NewFile, delete_file, insert_file};
use crate::kernel::limits;
use crate::kernel::role::Role;

/// What may be a logo. It is shown about 40 pixels high, and sharp on a screen with four of them in one.
const ACCEPTED: Accepted = Accepted {
    kinds: &[FileKind::Png, FileKind::Jpeg, FileKind::Webp],
    within: Some((640, 160)),
};

/// What becomes of the logo.
#[derive(Clone, Debug)]
pub enum LogoChange {
    /// The words that say what it shows, and the picture unless it stays: its name and its content.
    Set(Values, Option<(String, Bytes)>),
    Remove,
}

/// Changes or removes the logo of an authority.
///
/// # Errors
/// [`SaveAuthorityError`], or the database. A file without a row is swept away.
pub async fn change_logo(
    context: &Context,
    by: &By,
    authority: &Authority,
    change: LogoChange,
) -> Result<(), Failure<SaveAuthorityError>> {
    by.holder_of(&[Role::Administrator], authority.id)
        .map_err(|refused| Failure::Refused(refused.into()))?;
    let (mut changed, file, is_removed) = match change {
        LogoChange::Remove => (without(authority), None, true),
        LogoChange::Set(values, file) => {
            let changed = with_words(authority, &values, file.is_some())
                .map_err(|faults| Failure::Refused(SaveAuthorityError::Wrong(faults)))?;
            (changed, keep(context, file).await?, false)
        }
    };
    let act = Act::new(context, by);
    let file = file.map(|file| (act.ids.next(act.now), file));
    context
        .db
        .write(move |connection| {
            let before = accounts::find_authority_by_id(connection, changed.id)?;
            let before = before.and_then(|authority| authority.logo);
            // Somebody else may have changed it since the form was shown.
            changed.logo = before.filter(|_file| !is_removed);
            if let Some((id, file)) = &file {
                insert_file(connection, *id, file, act.now)?;
                changed.logo = Some(*id);
            }
            accounts::set_logo(connection, &changed)?;
            let gone = before.filter(|old| changed.logo != Some(*old));
            gone.map_or(Ok(()), |old| delete_file(connection, old))?;
            let entry = Entry {
                actor: act.by.audit_name(),
                action: "authority.logo",
                subject: format!("authority:{}", changed.id),
                scope: Scope::authority(changed.id),
                before: Some(&json!({ "file": before })),
                after: &json!({ "file": changed.logo, "text": changed.logo_text }),
            };
            audit::append(connection, &act.tokens, act.now, &entry)?;
            store::bump_authority(connection, changed.id)?;
            Ok(())
        })
        .await
}

fn without(authority: &Authority) -> Authority {
    Authority {
        logo: None,
        logo_text: String::new(),
        logo_text_en: String::new(),
        ..authority.clone()
    }
}

fn with_words(
    authority: &Authority,
    values: &Values,
    has_file: bool,
) -> Result<Authority, Vec<Fault>> {
    let mut reader = Reader::new(values);
    if !has_file && authority.logo.is_none() {
        reader.fault("logo_file", FaultKind::Missing);
    }
    let changed = Authority {
        logo_text: reader.needed("logo_text", limits::NAME),
        logo_text_en: reader.line("logo_text_en", limits::NAME),
        ..authority.clone()
    };
    reader.end(Some(changed))
}

async fn keep(
    context: &Context,
    file: Option<(String, Bytes)>,
) -> Result<Option<NewFile>, Failure<SaveAuthorityError>> {
    let Some((name, content)) = file else {
        return Ok(None);
    };
    let kept = context.files.keep(&context.ids, &name, content, ACCEPTED);
    let kept = kept.await.map_err(|error| {
        let kind = match fault_of_file(error) {
            FaultKind::OtherFile => FaultKind::NoPicture,
            other => other,
        };
        Failure::Refused(SaveAuthorityError::Wrong(vec![Fault::new(
            "logo_file",
            kind,
        )]))
    })?;
    Ok(Some(kept))
}
