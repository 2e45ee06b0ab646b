//! An authority's people: who has which role, inviting others, invitations nothing came of yet.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::accounts::{
    self, Actor, Authority, By, Invitation, InvitationState, InviteError, Member, NewInvitation,
    NotAllowed,
};
use crate::consultations::{self, Consultation, authority_site};
use crate::db::{DatabaseError, DbConnection, Failure, StoreResult};
use crate::desk::page::{
    ConsultationChoice, InvitationRow, InviteForm, People, PersonRow, RoleInOne,
};
use crate::http::extract::{Form, id};
use crate::http::flash::Done;
use crate::http::render::{FieldError, Site, SiteStaff};
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, ConsultationId, InvitationId};
use crate::kernel::role::Role;

/// What has been done, as the address after the redirect says it.
const DONE: [&str; 5] = [
    "invited",
    "invited-again",
    "invitation-revoked",
    "invitation-over",
    "roles-ended",
];

#[derive(Clone, Deserialize)]
pub(super) struct NewInvitationForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    consultation: String,
}

pub(super) async fn list_people(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String)>,
    done: Done,
) -> Result<HttpResponse, Error> {
    let (_lang, slug) = path.into_inner();
    let shown = (StatusCode::OK, People::default());
    show(&state, &actor, lang, slug, shown, done.one_of(&DONE)).await
}

pub(super) async fn invite(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String)>,
    Form(form): Form<NewInvitationForm>,
) -> Result<HttpResponse, Error> {
    let (_lang, slug) = path.into_inner();
    let here = actor.authority.ok_or_else(Error::not_found)?;
    let errors = match parse(&form, lang) {
        Ok(new) => {
            check_consultation(&state, &new, &slug).await?;
            let by = By::Staff(Actor::clone(&actor));
            match accounts::invite(&state.context, &by, here, new).await {
                Ok(()) => return Ok(back(lang, &slug, "invited")),
                Err(Failure::Refused(refused)) => vec![refusal(refused)?],
                Err(Failure::Database(error)) => return Err(error.into()),
            }
        }
        Err(errors) => errors,
    };
    let page = People {
        form: InviteForm {
            email: form.email,
            role: form.role,
            consultation: form.consultation,
        },
        errors,
        ..People::default()
    };
    let shown = (StatusCode::UNPROCESSABLE_ENTITY, page);
    show(&state, &actor, lang, slug, shown, None).await
}

pub(super) async fn resend(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, slug, invitation) = path.into_inner();
    let (here, invitation, by) = invitation_of(&actor, &invitation)?;
    let done = accounts::resend_invitation(&state.context, &by, here, invitation).await;
    changed(lang, &slug, done, "invited-again")
}

pub(super) async fn revoke(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, slug, invitation) = path.into_inner();
    let (here, invitation, by) = invitation_of(&actor, &invitation)?;
    let done = accounts::revoke_invitation(&state.context, &by, here, invitation).await;
    changed(lang, &slug, done, "invitation-revoked")
}

fn invitation_of(
    actor: &Actor,
    invitation: &str,
) -> Result<(AuthorityId, InvitationId, By), Error> {
    let here = actor.authority.ok_or_else(Error::not_found)?;
    Ok((here, id(invitation)?, By::Staff(actor.clone())))
}

/// An invitation something came of meanwhile is no error of whoever pressed the button: the list says how it stands.
fn changed(
    lang: Language,
    slug: &str,
    done: Result<(), Failure<NotAllowed>>,
    flash: &str,
) -> Result<HttpResponse, Error> {
    match done {
        Ok(()) => Ok(back(lang, slug, flash)),
        Err(Failure::Refused(NotAllowed)) => Ok(back(lang, slug, "invitation-over")),
        Err(Failure::Database(error)) => Err(error.into()),
    }
}

fn back(lang: Language, slug: &str, done: &str) -> HttpResponse {
    let lang = lang.into_str();
    answer::see_other(&format!("/{lang}/desk/{slug}/people?done={done}"))
}

fn parse(form: &NewInvitationForm, lang: Language) -> Result<NewInvitation, Vec<FieldError>> {
    let email = EmailAddress::parse(&form.email);
    let role: Result<Role, _> = form.role.parse();
    let consultation: Option<Result<ConsultationId, _>> =
        (!form.consultation.is_empty()).then(|| form.consultation.parse());
    let consultation = consultation.transpose();
    match (email, role, consultation) {
        (Ok(email), Ok(role), Ok(consultation)) => Ok(NewInvitation {
            email,
            role,
            consultation,
            language: lang,
        }),
        (email, role, consultation) => Err([
            email
                .err()
                .map(|refusal| FieldError::of_address("email", refusal)),
            role.is_err()
                .then(|| FieldError::new("role", "accounts-error-role-missing")),
            consultation
                .is_err()
                .then(|| FieldError::new("consultation", "accounts-error-consultation")),
        ]
        .into_iter()
        .flatten()
        .collect()),
    }
}

