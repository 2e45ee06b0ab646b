//! The comment form as a resident sends it.

use posvet::testing::consultations::Consultation;

use super::browser::{Browser, Page};

/// What the resident types.
pub const TEXT: &str = "Noči so mrzle tudi oktobra <in> aprila.";

/// Every field of the form.
pub const COMPLETE: [(&str, &str); 8] = [
    ("section", "2"),
    ("paragraph", "1"),
    ("kind", "content"),
    ("body", TEXT),
    ("submitter_kind", "individual"),
    ("name", "Oseba Zasebna"),
    ("email", "oseba@example.org"),
    ("idempotency_key", ""),
];

/// Where the form stands and is sent to.
pub fn form_of(consultation: &Consultation) -> String {
    format!(
        "/sl/{}/{}/comment",
        consultation.authority.slug, consultation.slug
    )
}

/// Sends the complete form with these fields changed.
pub async fn submit(
    browser: &Browser,
    consultation: &Consultation,
    changes: &[(&str, &str)],
) -> Page {
    let mut fields: Vec<(&str, &str)> = COMPLETE
        .into_iter()
        .filter(|(name, _)| !changes.iter().any(|(other, _)| other == name))
        .collect();
    fields.extend(changes);
    browser.post(&form_of(consultation), &fields).await
}
