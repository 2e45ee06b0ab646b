//! What the parts of a consultation say, read from their rows.

use diesel::prelude::*;

use super::around::{list_documents, list_events};
use crate::consultations::domain::{
    Basics, Channels, Consultation, Contact, Content, Group, Member, Part, PhaseEntry, Relation,
    Texts, WindowPlan,
};
use crate::db::schema::{consultation_texts, contacts, phases, relations, working_group_members};
use crate::db::{DatabaseError, DbConnection, StoreResult};
use crate::drafts;
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::ConsultationId;
use crate::kernel::local_time::local;

/// What a part says.
///
/// # Errors
/// When the database refuses.
pub fn read_content(
    connection: &mut DbConnection,
    consultation: &Consultation,
    part: Part,
) -> StoreResult<Content> {
    let id = consultation.id;
    Ok(match part {
        Part::Basics => Content::Basics(Box::new(basics(connection, consultation)?)),
        Part::Text => Content::Text(drafts::written_text(connection, consultation.draft_id)?),
        Part::Window => Content::Window(plan_of(consultation)),
        Part::Channels => Content::Channels(Channels {
            channels_note: consultation.channels_note.clone(),
            privacy_note: consultation.privacy_note.clone(),
            contacts: list_contacts(connection, id)?,
        }),
        Part::Group => Content::Group(Group {
            preparing_body: consultation.preparing_body.clone(),
            appointing_act: consultation.appointing_act.clone(),
            members: list_members(connection, id)?,
        }),
        Part::Relations => Content::Relations(list_relations(connection, id)?),
        Part::Phases => Content::Phases(list_phases(connection, id)?),
        Part::Events => Content::Events(list_events(connection, id)?),
        Part::Documents => Content::Documents(list_documents(connection, id)?),
    })
}

/// The window of a consultation by its days.
pub fn plan_of(consultation: &Consultation) -> WindowPlan {
    let zone = consultation.authority.zone;
    let day = |at: Instant| local(at, zone).date_naive();
    let last_moment = consultation
        .window
        .closes_at
        .plus(chrono::TimeDelta::microseconds(-1));
    WindowPlan {
        first_day: day(consultation.window.opens_at),
        last_day: day(last_moment),
        short_window_reason: consultation.short_window_reason.clone(),
        answers_on: consultation.answers_expected_at.map(day),
        shows_draft_early: consultation.shows_draft_early,
    }
}

fn basics(connection: &mut DbConnection, consultation: &Consultation) -> StoreResult<Basics> {
    let english: Option<(String, String, String, String, String)> = consultation_texts::table
        .find((consultation.id, Language::En))
        .select((
            consultation_texts::title,
            consultation_texts::short_title,
            consultation_texts::summary,
            consultation_texts::purpose,
            consultation_texts::target_groups,
        ))
        .first(connection)
        .optional()?;
    let english = english.map(
        |(title, short_title, summary, purpose, target_groups)| Texts {
            title,
            short_title,
            summary,
            purpose,
            target_groups,
        },
    );
    Ok(Basics {
        slug: consultation.slug.clone(),
        draft_noun: consultation.draft_noun.clone().unwrap_or_default(),
        procedure: consultation.procedure,
        valid_from: consultation.valid_from,
        valid_to: consultation.valid_to,
        own: Texts {
            title: consultation.title.clone(),
            short_title: consultation.short_title.clone(),
            summary: consultation.summary.clone(),
            purpose: consultation.purpose.clone(),
            target_groups: consultation.target_groups.clone(),
        },
        english: english.unwrap_or_default(),
    })
}

/// Whom people can ask, in order.
///
/// # Errors
/// When the database refuses.
pub fn list_contacts(
    connection: &mut DbConnection,
    id: ConsultationId,
) -> StoreResult<Vec<Contact>> {
    let rows: Vec<(String, String, String, String)> = contacts::table
        .filter(contacts::consultation_id.eq(id))
        .order(contacts::position)
        .select((
            contacts::name,
            contacts::email,
            contacts::phone,
            contacts::hours,
        ))
        .load(connection)?;
    let contact = |(name, email, phone, hours)| Contact {
        name,
        email,
        phone,
        hours,
    };
    Ok(rows.into_iter().map(contact).collect())
}

/// The working group, in its own order.
///
/// # Errors
/// When the database refuses.
pub fn list_members(connection: &mut DbConnection, id: ConsultationId) -> StoreResult<Vec<Member>> {
    let rows: Vec<(String, String, bool)> = working_group_members::table
        .filter(working_group_members::consultation_id.eq(id))
        .order(working_group_members::position)
        .select((
            working_group_members::role_name,
            working_group_members::name,
            working_group_members::is_name_public,
        ))
        .load(connection)?;
    let member = |(role_name, name, is_name_public)| Member {
        role_name,
        name,
        is_name_public,
    };
    Ok(rows.into_iter().map(member).collect())
}

/// Other strategies it belongs with, in order.
///
/// # Errors
/// When the database refuses.
pub fn list_relations(
    connection: &mut DbConnection,
    id: ConsultationId,
) -> StoreResult<Vec<Relation>> {
    let rows: Vec<(String, String, String)> = relations::table
        .filter(relations::consultation_id.eq(id))
        .order(relations::position)
        .select((relations::title, relations::period, relations::url))
        .load(connection)?;
    let relation = |(title, period, url)| Relation { title, period, url };
    Ok(rows.into_iter().map(relation).collect())
}

/// The steps of the work, in order.
///
/// # Errors
/// When the database refuses.
pub fn list_phases(
    connection: &mut DbConnection,
    id: ConsultationId,
) -> StoreResult<Vec<PhaseEntry>> {
    let rows: Vec<(String, String, String, String)> = phases::table
        .filter(phases::consultation_id.eq(id))
        .order(phases::position)
        .select((
            phases::title,
            phases::description,
            phases::starts_on,
            phases::ends_on,
        ))
        .load(connection)?;
    rows.into_iter()
        .map(|(title, description, starts_on, ends_on)| {
            let day = |text: String| text.parse().map_err(DatabaseError::unreadable);
            Ok(PhaseEntry {
                title,
                description,
                starts_on: day(starts_on)?,
                ends_on: Some(ends_on)
                    .filter(|text| !text.is_empty())
                    .map(day)
                    .transpose()?,
            })
        })
        .collect()
}
