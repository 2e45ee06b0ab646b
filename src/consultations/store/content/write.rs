//! Puts the parts of a consultation into their rows.

use chrono::Datelike as _;
use diesel::prelude::*;

use super::around::{write_documents, write_events};
use crate::consultations::domain::{
    Basics, Channels, Content, Group, PhaseEntry, Relation, Texts, Window, WindowPlan,
};
use crate::consultations::store::insert::mint_prefix;
use crate::consultations::store::read::get;
use crate::db::schema::{
    consultation_texts, consultations, contacts, phases, relations, working_group_members,
};
use crate::db::{DatabaseError, DbConnection, StoreResult, insert_rows};
use crate::i18n::Language;
use crate::kernel::ids::ConsultationId;
use crate::kernel::local_time::{local, start_of_day};

/// Puts a part in the place of what it said. The text of the draft is for the room of drafts to write.
///
/// # Errors
/// When the database refuses.
pub fn write_content(
    connection: &mut DbConnection,
    id: ConsultationId,
    content: &Content,
) -> StoreResult<()> {
    match content {
        Content::Basics(basics) => write_basics(connection, id, basics),
        Content::Text(_) => Ok(()),
        Content::Window(plan) => write_plan(connection, id, plan),
        Content::Channels(channels) => write_channels(connection, id, channels),
        Content::Group(group) => write_group(connection, id, group),
        Content::Relations(list) => write_relations(connection, id, list),
        Content::Phases(list) => write_phases(connection, id, list),
        Content::Events(list) => write_events(connection, id, list),
        Content::Documents(list) => write_documents(connection, id, list),
    }
}

fn write_relations(
    connection: &mut DbConnection,
    id: ConsultationId,
    list: &[Relation],
) -> StoreResult<()> {
    let all = relations::table.filter(relations::consultation_id.eq(id));
    diesel::delete(all).execute(connection)?;
    let rows = numbered(list);
    insert_rows!(connection, relations::table, rows, |(position, one)| (
        relations::consultation_id.eq(id),
        relations::position.eq(position),
        relations::title.eq(&one.title),
        relations::period.eq(&one.period),
        relations::url.eq(&one.url),
    ))?;
    Ok(())
}

fn write_phases(
    connection: &mut DbConnection,
    id: ConsultationId,
    list: &[PhaseEntry],
) -> StoreResult<()> {
    let all = phases::table.filter(phases::consultation_id.eq(id));
    diesel::delete(all).execute(connection)?;
    let rows = numbered(list);
    insert_rows!(connection, phases::table, rows, |(position, one)| (
        phases::consultation_id.eq(id),
        phases::position.eq(position),
        phases::title.eq(&one.title),
        phases::description.eq(&one.description),
        phases::starts_on.eq(one.starts_on.to_string()),
        phases::ends_on.eq(one.ends_on.map(|day| day.to_string()).unwrap_or_default()),
    ))?;
    Ok(())
}

fn numbered<T>(list: &[T]) -> Vec<(i32, &T)> {
    (0..).zip(list).collect()
}

fn write_basics(
    connection: &mut DbConnection,
    id: ConsultationId,
    basics: &Basics,
) -> StoreResult<()> {
    diesel::update(consultations::table.find(id))
        .set((
            consultations::slug.eq(&basics.slug),
            consultations::procedure.eq(basics.procedure),
            consultations::valid_from.eq(basics.valid_from),
            consultations::valid_to.eq(basics.valid_to),
        ))
        .execute(connection)?;
    write_texts(connection, id, Language::default(), &basics.own)?;
    diesel::update(consultation_texts::table.find((id, Language::default())))
        .set(consultation_texts::draft_noun.eq(&basics.draft_noun))
        .execute(connection)?;
    write_texts(connection, id, Language::En, &basics.english)
}

