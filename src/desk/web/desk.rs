//! The desk: the consultations a person works on, the one that closes first on top.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::TimeDelta;
use serde::Deserialize;

use crate::accounts::{self, Actor};
use crate::consultations::{self, Consultation, Phase};
use crate::db::{DbConnection, StoreResult};
use crate::desk::domain::{Filter, View};
use crate::desk::page::{AdministeredAuthority, DeskConsultation, DeskHome, JobRow};
use crate::desk::store;
use crate::http::flash::Done;
use crate::http::render::{Site, SiteStaff};
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::jobs;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, JobId, StaffId};
use crate::kernel::role::Role;
use crate::responses;

/// How long somebody is told that their job did not end well.
const JOBS_ARE_SHOWN: TimeDelta = TimeDelta::days(2);

pub(super) async fn show_desk(
    state: web::Data<AppState>,
    lang: Language,
    done: Done,
    actor: web::ReqData<Actor>,
) -> Result<HttpResponse, Error> {
    let (now, staff) = (state.now(), actor.staff_id);
    let (page, roles) = state
        .context
        .db
        .read(move |connection| desk(connection, staff, lang, now))
        .await?;
    let site = Site {
        staff: Some(SiteStaff {
            role_names: roles
                .iter()
                .map(|role| role.into_str().to_owned())
                .collect(),
            ..SiteStaff::from(&*actor)
        }),
        flash: done.one_of(&["job-cancelled", "deleted"]),
        switch_url: Some(format!("/{}/desk", lang.other().into_str())),
        ..state.site()
    };
    state.show(StatusCode::OK, lang, &site, &page)
}

/// Which job, in an address.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct JobPath {
    job_id: JobId,
}

/// Ends a job of whoever asks. One that is finished meanwhile is left as it is.
pub(super) async fn cancel_job(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<JobPath>,
    actor: web::ReqData<Actor>,
) -> Result<HttpResponse, Error> {
    let (now, staff, id) = (state.now(), actor.staff_id, path.job_id);
    let is_wanted = state
        .context
        .db
        .write(move |connection| jobs::cancel(connection, staff, id, now))
        .await?;
    let done = if is_wanted { "?done=job-cancelled" } else { "" };
    Ok(answer::see_other(&format!(
        "/{}/desk{done}",
        lang.into_str()
    )))
}

/// The desk of a person, and the roles they hold anywhere.
fn desk(
    connection: &mut DbConnection,
    staff: StaffId,
    lang: Language,
    now: Instant,
) -> StoreResult<(DeskHome, Vec<Role>)> {
    let memberships = accounts::list_memberships(connection, staff)?;
    let in_one = accounts::list_consultation_roles(connection, staff)?;
    let holds = |authority: AuthorityId, roles: &[Role]| {
        memberships
            .iter()
            .any(|(of, role)| *of == authority && roles.contains(role))
    };
    let works_in = |one: &Consultation, roles: &[Role]| {
        let is_in_it = in_one
            .iter()
            .any(|(_of, id, role)| *id == one.id && roles.contains(role));
        is_in_it || holds(one.authority.id, roles)
    };
    let mut mine: Vec<Consultation> = consultations::list_all(connection)?
        .into_iter()
        .filter(|one| works_in(one, responses::WORKING_GROUP))
        .collect();
    mine.sort_by_key(|one| (one.released_at.is_some(), due_at(one)));
    let since = now.plus(-JOBS_ARE_SHOWN);
    let jobs = jobs::list_of(connection, staff, since)?;
    let mut page = DeskHome {
        jobs: jobs.iter().map(JobRow::from).collect(),
        ..DeskHome::default()
    };
    for consultation in &mine {
        let mut entry = entry(connection, consultation, staff, lang, now)?;
        let coordinates = works_in(consultation, &[Role::Coordinator]);
        entry.is_preparing = coordinates && consultation.phase(now) == Phase::Preparing;
        page.consultations.push(entry);
    }
    for authority in accounts::list_authorities(connection)? {
        let named = AdministeredAuthority {
            slug: authority.slug,
            name: authority.name,
        };
        if holds(authority.id, &[Role::Coordinator]) {
            page.coordinated.push(named.clone());
        }
        if holds(authority.id, &[Role::Administrator]) {
            page.administered.push(named);
        }
    }
    let everywhere = memberships.iter().map(|(_of, role)| *role);
    let mut roles: Vec<Role> = everywhere
        .chain(in_one.iter().map(|(_of, _id, role)| *role))
        .collect();
    roles.sort_unstable();
    roles.dedup();
    Ok((page, roles))
}

/// What has to be ready next: the window that closes, then the responses that are expected.
fn due_at(consultation: &Consultation) -> Instant {
    consultation
        .answers_expected_at
        .unwrap_or(consultation.window.closes_at)
}

fn entry(
    connection: &mut DbConnection,
    consultation: &Consultation,
    staff: StaffId,
    lang: Language,
    now: Instant,
) -> StoreResult<DeskConsultation> {
    let totals = responses::count_roughly(connection, consultation.id)?;
    let mut matching = |view| {
        let filter = Filter::of(consultation.id, view, staff);
        store::count_matching(connection, &filter)
    };
    Ok(DeskConsultation {
        authority_slug: consultation.authority.slug.clone(),
        authority_name: consultation.authority.name.clone(),
        slug: consultation.slug.clone(),
        title: consultation.title_in(lang == Language::En).to_owned(),
        phase: consultation.phase(now).into_str().to_owned(),
        is_preparing: false,
        closes_at: consultation.window.closes_at,
        mine: matching(View::Mine)?,
        waiting: matching(View::Waiting)?,
        new: totals.new,
        total: totals.confirmed(),
    })
}
