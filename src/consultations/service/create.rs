//! Beginning a consultation, and giving up one nobody saw.

use serde_json::json;

use super::act::Act;
use super::bring::forget_files;
use crate::accounts::{Authority, By, NotAllowed};
use crate::consultations::domain::{
    Consultation, Content, Fault, FaultKind, LONGEST_SLUG, Part, WindowPlan, check_slug,
};
use crate::consultations::store::{self, NewConsultation};
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::drafts::{self, NewDraft};
use crate::kernel::excerpt::excerpt;
use crate::kernel::ids::{AuthorityId, ConsultationId};
use crate::kernel::slug::slug_of;

/// Letters of a title that menus show.
const SHORT_TITLE: usize = 40;

/// What is enough to begin.
#[derive(Clone, Debug)]
pub struct NewPlan {
    pub title: String,
    pub plan: WindowPlan,
    /// An older consultation of the authority whose working group, ways to comment and relations are taken over.
    pub like: Option<ConsultationId>,
}

/// Why a consultation was not begun or not given up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CreateError {
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("a field is wrong")]
    Wrong(Vec<Fault>),
    /// It was announced: whatever the public has seen stays.
    #[error("the consultation was announced")]
    Announced,
}

/// Begins a consultation of the authority. Nothing of it is public.
///
/// # Errors
/// [`CreateError`], or the database.
pub async fn create(
    context: &Context,
    by: &By,
    authority: &Authority,
    new: NewPlan,
) -> Result<Consultation, Failure<CreateError>> {
    let (act, authority) = (Act::new(context, by), authority.clone());
    context
        .db
        .write(move |connection| create_in(connection, &act, &authority, &new))
        .await
}

/// The same within a write.
///
/// # Errors
/// As [`create`].
pub fn create_in(
    connection: &mut DbConnection,
    act: &Act,
    authority: &Authority,
    new: &NewPlan,
) -> Result<Consultation, Failure<CreateError>> {
    let staff = act.authorise::<CreateError>(authority.id)?;
    let window = new.plan.window(authority.zone).map_err(|_jumped| {
        let fault = Fault::new("first_day", FaultKind::NoSuchTime);
        Failure::Refused(CreateError::Wrong(vec![fault]))
    })?;
    let draft = NewDraft {
        id: act.ids.next(act.now),
        authority_id: authority.id,
        revision_id: act.ids.next(act.now),
        published_at: window.opens_at,
        created_at: act.now,
    };
    drafts::insert_draft(connection, &draft)?;
    let consultation = NewConsultation {
        id: act.ids.next(act.now),
        authority_id: authority.id,
        draft_id: draft.id,
        slug: free_slug(connection, authority.id, &new.title)?,
        title: new.title.clone(),
        short_title: excerpt(&new.title, SHORT_TITLE),
        window,
        created_at: act.now,
    };
    let id = consultation.id;
    store::insert_consultation(connection, &consultation)?;
    store::write_content(connection, id, &Content::Window(new.plan.clone()))?;
    if let Some(like) = new.like {
        take_over(connection, authority.id, like, id)?;
    }
    let consultation = store::get(connection, id)?;
    for part in [Part::Basics, Part::Window] {
        let after = store::read_content(connection, &consultation, part)?.values();
        let change = (&Default::default(), &after);
        store::insert_change(connection, id, part, change, (staff, act.now))?;
    }
    let after =
        json!({ "title": new.title, "opens_at": window.opens_at, "closes_at": window.closes_at });
    act.record(connection, "consultation.created", id, &after)?;
    Ok(consultation)
}

/// Takes over what two consultations of one authority have in common. Neither window nor text.
fn take_over(
    connection: &mut DbConnection,
    authority: AuthorityId,
    like: ConsultationId,
    id: ConsultationId,
) -> StoreResult<()> {
    let Some(other) = store::find_by_id(connection, like)? else {
        return Ok(());
    };
    if other.authority.id != authority {
        return Ok(());
    }
    for part in [Part::Channels, Part::Group, Part::Relations] {
        let content = store::read_content(connection, &other, part)?;
        store::write_content(connection, id, &content)?;
    }
    Ok(())
}

/// The title as a part of an address that no other consultation of the authority has.
fn free_slug(
    connection: &mut DbConnection,
    authority: AuthorityId,
    title: &str,
) -> StoreResult<String> {
    let made = slug_of(title, LONGEST_SLUG - 4);
    let base = match check_slug(&made) {
        Ok(()) => made,
        Err(_not_one) => format!("posvet-{made}").trim_end_matches('-').to_owned(),
    };
    let (mut slug, mut number) = (base.clone(), 1);
    while store::is_slug_taken(connection, authority, &slug)? {
        number += 1;
        slug = format!("{base}-{number}");
    }
    Ok(slug)
}

/// Gives up a consultation that never was announced, with its draft.
///
/// # Errors
/// [`CreateError`], or the database.
pub async fn delete(
    context: &Context,
    by: &By,
    id: ConsultationId,
) -> Result<(), Failure<CreateError>> {
    let act = Act::new(context, by);
    context
        .db
        .write(move |connection| {
            let consultation = store::get(connection, id)?;
            act.authorise_in::<CreateError>(&consultation)?;
            if consultation.announced_at.is_some() {
                return Err(Failure::Refused(CreateError::Announced));
            }
            let after = json!({ "title": consultation.title });
            act.record(connection, "consultation.deleted", id, &after)?;
            let files = store::list_files(connection, id)?;
            store::delete_consultation(connection, id)?;
            forget_files(connection, &files, &[])?;
            drafts::delete_draft(connection, consultation.draft_id)?;
            Ok(())
        })
        .await
}