/// An empty text in another language is no row.
fn write_texts(
    connection: &mut DbConnection,
    id: ConsultationId,
    language: Language,
    texts: &Texts,
) -> StoreResult<()> {
    let row = consultation_texts::table.find((id, language));
    let values = (
        consultation_texts::title.eq(&texts.title),
        consultation_texts::short_title.eq(&texts.short_title),
        consultation_texts::summary.eq(&texts.summary),
        consultation_texts::purpose.eq(&texts.purpose),
        consultation_texts::target_groups.eq(&texts.target_groups),
    );
    if *texts == Texts::default() {
        diesel::delete(row).execute(connection)?;
        return Ok(());
    }
    if diesel::update(row).set(values).execute(connection)? == 0 {
        diesel::insert_into(consultation_texts::table)
            .values((
                consultation_texts::consultation_id.eq(id),
                consultation_texts::language.eq(language),
                values,
                consultation_texts::draft_noun.eq(""),
                consultation_texts::channels_note.eq(""),
                consultation_texts::privacy_note.eq(""),
                consultation_texts::appointing_act.eq(""),
            ))
            .execute(connection)?;
    }
    Ok(())
}

/// A window that opens in another year has numbers of that year.
fn write_plan(
    connection: &mut DbConnection,
    id: ConsultationId,
    plan: &WindowPlan,
) -> StoreResult<()> {
    let before = get(connection, id)?;
    let zone = before.authority.zone;
    let window = plan.window(zone).map_err(DatabaseError::unreadable)?;
    if local(before.window.opens_at, zone).year() != plan.first_day.year() {
        let prefix = mint_prefix(connection, before.authority.id, window)?;
        diesel::update(consultations::table.find(id))
            .set(consultations::reference_prefix.eq(prefix))
            .execute(connection)?;
    }
    // Noon of the day: what is promised is a day, not an hour.
    let answers_at = match plan.answers_on {
        Some(day) => Some(
            start_of_day(day, zone)
                .map_err(DatabaseError::unreadable)?
                .plus(chrono::TimeDelta::hours(10)),
        ),
        None => None,
    };
    diesel::update(consultations::table.find(id))
        .set((
            consultations::opens_at.eq(window.opens_at),
            consultations::closes_at.eq(window.closes_at),
            consultations::answers_expected_at.eq(answers_at),
            consultations::shows_draft_early.eq(plan.shows_draft_early),
            consultations::short_window_reason.eq(&plan.short_window_reason),
        ))
        .execute(connection)?;
    Ok(())
}

fn write_channels(
    connection: &mut DbConnection,
    id: ConsultationId,
    channels: &Channels,
) -> StoreResult<()> {
    diesel::update(consultation_texts::table.find((id, Language::default())))
        .set((
            consultation_texts::channels_note.eq(&channels.channels_note),
            consultation_texts::privacy_note.eq(&channels.privacy_note),
        ))
        .execute(connection)?;
    diesel::delete(contacts::table.filter(contacts::consultation_id.eq(id))).execute(connection)?;
    let rows = numbered(&channels.contacts);
    insert_rows!(connection, contacts::table, rows, |(position, one)| (
        contacts::consultation_id.eq(id),
        contacts::position.eq(position),
        contacts::name.eq(&one.name),
        contacts::email.eq(&one.email),
        contacts::phone.eq(&one.phone),
        contacts::hours.eq(&one.hours),
    ))?;
    Ok(())
}

fn write_group(
    connection: &mut DbConnection,
    id: ConsultationId,
    group: &Group,
) -> StoreResult<()> {
    diesel::update(consultation_texts::table.find((id, Language::default())))
        .set((
            consultation_texts::appointing_act.eq(&group.appointing_act),
            consultation_texts::preparing_body.eq(&group.preparing_body),
        ))
        .execute(connection)?;
    let all = working_group_members::table.filter(working_group_members::consultation_id.eq(id));
    diesel::delete(all).execute(connection)?;
    let rows = numbered(&group.members);
    insert_rows!(connection, working_group_members::table, rows, |(
        position,
        one,
    )| (
        working_group_members::consultation_id.eq(id),
        working_group_members::position.eq(position),
        working_group_members::role_name.eq(&one.role_name),
        working_group_members::name.eq(&one.name),
        working_group_members::is_name_public.eq(one.is_name_public),
    ))?;
    Ok(())
}

/// Moves the end of the window.
///
/// # Errors
/// When the database refuses.
pub fn set_window(
    connection: &mut DbConnection,
    id: ConsultationId,
    window: Window,
) -> StoreResult<()> {
    diesel::update(consultations::table.find(id))
        .set((
            consultations::opens_at.eq(window.opens_at),
            consultations::closes_at.eq(window.closes_at),
        ))
        .execute(connection)?;
    Ok(())
}
