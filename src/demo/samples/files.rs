//! What the sample files look like.

use anyhow::Context;
use rust_embed::RustEmbed;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::kernel::plain_text;

/// Everybody's password on a demonstration; printed at its start and on its logo-in page. It is on the list of common
/// ones, so no real account can have it.
pub const DEMO_PASSWORD: &str = "posvet-demo-2026";

/// The TOML files in `templates/samples`.
#[derive(RustEmbed)]
#[folder = "templates/samples/"]
pub struct SampleFiles;

/// Reads one of the files.
pub(in crate::demo) fn read<T: DeserializeOwned>(name: &str) -> anyhow::Result<T> {
    let file = SampleFiles::get(name).with_context(|| format!("there is no sample file {name}"))?;
    toml::from_str(&plain_text::lines(std::str::from_utf8(&file.data)?))
        .with_context(|| format!("the sample file {name} cannot be read"))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Consultations {
    pub authorities: Vec<AuthoritySample>,
    pub consultations: Vec<ConsultationSample>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct AuthoritySample {
    pub slug: String,
    pub name: String,
    pub short_name: String,
    pub reference_prefix: String,
    pub department: String,
    pub contact_email: String,
    pub contact_phone: String,
    pub postal_address: String,
    pub time_zone: String,
}

/// A consultation; its window is given in days from today or by dates.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct ConsultationSample {
    pub authority: String,
    pub slug: String,
    pub title: String,
    pub title_en: Option<String>,
    pub short_title: String,
    pub summary: String,
    pub summary_en: Option<String>,
    pub purpose: String,
    pub draft: String,
    pub opens_in_days: Option<i64>,
    pub closes_in_days: Option<i64>,
    pub opens_on: Option<String>,
    pub closes_on: Option<String>,
    pub answers_expected_in_days: Option<i64>,
    pub answers_expected_on: Option<String>,
    pub released_on: Option<String>,
    #[serde(default)]
    pub shows_draft_early: bool,
    pub draft_noun: Option<String>,
    pub working_group: Vec<String>,
    pub channels_note: String,
    pub privacy_note: String,
    pub comments: Option<String>,
    pub valid_from: Option<i32>,
    pub valid_to: Option<i32>,
    #[serde(default)]
    pub target_groups: String,
    #[serde(default)]
    pub target_groups_en: String,
    #[serde(default)]
    pub appointing_act: String,
    #[serde(default)]
    pub contacts: Vec<ContactSample>,
    #[serde(default)]
    pub relations: Vec<RelationSample>,
    #[serde(default)]
    pub phases: Vec<PhaseSample>,
    #[serde(default)]
    pub preparing_body: String,
    #[serde(default)]
    pub events: Vec<EventSample>,
    #[serde(default)]
    pub documents: Vec<DocumentSample>,
    pub former: Option<FormerSample>,
    pub adoption: Option<AdoptionSample>,
}

/// What it was called when it was announced.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct FormerSample {
    pub title: String,
    pub valid_from: Option<i32>,
    /// When that was changed.
    pub until: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct AdoptionSample {
    pub body: String,
    pub session: String,
    pub on: String,
    pub document_title: String,
    pub document_url: String,
    /// Words of the draft and what the adopted text says in their place.
    pub changes: Vec<(String, String)>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct EventSample {
    pub title: String,
    pub description: String,
    pub place: String,
    pub in_days: Option<i64>,
    pub on: Option<String>,
    pub hour: u32,
    pub hours: i64,
    #[serde(default)]
    pub minutes: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct DocumentSample {
    pub title: String,
    pub url: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct ContactSample {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub hours: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct RelationSample {
    pub title: String,
    pub period: String,
    pub url: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct PhaseSample {
    pub title: String,
    pub description: String,
    pub starts_in_days: Option<i64>,
    pub ends_in_days: Option<i64>,
    pub starts_on: Option<String>,
    pub ends_on: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Draft {
    pub sections: Vec<SectionSample>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct SectionSample {
    pub title: String,
    pub short_title: String,
    pub blocks: Vec<BlockSample>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::demo) struct BlockSample {
    pub kind: String,
    pub title: String,
    pub body: String,
    pub key: bool,
    pub indicator: String,
    pub holder: String,
    pub deadline: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Comments {
    pub comments: Vec<CommentSample>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct CommentSample {
    pub section: Option<i32>,
    pub paragraph: Option<u32>,
    pub goal: Option<u32>,
    pub kind: String,
    pub body: String,
    #[serde(default)]
    pub proposed_text: String,
    pub submitter: String,
    pub name: String,
    #[serde(default)]
    pub publish_name: bool,
    pub channel: String,
    pub received_at: Option<String>,
    pub days_ago: Option<i64>,
    pub hour: Option<u32>,
    pub minute: Option<u32>,
    pub state: String,
    pub disposition: Option<String>,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub changed_text: String,
    #[serde(default)]
    pub no_text_change: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct People {
    pub staff: Vec<StaffSample>,
    pub subscribers: Vec<SubscriberSample>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct StaffSample {
    pub email: String,
    pub display_name: String,
    /// Pairs of authority and role.
    pub roles: Vec<(String, String)>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct SubscriberSample {
    pub email: String,
    pub language: String,
    pub authority: String,
    pub consultation: Option<String>,
}
