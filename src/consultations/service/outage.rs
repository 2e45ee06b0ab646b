//! An outage of the site during the window, in the public ledger. It moves nothing: whether the window is extended for it is for
//! the coordinator to decide.

use serde_json::json;

use super::act::Act;
use super::window::ChangeWindowError;
use crate::accounts::By;
use crate::consultations::domain::{
    Consultation, Fault, FaultKind, Phase, Reader, Values, Window, WindowEvent, WindowEventKind,
};
use crate::consultations::store;
use crate::context::Context;
use crate::db::Failure;
use crate::kernel::ids::ConsultationId;
use crate::kernel::limits;
use crate::kernel::local_time::{WhenTwice, instant_of};

/// Records from when until when the site was away, and why.
///
/// # Errors
/// [`ChangeWindowError`], or the database.
pub async fn record_outage(
    context: &Context,
    by: &By,
    id: ConsultationId,
    values: Values,
) -> Result<(), Failure<ChangeWindowError>> {
    let act = Act::new(context, by);
    context
        .db
        .write(move |connection| {
            let consultation = store::get(connection, id)?;
            act.authorise_in::<ChangeWindowError>(&consultation)?;
            if ![Phase::Open, Phase::Closed].contains(&consultation.phase(act.now)) {
                return Err(Failure::Refused(ChangeWindowError::Phase));
            }
            let (window, reason) = parse(&values, &consultation, &act)
                .map_err(|faults| Failure::Refused(ChangeWindowError::Wrong(faults)))?;
            let after = json!({
                "from": window.opens_at,
                "until": window.closes_at,
                "reason": reason,
            });
            let event = WindowEvent {
                kind: WindowEventKind::Outage,
                window,
                reason,
                recorded_at: act.now,
            };
            store::insert_window_event(connection, (act.ids.next(act.now), id), &event)?;
            act.record(connection, "consultation.outage_recorded", id, &after)?;
            store::bump(connection, id)?;
            Ok(())
        })
        .await
}

/// An outage lies within the window, and is over.
fn parse(
    values: &Values,
    consultation: &Consultation,
    act: &Act,
) -> Result<(Window, String), Vec<Fault>> {
    let mut reader = Reader::new(values);
    let zone = consultation.authority.zone;
    let reason = reader.needed("outage_reason", limits::NAME);
    let mut moment = |field: &str, twice| {
        let local = reader.needed_time(field)?;
        match instant_of(local, zone, twice) {
            Ok(at) => Some(at),
            Err(_jumped) => {
                reader.fault(field, FaultKind::NoSuchTime);
                None
            }
        }
    };
    let from = moment("outage_from", WhenTwice::Earlier);
    let until = moment("outage_until", WhenTwice::Later);
    if let (Some(from), Some(until)) = (from, until) {
        if until <= from {
            reader.fault("outage_until", FaultKind::EndsBefore);
        } else if act.now < until {
            reader.fault("outage_until", FaultKind::InTheFuture);
        }
        if from < consultation.window.opens_at || consultation.window.closes_at <= from {
            reader.fault("outage_from", FaultKind::OutsideWindow);
        }
    }
    let window = from.zip(until).map(|(opens_at, closes_at)| Window {
        opens_at,
        closes_at,
    });
    reader.end(window).map(|window| (window, reason))
}
