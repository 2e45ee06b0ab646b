//! One person of an authority: their roles, whether they may sign in, a second factor they lost.

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use futures_util::future::LocalBoxFuture;

use super::people::{Titles, consultations_of, people_site, person_row};
use crate::accounts::{self, Actor, By, ChangePersonError, RolesLeft};
use crate::context::Context;
use crate::db::{DatabaseError, DbConnection, Failure, StoreResult};
use crate::desk::page::PersonPage;
use crate::http::extract::{Form, id};
use crate::http::flash::Done;
use crate::http::render::FieldError;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::ids::{AuthorityId, ConsultationId, StaffId};
use crate::kernel::role::Role;

/// What has been done, as the address after the redirect says it.
const DONE: [&str; 4] = [
    "roles-saved",
    "person-disabled",
    "person-enabled",
    "second-factor-reset",
];

/// The list of people says it when somebody works here no more.
const ROLES_ENDED: &str = "roles-ended";

/// Language, authority, person.
type PersonPath = web::Path<(String, String, String)>;

/// Who asks, about whom.
pub(super) struct Request {
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: PersonPath,
}

impl FromRequest for Request {
    type Error = actix_web::Error;
    type Future = LocalBoxFuture<'static, Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let parts = <(_, _, _, _)>::from_request(request, payload);
        Box::pin(async move {
            let (state, actor, lang, path) = parts.await?;
            Ok(Self {
                state,
                actor,
                lang,
                path,
            })
        })
    }
}

impl Request {
    fn context(&self) -> &Context {
        &self.state.context
    }

    /// In whose name, in which authority, about whom.
    fn asked(&self) -> Result<(By, AuthorityId, StaffId), Error> {
        let here = self.actor.authority.ok_or_else(Error::not_found)?;
        let by = By::Staff(Actor::clone(&self.actor));
        Ok((by, here, id(&self.path.2)?))
    }

    /// The person again, or the list when they work here no more; a refusal stands beside `field`.
    async fn answered(
        &self,
        done: Result<(), Failure<ChangePersonError>>,
        field: &str,
        flash: &str,
    ) -> Result<HttpResponse, Error> {
        let (_lang, slug, person) = &*self.path;
        let lang = self.lang.into_str();
        let refused = match done {
            Ok(()) if flash == ROLES_ENDED => {
                let url = format!("/{lang}/desk/{slug}/people?done={flash}");
                return Ok(answer::see_other(&url));
            }
            Ok(()) => {
                let url = format!("/{lang}/desk/{slug}/people/{person}?done={flash}");
                return Ok(answer::see_other(&url));
            }
            Err(Failure::Refused(refused)) => refused,
            Err(Failure::Database(error)) => return Err(error.into()),
        };
        let key = match refused {
            ChangePersonError::NotAllowed(_) => return Err(Error::not_found()),
            ChangePersonError::WorksElsewhere => "accounts-error-works-elsewhere",
            ChangePersonError::LastAdministrator => "accounts-error-last-administrator",
        };
        let errors = vec![FieldError::new(field, key)];
        self.show(StatusCode::UNPROCESSABLE_ENTITY, errors, None)
            .await
    }

    async fn show(
        &self,
        status: StatusCode,
        errors: Vec<FieldError>,
        flash: Option<String>,
    ) -> Result<HttpResponse, Error> {
        let (_lang, slug, person) = self.path.clone();
        let person = id(&person)?;
        let found: Result<_, DatabaseError> = self
            .context()
            .db
            .read(move |connection| find(connection, &slug, person))
            .await;
        let (authority, titles, member, has_second_factor) = found?.ok_or_else(Error::not_found)?;
        let (state, actor, path) = (&self.state, &self.actor, format!("/people/{person}"));
        let page = PersonPage {
            person: person_row(member, actor, &titles),
            has_second_factor,
            errors,
        };
        let site = people_site(state, actor, self.lang, (&authority, &path), flash);
        state.show(status, self.lang, &site, &page)
    }
}

pub(super) async fn show_person(request: Request, done: Done) -> Result<HttpResponse, Error> {
    let flash = done.one_of(&DONE);
    request.show(StatusCode::OK, Vec::new(), flash).await
}

pub(super) async fn set_roles(
    request: Request,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let left = left(&pairs);
    let is_nothing = left.roles.is_empty() && left.consultation_roles.is_empty();
    let flash = if is_nothing {
        ROLES_ENDED
    } else {
        "roles-saved"
    };
    let (by, here, person) = request.asked()?;
    let done = accounts::set_roles(request.context(), &by, here, person, left).await;
    request.answered(done, "roles", flash).await
}

pub(super) async fn disable(request: Request) -> Result<HttpResponse, Error> {
    let (by, here, person) = request.asked()?;
    let done = accounts::disable_person(request.context(), &by, here, person).await;
    request.answered(done, "", "person-disabled").await
}

pub(super) async fn enable(request: Request) -> Result<HttpResponse, Error> {
    let (by, here, person) = request.asked()?;
    let done = accounts::enable_person(request.context(), &by, here, person).await;
    request.answered(done, "", "person-enabled").await
}

pub(super) async fn reset_second_factor(request: Request) -> Result<HttpResponse, Error> {
    let (by, here, person) = request.asked()?;
    let done = accounts::reset_second_factor(request.context(), &by, here, person).await;
    request.answered(done, "", "second-factor-reset").await
}

/// The boxes that were ticked.
fn left(pairs: &[(String, String)]) -> RolesLeft {
    let ticked = |name: &'static str| {
        pairs
            .iter()
            .filter(move |(field, _value)| field == name)
            .map(|(_field, value)| value.as_str())
    };
    let in_one = |value: &str| -> Option<(ConsultationId, Role)> {
        let (consultation, role) = value.split_once(':')?;
        Some((consultation.parse().ok()?, role.parse().ok()?))
    };
    RolesLeft {
        roles: ticked("roles")
            .filter_map(|role| role.parse().ok())
            .collect(),
        consultation_roles: ticked("in_one").filter_map(in_one).collect(),
    }
}

type Found = (accounts::Authority, Titles, accounts::Member, bool);

fn find(connection: &mut DbConnection, slug: &str, person: StaffId) -> StoreResult<Option<Found>> {
    let Some(authority) = accounts::find_authority(connection, slug)? else {
        return Ok(None);
    };
    let people = accounts::list_people(connection, authority.id)?;
    let Some(member) = people.into_iter().find(|one| one.staff_id == person) else {
        return Ok(None);
    };
    let titles = Titles::new(&consultations_of(connection, &authority)?);
    let has = accounts::has_second_factor(connection, person)?;
    Ok(Some((authority, titles, member, has)))
}
