//! Consultations with their authority, the ledger, the published version.

use diesel::prelude::*;

use crate::accounts::AuthorityRow;
use crate::audit::Scope;
use crate::consultations::domain::{Consultation, Window, WindowEvent, WindowEventKind};
use crate::db::schema::{
    authorities, cache_versions, consultation_texts, consultations, window_events,
};
use crate::db::{DbConnection, StoreResult};
use crate::drafts::{self, SectionSummary};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, ConsultationId, DraftId};
use crate::kernel::procedure::Procedure;

#[derive(Queryable, Selectable)]
#[diesel(table_name = consultations)]
struct ConsultationRow {
    id: ConsultationId,
    draft_id: DraftId,
    slug: String,
    reference_prefix: String,
    language: Language,
    opens_at: Instant,
    closes_at: Instant,
    answers_expected_at: Option<Instant>,
    announced_at: Option<Instant>,
    shows_draft_early: bool,
    released_at: Option<Instant>,
    adopted_at: Option<Instant>,
    withdrawn_at: Option<Instant>,
    valid_from: Option<i32>,
    valid_to: Option<i32>,
    short_window_reason: String,
    procedure: Procedure,
    #[diesel(embed)]
    authority: AuthorityRow,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = consultation_texts)]
struct TextRow {
    consultation_id: ConsultationId,
    language: Language,
    title: String,
    short_title: String,
    summary: String,
    purpose: String,
    draft_noun: String,
    channels_note: String,
    privacy_note: String,
    target_groups: String,
    appointing_act: String,
    preparing_body: String,
}

/// The consultations of these rows, with what they say of themselves.
fn with_texts(
    connection: &mut DbConnection,
    rows: Vec<ConsultationRow>,
) -> StoreResult<Vec<Consultation>> {
    let ids: Vec<ConsultationId> = rows.iter().map(|row| row.id).collect();
    let mut texts: Vec<TextRow> = consultation_texts::table
        .filter(consultation_texts::consultation_id.eq_any(ids))
        .select(TextRow::as_select())
        .load(connection)?;
    rows.into_iter()
        .map(|row| {
            let id = row.id;
            let own = texts.extract_if(.., |text| text.consultation_id == id);
            consultation(row, own.collect())
        })
        .collect()
}

fn consultation(row: ConsultationRow, texts: Vec<TextRow>) -> StoreResult<Consultation> {
    let (own, others): (Vec<TextRow>, Vec<TextRow>) = texts
        .into_iter()
        .partition(|text| text.language == row.language);
    let own = own.into_iter().next().ok_or(diesel::NotFound)?;
    let english = others
        .into_iter()
        .find(|text| text.language == Language::En);
    let english = |of: fn(&TextRow) -> &String| {
        english
            .as_ref()
            .map(of)
            .filter(|text| !text.is_empty())
            .cloned()
    };
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    Ok(Consultation {
        id: row.id,
        authority: row.authority.try_into()?,
        draft_id: row.draft_id,
        slug: row.slug,
        reference_prefix: row.reference_prefix,
        title: own.title,
        title_en: english(|text| &text.title),
        short_title: own.short_title,
        summary: own.summary,
        summary_en: english(|text| &text.summary),
        purpose: own.purpose,
        purpose_en: english(|text| &text.purpose),
        target_groups: own.target_groups,
        target_groups_en: english(|text| &text.target_groups),
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        short_window_reason: row.short_window_reason,
        appointing_act: own.appointing_act,
        preparing_body: own.preparing_body,
        channels_note: own.channels_note,
        privacy_note: own.privacy_note,
        window: Window {
            opens_at: row.opens_at,
            closes_at: row.closes_at,
        },
        answers_expected_at: row.answers_expected_at,
        announced_at: row.announced_at,
        released_at: row.released_at,
        adopted_at: row.adopted_at,
        withdrawn_at: row.withdrawn_at,
        shows_draft_early: row.shows_draft_early,
        draft_noun: some(own.draft_noun),
        procedure: row.procedure,
    })
}

/// The consultation at `/{authority}/{consultation}`, as far as the public may know of it. Public handlers have no other
/// way to find one by its address.
pub fn find_public(
    connection: &mut DbConnection,
    authority: &str,
    slug: &str,
    now: Instant,
) -> StoreResult<Option<Consultation>> {
    let found = find_for_staff(connection, authority, slug)?;
    Ok(found.filter(|consultation| consultation.is_public(now)))
}

/// The consultation at `/{authority}/{consultation}`, also while it is being prepared: for those who work on it.
pub fn find_for_staff(
    connection: &mut DbConnection,
    authority: &str,
    slug: &str,
) -> StoreResult<Option<Consultation>> {
    let row: Option<ConsultationRow> = consultations::table
        .inner_join(authorities::table.on(authorities::id.eq(consultations::authority_id)))
        .filter(authorities::slug.eq(authority))
        .filter(consultations::slug.eq(slug))
        .select(ConsultationRow::as_select())
        .first(connection)
        .optional()?;
    let found = with_texts(connection, row.into_iter().collect())?;
    Ok(found.into_iter().next())
}

