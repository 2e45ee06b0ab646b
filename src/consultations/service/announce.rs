//! The gate, and passing it.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;

use super::act::Act;
use crate::accounts::{By, NotAllowed};
use crate::consultations::domain::{
    Consultation, Fault, FaultKind, Missing, Prepared, Requirement, WindowEvent, WindowEventKind,
    parse_time,
};
use crate::consultations::store;
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::drafts;
use crate::kernel::clock::Instant;
use crate::kernel::ids::ConsultationId;
use crate::kernel::local_time::{WhenTwice, instant_of, local};

/// Why a consultation was not announced.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnnounceError {
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("something is missing")]
    Missing(Vec<(Requirement, Missing)>),
    #[error("it was announced before")]
    Announced,
    #[error("a field is wrong")]
    Wrong(Vec<Fault>),
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
        announced_before: consultation
            .authority
            .announced_before
            .of(consultation.procedure),
    })
}

/// Makes a consultation public, if nothing is missing: at once, or at a local time of the authority as the form sends it. From
/// there on the clock moves it.
///
/// # Errors
/// [`AnnounceError`], or the database.
pub async fn announce(
    context: &Context,
    by: &By,
    id: ConsultationId,
    at: &str,
) -> Result<(), Failure<AnnounceError>> {
    let act = Act::new(context, by);
    let at = match at.trim() {
        "" => None,
        text => Some(parse_time(text).ok_or_else(|| wrong_time(FaultKind::NoTime))?),
    };
    context
        .db
        .write(move |connection| {
            let consultation = store::get(connection, id)?;
            let at = match at {
                None => act.now,
                Some(local) => moment(&act, &consultation, local)?,
            };
            announce_in(connection, &act, id, at)
        })
        .await
}

/// A moment to come, before the window opens.
fn moment(
    act: &Act,
    consultation: &Consultation,
    local: NaiveDateTime,
) -> Result<Instant, Failure<AnnounceError>> {
    let at = instant_of(local, consultation.authority.zone, WhenTwice::Earlier)
        .map_err(|_jumped| wrong_time(FaultKind::NoSuchTime))?;
    if at <= act.now || consultation.window.opens_at <= at {
        return Err(wrong_time(FaultKind::NotBetween));
    }
    Ok(at)
}

fn wrong_time(kind: FaultKind) -> Failure<AnnounceError> {
    Failure::Refused(AnnounceError::Wrong(vec![Fault::new("announce_at", kind)]))
}

/// Takes back an announcement that is still to come: nobody has seen anything.
///
/// # Errors
/// [`AnnounceError`], or the database.
pub async fn take_back_announcement(
    context: &Context,
    by: &By,
    id: ConsultationId,
) -> Result<(), Failure<AnnounceError>> {
    let act = Act::new(context, by);
    context
        .db
        .write(move |connection| {
            let consultation = store::get(connection, id)?;
            act.authorise_in::<AnnounceError>(&consultation)?;
            if consultation.announced_at.is_none() || consultation.is_public(act.now) {
                return Err(Failure::Refused(AnnounceError::Announced));
            }
            store::take_back_announcement(connection, id)?;
            let shown_at = consultation.window.opens_at;
            drafts::set_published_at(connection, consultation.draft_id, shown_at)?;
            let after = json!({ "announced_at": null });
            act.record(
                connection,
                "consultation.announcement_taken_back",
                id,
                &after,
            )?;
            store::bump(connection, id)?;
            Ok(())
        })
        .await
}

/// The same within a write, at this moment.
///
/// # Errors
/// As [`announce`].
pub fn announce_in(
    connection: &mut DbConnection,
    act: &Act,
    id: ConsultationId,
    at: Instant,
) -> Result<(), Failure<AnnounceError>> {
    let consultation = store::get(connection, id)?;
    act.authorise_in::<AnnounceError>(&consultation)?;
    if consultation.announced_at.is_some() {
        return Err(Failure::Refused(AnnounceError::Announced));
    }
    let prepared = prepared(connection, &consultation)?;
    let today: NaiveDate = local(at, consultation.authority.zone).date_naive();
    let missing = prepared.missing(today);
    if !missing.is_empty() {
        return Err(Failure::Refused(AnnounceError::Missing(missing)));
    }
    let event = WindowEvent {
        kind: WindowEventKind::Announced,
        window: consultation.window,
        reason: consultation.short_window_reason.clone(),
        recorded_at: at,
    };
    store::insert_window_event(connection, (act.ids.next(act.now), id), &event)?;
    store::set_announced_at(connection, id, at)?;
    let shown_at = match consultation.shows_draft_early {
        true => at,
        false => at.max(consultation.window.opens_at),
    };
    drafts::set_published_at(connection, consultation.draft_id, shown_at)?;
    let after = json!({
        "announced_at": at,
        "opens_at": consultation.window.opens_at,
        "closes_at": consultation.window.closes_at,
        "reason": consultation.short_window_reason,
        "sections": prepared.sections,
    });
    act.record(connection, "consultation.announced", id, &after)?;
    store::bump(connection, id)?;
    Ok(())
}
