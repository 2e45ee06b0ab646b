//! The public register: figures for everyone at any time, texts from the release on.

use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;
use serde::Deserialize;

use crate::comments::domain::{Disposition, SubmitterKind, public_name};
use crate::comments::page::{
    ChannelCount, Figures, Outcome, Pair, Register, RegisterFilter, SectionFigures,
};
use crate::comments::store::{self, FigureRow, PairRow, RegisterQuery, SectionFilter, Totals};
use crate::consultations::SectionSummary;
use crate::consultations::domain::Consultation;
use crate::consultations::place::Places;
use crate::consultations::store::{list_places, sections};
use crate::consultations::web::{ConsultationPath, site};
use crate::db::{DatabaseError, DbConnection, StoreResult};
use crate::http::cache::{self, Rendered};
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::ids::SectionId;
use crate::kernel::redline;
use crate::kernel::search_text::stems;

/// Pairs on one page.
const PAGE: usize = 50;

/// The filters as they were sent; what is not understood filters nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RegisterParameters {
    q: String,
    section: String,
    disposition: String,
    submitter: String,
    after: String,
}

pub(super) async fn show_register(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<ConsultationPath>,
    parameters: web::Query<RegisterParameters>,
) -> Result<HttpResponse, Error> {
    let consultation = path.find_public(&state).await?;
    let now = state.now();
    let parameters = parameters.into_inner();
    let page = state
        .db
        .read({
            let (consultation, parameters) = (consultation.clone(), parameters.clone());
            move |connection| Data::read(connection, &consultation, &parameters)
        })
        .await
        .map(|data| data.page(&consultation, parameters))?;
    let site = site(
        &state,
        lang,
        &consultation,
        &register_path(&consultation, request.query_string()),
    );
    let html = state.render(lang, &site, &page)?;
    let fresh_until = consultation
        .next_change(now)
        .min(now.plus(TimeDelta::seconds(60)));
    cache::publish(&state, &request, Rendered { html, fresh_until }).await
}

fn register_path(consultation: &Consultation, query: &str) -> String {
    let path = format!(
        "/{}/{}/register",
        consultation.authority.slug, consultation.slug
    );
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}

/// What the database says, read on one connection.
struct Data {
    sections: Vec<SectionSummary>,
    places: Places,
    figures: Vec<FigureRow>,
    totals: Totals,
    matching: usize,
    pairs: Vec<PairRow>,
    has_more: bool,
}

impl Data {
    fn read(
        connection: &mut DbConnection,
        consultation: &Consultation,
        parameters: &RegisterParameters,
    ) -> Result<Self, DatabaseError> {
        let sections = sections(connection, consultation.id)?;
        let query = parameters.query(&sections);
        let (matching, pairs, has_more) = pairs(connection, consultation, &query)?;
        Ok(Self {
            places: list_places(connection, consultation.id)?,
            figures: store::count_figures(
                connection,
                consultation.id,
                consultation.window.closes_at,
            )?,
            totals: store::count_totals(
                connection,
                consultation.id,
                consultation.window.closes_at,
            )?,
            sections,
            matching,
            pairs,
            has_more,
        })
    }

    fn page(self, consultation: &Consultation, parameters: RegisterParameters) -> Register {
        let sections = self.section_rows();
        let next_query = self
            .pairs
            .last()
            .filter(|_last| self.has_more)
            .map(|last| parameters.next(last.row_key));
        let channels = self.totals.channels.into_iter();
        Register {
            released_at: consultation.released_at,
            answers_expected_on: consultation.answers_expected_on(),
            totals: figures(self.figures.iter()),
            submissions: count(self.totals.submissions),
            channels: channels
                .map(|(channel, number)| ChannelCount {
                    channel,
                    count: count(number),
                })
                .collect(),
            unconfirmed: count(self.totals.unconfirmed),
            late: count(self.totals.late),
            sections,
            matching: self.matching as u64,
            pairs: self
                .pairs
                .into_iter()
                .map(|row| pair(row, &self.places))
                .collect(),
            next_query,
            is_continued: !parameters.after.is_empty(),
            filter: parameters.filter(),
        }
    }

