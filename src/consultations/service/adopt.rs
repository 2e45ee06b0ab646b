//! Recording which body adopted the text.

use serde_json::json;

use super::act::Act;
use crate::accounts::{By, NotAllowed};
use crate::consultations::domain::{Adoption, Fault, FaultKind, Phase, Values};
use crate::consultations::store;
use crate::context::Context;
use crate::db::{DbConnection, Failure};
use crate::kernel::ids::ConsultationId;
use crate::kernel::local_time::{local, start_of_day};

/// Why no adoption was recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AdoptError {
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("a field is wrong")]
    Wrong(Vec<Fault>),
    /// The responses are not public.
    #[error("the comments are not answered")]
    NotAnswered,
}

/// Records the adoption, or a correction of what was recorded before: that stays to be seen.
///
/// # Errors
/// [`AdoptError`], or the database.
pub async fn record_adoption(
    context: &Context,
    by: &By,
    id: ConsultationId,
    values: Values,
) -> Result<(), Failure<AdoptError>> {
    let act = Act::new(context, by);
    context
        .db
        .write(move |connection| record_adoption_in(connection, &act, id, &values))
        .await
}

/// The same within a write.
///
/// # Errors
/// As [`record_adoption`].
pub fn record_adoption_in(
    connection: &mut DbConnection,
    act: &Act,
    id: ConsultationId,
    values: &Values,
) -> Result<(), Failure<AdoptError>> {
    let consultation = store::get(connection, id)?;
    act.authorise_in::<AdoptError>(&consultation)?;
    let phase = consultation.phase(act.now);
    if ![Phase::Answered, Phase::Adopted].contains(&phase) {
        return Err(Failure::Refused(AdoptError::NotAnswered));
    }
    let is_correction = phase == Phase::Adopted;
    let wrong = |faults| Failure::Refused(AdoptError::Wrong(faults));
    let adoption = Adoption::parse(values, is_correction, act.now).map_err(wrong)?;
    let zone = consultation.authority.zone;
    let in_future = adoption.adopted_on > local(act.now, zone).date_naive();
    let adopted_at = start_of_day(adoption.adopted_on, zone);
    let (Ok(adopted_at), false) = (adopted_at, in_future) else {
        let fault = Fault::new("adopted_on", FaultKind::InTheFuture);
        return Err(wrong(vec![fault]));
    };
    let entry = (act.ids.next(act.now), id);
    store::insert_adoption(connection, entry, &adoption, adopted_at)?;
    let after = json!({ "adoption": adoption.values(), "reason": adoption.reason });
    act.record(connection, "consultation.adopted", id, &after)?;
    store::bump(connection, id)?;
    Ok(())
}
