//! The inbox of a consultation: views, filters, search, fifty comments a page.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{DeskPath, Done, desk_site, show};
use crate::accounts::Actor;
use crate::comments::{CommentState, SubmitterKind};
use crate::consultations::place::Places;
use crate::consultations::store::list_places;
use crate::consultations::{Consultation, SectionSummary, sections};
use crate::db::{DbConnection, StoreResult};
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::ids::StaffId;
use crate::kernel::search_text::stems;
use crate::triage::domain::{Filter, SectionFilter, View};
use crate::triage::page::{Inbox, InboxRow, InboxSection, Matching, Progress, ViewCounts};
use crate::triage::store::{self, Found, ListedComment};

/// Comments on a page.
const PAGE: usize = 50;
/// Characters of a comment shown in the list.
const EXCERPT: usize = 200;

/// What the address asks for. Whatever cannot be understood is as if it were not there.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct InboxQuery {
    view: String,
    /// Number of a section, `draft` for comments on the draft as a whole.
    section: String,
    state: String,
    q: String,
    /// Row key of the last comment of the page before.
    after: String,
}

pub(super) async fn show_inbox(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<DeskPath>,
    query: web::Query<InboxQuery>,
    done: web::Query<Done>,
    actor: web::ReqData<Actor>,
) -> Result<HttpResponse, Error> {
    let consultation = path.find(&state, &actor).await?;
    let mut site = desk_site(&state, lang, &consultation, &actor, &path.path());
    site.flash = done.flash();
    let staff = actor.staff_id;
    let page = state
        .db
        .read(move |connection| query.page(connection, &consultation, staff))
        .await?;
    show(&state, lang, StatusCode::OK, &site, &page)
}

impl InboxQuery {
    fn page(
        &self,
        connection: &mut DbConnection,
        consultation: &Consultation,
        staff: StaffId,
    ) -> StoreResult<Inbox> {
        let sections = sections(connection, consultation.id)?;
        let filter = self.filter(consultation, staff, &sections);
        let totals = store::count_roughly(connection, consultation.id)?;
        let progress = Progress {
            is_rough: store::is_rough(&totals),
            ..totals.into()
        };
        let views = views(connection, &filter, &progress)?;
        let (matching, found) = self.find(connection, &filter, &views)?;
        let places = list_places(connection, consultation.id)?;
        let rows = store::list_details(connection, &found.row_keys)?;
        Ok(Inbox {
            view: filter.view.code().to_owned(),
            views,
            q: self.q.trim().to_owned(),
            section: match filter.section {
                SectionFilter::Any => String::new(),
                _ => self.section.clone(),
            },
            state: filter
                .state
                .map_or_else(String::new, |state| state.code().to_owned()),
            sections: sections.into_iter().map(section).collect(),
            progress,
            matching,
            rows: rows.into_iter().map(|row| listed(row, &places)).collect(),
            next_query: found.next_after.map(|after| self.next(&filter, after)),
        })
    }

    fn filter(
        &self,
        consultation: &Consultation,
        staff: StaffId,
        sections: &[SectionSummary],
    ) -> Filter {
        let number = self.section.parse::<i32>().ok();
        let chosen = sections
            .iter()
            .find(|section| Some(section.number) == number);
        Filter {
            section: match chosen {
                Some(section) => SectionFilter::Section(section.id),
                None if self.section == "draft" => SectionFilter::WholeDraft,
                None => SectionFilter::Any,
            },
            state: CommentState::parse(&self.state),
            stems: stems(&self.q)
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
            ..Filter::of(consultation.id, View::parse(&self.view), staff)
        }
    }

    /// How many match, up to the cap, and the page that was asked for.
    fn find(
        &self,
        connection: &mut DbConnection,
        filter: &Filter,
        views: &ViewCounts,
    ) -> StoreResult<(Option<Matching>, Found)> {
        let after = self.after.parse().unwrap_or(0);
        if filter.is_whole_view() {
            let found = store::find_row_keys(connection, filter, after, PAGE)?;
            return Ok((Some(Matching::capped(views.of(filter.view))), found));
        }
        if after > 0 && !filter.stems.is_empty() {
            // The first page has said how many; looking for the words again would take as long as finding this page.
            let found = store::find_row_keys(connection, filter, after, PAGE)?;
            return Ok((None, found));
        }
        let countable = store::find_countable(connection, filter, PAGE)?;
        let matching = Matching {
            count: number(countable.row_keys.len()),
            goes_on: countable.next_after.is_some(),
        };
        let found = match after {
            0 => countable.first(PAGE),
            _ => store::find_row_keys(connection, filter, after, PAGE)?,
        };
        Ok((Some(matching), found))
    }

    /// The query string of the next page.
    fn next(&self, filter: &Filter, after: i64) -> String {
        let after = after.to_string();
        let fields = [
            ("view", filter.view.code()),
            ("section", &self.section),
            ("state", &self.state),
            ("q", self.q.trim()),
            ("after", &after),
        ];
        let used: Vec<_> = fields
            .into_iter()
            .filter(|(_name, value)| !value.is_empty())
            .collect();
        serde_urlencoded::to_string(used).unwrap_or_default()
    }
}

impl Matching {
    /// Views are counted up to 1,000 or further; the page says "more than 1,000" of all of them.
    fn capped(count: u64) -> Self {
        Self {
            count: count.min(1_000),
            goes_on: count > 1_000,
        }
    }
}

/// How many comments each view has. Two follow from the progress, the other two are counted up to the cap.
fn views(
    connection: &mut DbConnection,
    filter: &Filter,
    progress: &Progress,
) -> StoreResult<ViewCounts> {
    let mut matching = |view| {
        let filter = Filter::of(filter.consultation, view, filter.staff);
        StoreResult::Ok(number(store::count_matching(connection, &filter)?))
    };
    Ok(ViewCounts {
        mine: matching(View::Mine)?,
        waiting: matching(View::Waiting)?,
        new: progress.new,
        all: progress.total,
    })
}

impl ViewCounts {
    fn of(&self, view: View) -> u64 {
        match view {
            View::Mine => self.mine,
            View::Waiting => self.waiting,
            View::New => self.new,
            View::All => self.all,
        }
    }
}

fn number(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

fn section(section: SectionSummary) -> InboxSection {
    InboxSection {
        number: u32::try_from(section.number).unwrap_or_default(),
        title: section.title,
    }
}

fn listed(row: ListedComment, places: &Places) -> InboxRow {
    let is_organisation = row.submitter_kind == SubmitterKind::Organisation;
    InboxRow {
        comment_id: row.id,
        reference: format!("{}/{}", row.reference, row.position),
        place: places.of(row.section_id, row.paragraph_id),
        excerpt: excerpt(&row.body),
        submitter_kind: row.submitter_kind.code().to_owned(),
        organisation: Some(row.organisation).filter(|_name| is_organisation),
        state: row.state,
        disposition: row.disposition,
        assignee: row.assignee,
        received_at: row.received_at,
    }
}

/// The beginning of a text in one line, cut between words.
fn excerpt(body: &str) -> String {
    let mut line = String::new();
    let mut letters = 0;
    for word in body.split_whitespace() {
        letters += word.chars().count() + 1;
        if letters > EXCERPT {
            line.push('…');
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_one_line_cut_between_words() {
        assert_eq!(excerpt("ena\n\n dve"), "ena dve");

        let long = excerpt(&"beseda ".repeat(100));

        assert!(long.ends_with("beseda…"));
        assert!(long.chars().count() <= EXCERPT);
    }
}