    /// One row for each section, and one for the whole draft when somebody commented on it.
    fn section_rows(&self) -> Vec<SectionFigures> {
        let on = |id: Option<SectionId>| {
            figures(self.figures.iter().filter(move |row| row.section_id == id))
        };
        let mut rows: Vec<(Option<u32>, &str, Figures)> = Vec::new();
        for section in &self.sections {
            let number = u32::try_from(section.number).ok();
            rows.push((number, &section.short_title, on(Some(section.id))));
        }
        let whole = on(None);
        if whole.received > 0 {
            rows.push((None, "", whole));
        }
        let received = rows.iter().map(|(_, _, figures)| figures.received);
        let longest = received.max().unwrap_or_default();
        rows.into_iter()
            .map(|(number, title, figures)| {
                SectionFigures::new(number, title.to_owned(), figures, longest)
            })
            .collect()
    }
}

fn pairs(
    connection: &mut DbConnection,
    consultation: &Consultation,
    query: &RegisterQuery,
) -> StoreResult<(usize, Vec<PairRow>, bool)> {
    let keys = store::list_matching(connection, consultation.id, query)?;
    let rest: Vec<i64> = keys
        .iter()
        .copied()
        .filter(|key| query.after < *key)
        .collect();
    let shown: Vec<i64> = rest.iter().copied().take(PAGE).collect();
    let pairs = store::list_pairs(connection, &shown)?;
    Ok((keys.len(), pairs, rest.len() > shown.len()))
}

impl RegisterParameters {
    fn query(&self, sections: &[SectionSummary]) -> RegisterQuery {
        let number = self.section.parse::<i32>().ok();
        let section = match sections
            .iter()
            .find(|section| Some(section.number) == number)
        {
            Some(section) => SectionFilter::One(section.id),
            None if self.section == "draft" => SectionFilter::Draft,
            None => SectionFilter::All,
        };
        RegisterQuery {
            stems: stems(&self.q),
            section,
            disposition: Disposition::parse(&self.disposition),
            submitter: SubmitterKind::parse(&self.submitter),
            after: self.after.parse().unwrap_or_default(),
        }
    }

    fn filter(self) -> RegisterFilter {
        RegisterFilter {
            q: self.q,
            section: self.section,
            disposition: self.disposition,
            submitter: self.submitter,
        }
    }

    /// The query string of the next page.
    fn next(&self, after: i64) -> String {
        let fields = [
            ("q", self.q.as_str()),
            ("section", &self.section),
            ("disposition", &self.disposition),
            ("submitter", &self.submitter),
            ("after", &after.to_string()),
        ];
        let used: Vec<_> = fields
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect();
        serde_urlencoded::to_string(used).unwrap_or_default()
    }
}

fn figures<'a>(rows: impl Iterator<Item = &'a FigureRow>) -> Figures {
    let mut decided = [0; 5];
    let mut waiting = 0;
    for row in rows {
        let slot = row.disposition.and_then(|disposition| {
            let index = Disposition::ALL
                .iter()
                .position(|one| *one == disposition)?;
            decided.get_mut(index)
        });
        *slot.unwrap_or(&mut waiting) += count(row.count);
    }
    Figures::of(decided, waiting)
}

fn pair(row: PairRow, places: &Places) -> Pair {
    let kind = SubmitterKind::parse(&row.submitter_kind).unwrap_or(SubmitterKind::Individual);
    let change_html = row
        .passage
        .as_deref()
        .filter(|_passage| row.text_change == "changed" && !row.changed_text.is_empty())
        .map(|passage| redline::html(passage, &row.changed_text));
    Pair {
        reference: format!("{}/{}", row.reference, row.position),
        place: places.of(row.section_id, row.paragraph_id),
        quote: row.passage,
        public_name: public_name(kind, &row.name, &row.organisation, row.publish_name)
            .map(str::to_owned),
        body: row.body,
        proposed_text: Some(row.proposed_text).filter(|text| !text.is_empty()),
        received_at: row.received_at,
        outcome: Outcome {
            disposition: row.disposition.unwrap_or_default(),
            reason: row.reason,
            change_html,
            is_unchanged: row.text_change == "unchanged",
        },
    }
}

/// A count from the database, which is never negative.
fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}
