//! The public register: figures for everyone at any time, texts from the release on; on screen in pages, on paper in
//! parts, and at an address of its own for each comment.

mod data;
mod parameters;
mod shared;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use self::data::{Cut, Data};
pub(super) use self::parameters::RegisterParameters;
use self::shared::Counted;
pub use self::shared::SharedRegister;
use crate::consultations::{Consultation, ConsultationPath, consultation_site};
use crate::http::cache::{self, Found, Making, Rendered};
use crate::http::extract::Query;
use crate::http::render::{Page, Site};
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::site::page::RegisterPrint;
use crate::site::store::{self, RegisterQuery};

/// Pairs on one page.
const PAGE: usize = 50;

/// What a page on screen depends on beside its path, and one on paper.
const READS: [&str; 5] = ["q", "section", "disposition", "submitter", "after"];
const READS_PRINT: [&str; 5] = ["q", "section", "disposition", "submitter", "part"];

/// Pairs in one part for printing: some 160 pages of paper, and a page of one to two megabytes.
const PART: usize = 500;

pub(super) async fn show_register(
    state: web::Data<AppState>,
    shared: web::Data<SharedRegister>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<ConsultationPath>,
    Query(parameters): Query<RegisterParameters>,
) -> Result<HttpResponse, Error> {
    let cut: Cut = |keys, parameters| {
        let after = parameters.after.parse().unwrap_or(0);
        let start = keys.partition_point(|key| *key <= after);
        start..keys.len().min(start + PAGE)
    };
    cache::publish(&state, &request, &READS, move |making| {
        let consultation = path.find_for_page(making)?;
        let data = Data::read(&shared, making, &consultation, &parameters, cut)?;
        let counted = data.counted.clone();
        let page = data.page(&consultation);
        render(making, lang, &consultation, "/register", &counted, &page)
    })
    .await
}

/// All comments that match, in parts that a browser can lay out and a person can carry.
pub(super) async fn print_register(
    state: web::Data<AppState>,
    shared: web::Data<SharedRegister>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<ConsultationPath>,
    Query(parameters): Query<RegisterParameters>,
) -> Result<HttpResponse, Error> {
    let cut: Cut = |keys, parameters| {
        let start = (parameters.part() - 1).saturating_mul(PART).min(keys.len());
        start..keys.len().min(start + PART)
    };
    cache::publish(&state, &request, &READS_PRINT, move |making| {
        let consultation = path.find_for_page(making)?;
        let data = Data::read(&shared, making, &consultation, &parameters, cut)?;
        let (part, parts) = (data.parameters.part(), data.matching.div_ceil(PART).max(1));
        if part > parts {
            return Err(Error::not_found());
        }
        let counted = data.counted.clone();
        let page = RegisterPrint {
            part,
            parts: (1..=parts)
                .map(|number| data.parameters.from("part", &number.to_string()))
                .collect(),
            most: PART,
            first: data.start + 1,
            last: data.start + data.pairs.len(),
            register: data.page(&consultation),
        };
        let room = "/register/print";
        render(making, lang, &consultation, room, &counted, &page)
    })
    .await
}

#[derive(Debug, Deserialize)]
pub(super) struct CommentPath {
    reference: String,
    position: String,
}

/// The permanent address of a comment leads to the page of the register that holds it.
pub(super) async fn find_comment(
    state: web::Data<AppState>,
    shared: web::Data<SharedRegister>,
    lang: Language,
    path: web::Path<ConsultationPath>,
    comment: web::Path<CommentPath>,
) -> Result<HttpResponse, Error> {
    let CommentPath {
        reference,
        position,
    } = comment.into_inner();
    let number: i32 = position
        .parse()
        .ok()
        .filter(|number: &i32| number.to_string() == position)
        .ok_or_else(Error::not_found)?;
    let wanted = reference.clone();
    let find = move |making: &mut Making<'_>| {
        let consultation = path.find_for_page(making)?;
        let (id, connection) = (consultation.id, &mut *making.connection);
        let found = store::find_released(connection, id, &wanted, number)?;
        let key = found.ok_or_else(Error::not_found)?;
        let released = shared.released(&consultation, making)?;
        let keys = released.find(making.connection, &RegisterQuery::default())?;
        Ok::<_, Error>((consultation, last_of_page_before(&keys, key)))
    };
    let (consultation, after) = cache::find(&state, find).await?;
    let after = after.map_or_else(String::new, |key| format!("?after={key}"));
    let register = register_path(&consultation, "/register");
    let lang = lang.into_str();
    Ok(HttpResponse::SeeOther()
        .insert_header((
            header::LOCATION,
            format!("/{lang}{register}{after}#{reference}-{position}"),
        ))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .finish())
}

/// Row key of the last comment before the page that holds `key`; `None` on the first page.
fn last_of_page_before(keys: &[i64], key: i64) -> Option<i64> {
    let place = keys.partition_point(|one| *one < key);
    let start = place - place % PAGE;
    start
        .checked_sub(1)
        .and_then(|last| keys.get(last))
        .copied()
}

fn render(
    making: &Making<'_>,
    lang: Language,
    consultation: &Consultation,
    room: &str,
    counted: &Found<Counted>,
    page: &impl Page,
) -> Result<Rendered, Error> {
    let mut path = register_path(consultation, room);
    if !making.query.is_empty() {
        path = format!("{path}?{}", making.query);
    }
    let site: Site = consultation_site(making.state, lang, consultation, &path);
    let html = making.state.render(lang, &site, page)?;
    let changes = consultation.next_change(making.now);
    Ok(Rendered::with_figures(html, changes, counted))
}

fn register_path(consultation: &Consultation, room: &str) -> String {
    let (authority, slug) = (&consultation.authority.slug, &consultation.slug);
    format!("/{authority}/{slug}{room}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_on_the_page_that_begins_after_the_one_before() {
        let keys: Vec<i64> = (1..=120).map(|number| number * 10).collect();

        assert_eq!(last_of_page_before(&keys, 10), None);
        assert_eq!(last_of_page_before(&keys, 500), None);
        assert_eq!(last_of_page_before(&keys, 510), Some(500));
        assert_eq!(last_of_page_before(&keys, 1_200), Some(1_000));
    }
}