/// The consultation with this id.
pub fn find_by_id(
    connection: &mut DbConnection,
    id: ConsultationId,
) -> StoreResult<Option<Consultation>> {
    let row: Option<ConsultationRow> = consultations::table
        .inner_join(authorities::table.on(authorities::id.eq(consultations::authority_id)))
        .filter(consultations::id.eq(id))
        .select(ConsultationRow::as_select())
        .first(connection)
        .optional()?;
    let found = with_texts(connection, row.into_iter().collect())?;
    Ok(found.into_iter().next())
}

/// The consultation with this id, which there is.
pub fn get(connection: &mut DbConnection, id: ConsultationId) -> StoreResult<Consultation> {
    Ok(find_by_id(connection, id)?.ok_or(diesel::NotFound)?)
}

/// Where acts in a consultation belong in the audit chain.
pub fn audit_scope(connection: &mut DbConnection, id: ConsultationId) -> StoreResult<Scope> {
    let authority = consultations::table
        .find(id)
        .select(consultations::authority_id)
        .first(connection)?;
    Ok(Scope {
        consultation: Some(id),
        ..Scope::authority(authority)
    })
}

/// Consultations of one authority, the window that opens last on top.
pub fn list_of_authority(
    connection: &mut DbConnection,
    id: AuthorityId,
) -> StoreResult<Vec<Consultation>> {
    let rows: Vec<ConsultationRow> = consultations::table
        .inner_join(authorities::table.on(authorities::id.eq(consultations::authority_id)))
        .filter(consultations::authority_id.eq(id))
        .order(consultations::opens_at.desc())
        .select(ConsultationRow::as_select())
        .load(connection)?;
    with_texts(connection, rows)
}

/// Consultations of all authorities, the window that opens last on top.
pub fn list_all(connection: &mut DbConnection) -> StoreResult<Vec<Consultation>> {
    let rows: Vec<ConsultationRow> = consultations::table
        .inner_join(authorities::table.on(authorities::id.eq(consultations::authority_id)))
        .order(consultations::opens_at.desc())
        .select(ConsultationRow::as_select())
        .load(connection)?;
    with_texts(connection, rows)
}

/// The ledger of the window, oldest first.
pub fn list_window_events(
    connection: &mut DbConnection,
    id: ConsultationId,
) -> StoreResult<Vec<WindowEvent>> {
    let rows: Vec<WindowEventRow> = window_events::table
        .filter(window_events::consultation_id.eq(id))
        .order(window_events::recorded_at)
        .select(WindowEventRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(WindowEvent::from).collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = window_events)]
struct WindowEventRow {
    kind: WindowEventKind,
    opens_at: Instant,
    closes_at: Instant,
    reason: String,
    recorded_at: Instant,
}

impl From<WindowEventRow> for WindowEvent {
    fn from(row: WindowEventRow) -> Self {
        Self {
            kind: row.kind,
            window: Window {
                opens_at: row.opens_at,
                closes_at: row.closes_at,
            },
            reason: row.reason,
            recorded_at: row.recorded_at,
        }
    }
}

/// Notes that the responses are public from `at`; does nothing when they already are.
pub fn mark_released(
    connection: &mut DbConnection,
    id: ConsultationId,
    at: Instant,
) -> StoreResult<()> {
    diesel::update(
        consultations::table
            .find(id)
            .filter(consultations::released_at.is_null()),
    )
    .set(consultations::released_at.eq(at))
    .execute(connection)?;
    Ok(())
}

/// Tells every node that published pages of this consultation have changed.
pub fn bump(connection: &mut DbConnection, id: ConsultationId) -> StoreResult<()> {
    bump_scope(connection, &id.to_string())
}

/// Tells every node that published pages of this authority have changed.
pub fn bump_authority(connection: &mut DbConnection, id: AuthorityId) -> StoreResult<()> {
    bump_scope(connection, &id.to_string())
}

fn bump_scope(connection: &mut DbConnection, scope: &str) -> StoreResult<()> {
    let updated = diesel::update(cache_versions::table.find(scope))
        .set(cache_versions::version.eq(cache_versions::version + 1))
        .execute(connection)?;
    if updated == 0 {
        diesel::insert_into(cache_versions::table)
            .values((
                cache_versions::scope.eq(scope),
                cache_versions::version.eq(1),
            ))
            .execute(connection)?;
    }
    Ok(())
}

/// A number that grows with every [`bump`].
pub fn published_version(connection: &mut DbConnection) -> StoreResult<i64> {
    let versions: Vec<i64> = cache_versions::table
        .select(cache_versions::version)
        .load(connection)?;
    Ok(versions.iter().sum())
}

/// The sections the public may read at `now`: none before the draft is shown.
///
/// # Errors
/// When the database refuses.
pub fn shown_sections(
    connection: &mut DbConnection,
    consultation: &Consultation,
    now: Instant,
) -> StoreResult<Vec<SectionSummary>> {
    if consultation.shows_draft(now) {
        drafts::sections(connection, consultation.draft_id)
    } else {
        Ok(Vec::new())
    }
}
