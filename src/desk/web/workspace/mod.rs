//! The workspace: beginning a consultation, its parts, the gate, what happens to it afterwards.

pub(super) mod acts;
pub(super) mod create;
mod fields;
pub(super) mod history;
pub(super) mod overview;
pub(super) mod part;
mod plan;
pub(super) mod upload;

use crate::consultations::{Fault, FaultKind, Values};
use crate::http::render::FieldError;
use crate::kernel::colour::LEAST_CONTRAST;

/// The values of a form by the names of its fields.
pub(super) fn values(pairs: Vec<(String, String)>) -> Values {
    pairs.into_iter().collect()
}

/// What is said beside the fields.
pub(super) fn errors(faults: &[Fault]) -> Vec<FieldError> {
    faults.iter().map(error).collect()
}

fn error(fault: &Fault) -> FieldError {
    let named = |key: &str| FieldError::new(&fault.field, key);
    match &fault.kind {
        FaultKind::Missing => named("desk-fault-missing"),
        FaultKind::TooLong(limit) => named("desk-fault-too-long").with("max", limit.most),
        FaultKind::NoDay => named("desk-fault-no-day"),
        FaultKind::NoTime => named("desk-fault-no-time"),
        FaultKind::OutsideWindow => named("desk-fault-outside-window"),
        FaultKind::FileTooLarge(most) => {
            named("desk-fault-file-too-large").with("megabytes", most / 1_048_576)
        }
        FaultKind::OtherFile => named("desk-fault-other-file"),
        FaultKind::FileWithMacros => named("desk-fault-file-with-macros"),
        FaultKind::NoPicture => named("desk-fault-no-picture"),
        FaultKind::BrokenPicture => named("desk-fault-broken-picture"),
        FaultKind::TooManyPixels => named("desk-fault-too-many-pixels"),
        FaultKind::FilesAway => named("desk-fault-files-away"),
        FaultKind::NoColour => named("desk-fault-no-colour"),
        FaultKind::LowContrast(measured) => named("desk-fault-low-contrast")
            .with("measured", measured.clone())
            .with("least", format!("{LEAST_CONTRAST:.1}")),
        FaultKind::NotBetween => named("desk-fault-not-between"),
        FaultKind::NoDays(most) => named("desk-fault-no-days").with("most", *most),
        FaultKind::NoZone => named("desk-fault-no-zone"),
        FaultKind::NoYear => named("desk-fault-no-year"),
        FaultKind::EndsBefore => named("desk-fault-ends-before"),
        FaultKind::InTheFuture => named("desk-fault-in-the-future"),
        FaultKind::NoLink => named("desk-fault-no-link"),
        FaultKind::NoAddress(refusal) => FieldError::of_address(&fault.field, *refusal),
        FaultKind::NoSlug => named("desk-fault-no-slug"),
        FaultKind::SlugTaken => named("desk-fault-slug-taken"),
        FaultKind::TooMany(most) => named("desk-fault-too-many").with("most", *most),
        FaultKind::NoText => named("desk-fault-no-text"),
        FaultKind::NoHeading => named("desk-fault-no-heading"),
        FaultKind::EmptySection(number) => {
            named("desk-fault-empty-section").with("number", *number)
        }
        FaultKind::NoSuchTime => named("desk-fault-no-such-time"),
    }
}