/// A role is given for consultations of this authority only, whatever the form says.
async fn check_consultation(
    state: &AppState,
    new: &NewInvitation,
    slug: &str,
) -> Result<(), Error> {
    let Some(id) = new.consultation else {
        return Ok(());
    };
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| consultations::find_by_id(connection, id))
        .await;
    found?
        .filter(|consultation| consultation.authority.slug == slug)
        .map(|_here| ())
        .ok_or_else(Error::not_found)
}

fn refusal(refused: InviteError) -> Result<FieldError, Error> {
    match refused {
        InviteError::HasRole => Ok(FieldError::new("role", "accounts-error-has-role")),
        InviteError::Disabled => Ok(FieldError::new("email", "accounts-error-disabled")),
        InviteError::OneConsultation => Ok(FieldError::new(
            "consultation",
            "accounts-error-administrator-of-one",
        )),
        InviteError::NotAllowed(_) => Err(Error::not_found()),
    }
}

/// Fills in the people and shows the page.
async fn show(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    slug: String,
    (status, mut page): (StatusCode, People),
    flash: Option<String>,
) -> Result<HttpResponse, Error> {
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| find(connection, &slug))
        .await;
    let found = found?.ok_or_else(Error::not_found)?;
    let titles = Titles::new(&found.consultations);
    let members = found.members.into_iter();
    page.people = members.map(|one| person_row(one, actor, &titles)).collect();
    let (invitations, now) = (found.invitations.into_iter(), state.now());
    page.invitations = invitations
        .map(|one| invitation_row(one, &titles, now))
        .collect();
    page.consultations = titles.choices();
    let site = people_site(state, actor, lang, (&found.authority, "/people"), flash);
    state.show(status, lang, &site, &page)
}

/// An authority with everybody who works for it or is asked to.
struct Found {
    authority: Authority,
    consultations: Vec<Consultation>,
    members: Vec<Member>,
    invitations: Vec<Invitation>,
}

fn find(connection: &mut DbConnection, slug: &str) -> StoreResult<Option<Found>> {
    let Some(authority) = accounts::find_authority(connection, slug)? else {
        return Ok(None);
    };
    Ok(Some(Found {
        consultations: consultations_of(connection, &authority)?,
        members: accounts::list_people(connection, authority.id)?,
        invitations: accounts::list_pending_invitations(connection, authority.id)?,
        authority,
    }))
}

pub(super) fn consultations_of(
    connection: &mut DbConnection,
    authority: &Authority,
) -> StoreResult<Vec<Consultation>> {
    let mut all = consultations::list_all(connection)?;
    all.retain(|one| one.authority.id == authority.id);
    Ok(all)
}

/// What the consultations of an authority are called.
pub(super) struct Titles(Vec<(ConsultationId, String)>);

impl Titles {
    pub(super) fn new(consultations: &[Consultation]) -> Self {
        let title = |one: &Consultation| one.short_title.clone();
        Self(
            consultations
                .iter()
                .map(|one| (one.id, title(one)))
                .collect(),
        )
    }

    fn of(&self, id: ConsultationId) -> String {
        let known = self.0.iter().find(|(known, _title)| *known == id);
        known.map_or_else(String::new, |(_id, title)| title.clone())
    }

    fn choices(&self) -> Vec<ConsultationChoice> {
        let choice = |(id, title): &(ConsultationId, String)| ConsultationChoice {
            id: id.to_string(),
            title: title.clone(),
        };
        self.0.iter().map(choice).collect()
    }
}

pub(super) fn person_row(member: Member, actor: &Actor, titles: &Titles) -> PersonRow {
    let in_one = member.consultation_roles.into_iter();
    PersonRow {
        id: member.staff_id.to_string(),
        is_me: member.staff_id == actor.staff_id,
        is_disabled: member.disabled_at.is_some(),
        display_name: member.display_name,
        email: member.email,
        roles: member
            .roles
            .into_iter()
            .map(|role| role.into_str().to_owned())
            .collect(),
        in_one: in_one
            .map(|(consultation, role)| RoleInOne {
                value: format!("{consultation}:{}", role.into_str()),
                role: role.into_str().to_owned(),
                title: titles.of(consultation),
            })
            .collect(),
    }
}

fn invitation_row(invitation: Invitation, titles: &Titles, now: Instant) -> InvitationRow {
    let title = invitation.consultation.map(|of| titles.of(of));
    InvitationRow {
        id: invitation.id.to_string(),
        role: invitation.role.into_str().to_owned(),
        title: title.unwrap_or_default(),
        expires_at: invitation.expires_at,
        is_expired: invitation.state(now) == InvitationState::Expired,
        email: invitation.email,
    }
}

pub(super) fn people_site(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    (authority, path): (&Authority, &str),
    flash: Option<String>,
) -> Site {
    let path = format!("/desk/{}{path}", authority.slug);
    Site {
        staff: Some(SiteStaff::from(actor)),
        flash,
        ..authority_site(state, lang, authority, &path)
    }
}
