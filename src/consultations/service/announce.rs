//! The gate, and passing it.

use chrono::NaiveDate;
use serde_json::json;

use super::act::Act;
use crate::accounts::{By, NotAllowed};
use crate::consultations::domain::{
    Consultation, Missing, Prepared, Requirement, WindowEvent, WindowEventKind,
};
use crate::consultations::store;
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::drafts;
use crate::kernel::ids::ConsultationId;
use crate::kernel::local_time::local;

/// Why a consultation was not announced.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnnounceError {
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("something is missing")]
    Missing(Vec<(Requirement, Missing)>),
    #[error("it was announced before")]
    Announced,
}

/// What the gate looks at.
///
/// # Errors
/// When the database refuses.
pub fn prepared(
    connection: &mut DbConnection,
    consultation: &Consultation,
) -> StoreResult<Prepared> {
    Ok(Prepared {
        sections: drafts::sections(connection, consultation.draft_id)?.len(),
        has_purpose: !consultation.purpose.is_empty(),
        plan: store::plan_of(consultation),
        has_channels: !consultation.channels_note.is_empty(),
        contacts: store::list_contacts(connection, consultation.id)?.len(),
        has_privacy: !consultation.privacy_note.is_empty(),
        shortest_window: consultation.authority.shortest_window,
        announced_before: consultation.authority.announced_before,
    })
}

/// Makes a consultation public, if nothing is missing. From here on the clock moves it.
///
/// # Errors
/// [`AnnounceError`], or the database.
pub async fn announce(
    context: &Context,
    by: &By,
    id: ConsultationId,
) -> Result<(), Failure<AnnounceError>> {
    let act = Act::new(context, by);
    context
        .db
        .write(move |connection| announce_in(connection, &act, id))
        .await
}

/// The same within a write.
///
/// # Errors
/// As [`announce`].
pub fn announce_in(
    connection: &mut DbConnection,
    act: &Act,
    id: ConsultationId,
) -> Result<(), Failure<AnnounceError>> {
    let consultation = store::get(connection, id)?;
    act.authorise_in::<AnnounceError>(&consultation)?;
    if consultation.announced_at.is_some() {
        return Err(Failure::Refused(AnnounceError::Announced));
    }
    let prepared = prepared(connection, &consultation)?;
    let today: NaiveDate = local(act.now, consultation.authority.zone).date_naive();
    let missing = prepared.missing(today);
    if !missing.is_empty() {
        return Err(Failure::Refused(AnnounceError::Missing(missing)));
    }
    let event = WindowEvent {
        kind: WindowEventKind::Announced,
        window: consultation.window,
        reason: consultation.short_window_reason.clone(),
        recorded_at: act.now,
    };
    store::insert_window_event(connection, (act.ids.next(act.now), id), &event)?;
    store::set_announced_at(connection, id, act.now)?;
    let shown_at = match consultation.shows_draft_early {
        true => act.now,
        false => act.now.max(consultation.window.opens_at),
    };
    drafts::set_published_at(connection, consultation.draft_id, shown_at)?;
    let after = json!({
        "opens_at": consultation.window.opens_at,
        "closes_at": consultation.window.closes_at,
        "reason": consultation.short_window_reason,
        "sections": prepared.sections,
    });
    act.record(connection, "consultation.announced", id, &after)?;
    store::bump(connection, id)?;
    Ok(())
}
