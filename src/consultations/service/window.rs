//! What happens to an announced window: it is extended with a reason, never shortened; and the whole can be withdrawn.

use chrono::NaiveDate;
use serde_json::json;

use super::act::Act;
use crate::accounts::{By, NotAllowed};
use crate::consultations::domain::{
    Consultation, Fault, FaultKind, Phase, Values, Window, WindowEvent, WindowEventKind, parse_day,
};
use crate::consultations::store;
use crate::context::Context;
use crate::db::Failure;
use crate::kernel::ids::ConsultationId;
use crate::kernel::limits;
use crate::kernel::local_time::end_of_day;

/// Why the window was left as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeWindowError {
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("a field is wrong")]
    Wrong(Vec<Fault>),
    /// Not announced yet, or over.
    #[error("it cannot be done in this phase")]
    Phase,
}

/// A later last day, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    pub last_day: NaiveDate,
    pub reason: String,
}

impl Extension {
    /// Reads the fields of the form.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn parse(values: &Values) -> Result<Self, Vec<Fault>> {
        let of = |field: &str| values.get(field).map_or("", |text| text.trim());
        let last_day = match of("last_day") {
            "" => Err(FaultKind::Missing),
            text => parse_day(text).ok_or(FaultKind::NoDay),
        };
        let reason = check_reason(of("reason"));
        match (last_day, reason) {
            (Ok(last_day), Ok(reason)) => Ok(Self { last_day, reason }),
            (last_day, reason) => Err([
                last_day.err().map(|kind| Fault::new("last_day", kind)),
                reason.err().map(|kind| Fault::new("reason", kind)),
            ]
            .into_iter()
            .flatten()
            .collect()),
        }
    }
}

/// A reason that is public: there, and short enough.
fn check_reason(reason: &str) -> Result<String, FaultKind> {
    if reason.is_empty() {
        Err(FaultKind::Missing)
    } else if !limits::NOTE.allows(reason) {
        Err(FaultKind::TooLong(limits::NOTE))
    } else {
        Ok(reason.to_owned())
    }
}

/// Moves the end of an announced or open window to a later day.
///
/// # Errors
/// [`ChangeWindowError`], or the database.
pub async fn extend(
    context: &Context,
    by: &By,
    id: ConsultationId,
    extension: Extension,
) -> Result<Consultation, Failure<ChangeWindowError>> {
    let act = Act::new(context, by);
    context
        .db
        .write(move |connection| {
            let consultation = store::get(connection, id)?;
            act.authorise_in::<ChangeWindowError>(&consultation)?;
            if ![Phase::Announced, Phase::Open].contains(&consultation.phase(act.now)) {
                return Err(Failure::Refused(ChangeWindowError::Phase));
            }
            let closes_at = end_of_day(extension.last_day, consultation.authority.zone)
                .map_err(|_jumped| wrong("last_day", FaultKind::NoSuchTime))?;
            if closes_at <= consultation.window.closes_at {
                return Err(wrong("last_day", FaultKind::EndsBefore));
            }
            let window = Window {
                closes_at,
                ..consultation.window
            };
            store::set_window(connection, id, window)?;
            let event = WindowEvent {
                kind: WindowEventKind::Extended,
                window,
                reason: extension.reason.clone(),
                recorded_at: act.now,
            };
            store::insert_window_event(connection, (act.ids.next(act.now), id), &event)?;
            let after = json!({
                "opens_at": window.opens_at,
                "closes_at": window.closes_at,
                "reason": extension.reason,
            });
            act.record(connection, "consultation.extended", id, &after)?;
            store::bump(connection, id)?;
            Ok(store::get(connection, id)?)
        })
        .await
}

/// Ends an announced consultation before its answers are public. What was public stays, with the reason.
///
/// # Errors
/// [`ChangeWindowError`], or the database.
pub async fn withdraw(
    context: &Context,
    by: &By,
    id: ConsultationId,
    reason: &str,
) -> Result<(), Failure<ChangeWindowError>> {
    let act = Act::new(context, by);
    let reason = check_reason(reason.trim()).map_err(|kind| wrong("withdrawal", kind))?;
    context
        .db
        .write(move |connection| {
            let consultation = store::get(connection, id)?;
            act.authorise_in::<ChangeWindowError>(&consultation)?;
            let phases = [Phase::Announced, Phase::Open, Phase::Closed];
            if !phases.contains(&consultation.phase(act.now)) {
                return Err(Failure::Refused(ChangeWindowError::Phase));
            }
            let event = WindowEvent {
                kind: WindowEventKind::Withdrawn,
                window: consultation.window,
                reason: reason.clone(),
                recorded_at: act.now,
            };
            store::insert_window_event(connection, (act.ids.next(act.now), id), &event)?;
            store::set_withdrawn_at(connection, id, act.now)?;
            let after = json!({ "withdrawn_at": act.now, "reason": reason });
            act.record(connection, "consultation.withdrawn", id, &after)?;
            store::bump(connection, id)?;
            Ok(())
        })
        .await
}

fn wrong(field: &str, kind: FaultKind) -> Failure<ChangeWindowError> {
    Failure::Refused(ChangeWindowError::Wrong(vec![Fault::new(field, kind)]))
}
