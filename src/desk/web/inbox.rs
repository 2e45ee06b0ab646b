//! The inbox of a consultation: views, filters, search, fifty comments a page.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::list::{List, ListQuery, PAGE};
use super::{DONE, DeskPath, DoneTo, desk_site};
use crate::accounts::Actor;
use crate::comments::SubmitterKind;
use crate::consultations::Consultation;
use crate::db::{DbConnection, StoreResult};
use crate::desk::domain::{Filter, View};
use crate::desk::page::{Inbox, InboxRow, InboxSection, Matching, Progress, ViewCounts};
use crate::desk::store::{self, Found, ListedComment};
use crate::drafts::{Places, SectionSummary, first_sections, list_places};
use crate::http::extract::Query;
use crate::http::flash::Done;
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::excerpt::excerpt;
use crate::kernel::ids::StaffId;
use crate::kernel::search_text::Search;
use crate::responses;
use crate::submissions::count_unconfirmed;

/// Characters of a comment shown in the list.
const EXCERPT: usize = 200;

pub(super) async fn show_inbox(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<DeskPath>,
    Query(query): Query<ListQuery>,
    done: Done,
    Query(to): Query<DoneTo>,
    actor: web::ReqData<Actor>,
) -> Result<HttpResponse, Error> {
    let consultation = path.find(&state, &actor).await?;
    let address = format!("{}?{}", path.path(), query.written());
    let mut site = desk_site(&state, lang, &consultation, &actor, &address);
    site.flash = done.one_of(&DONE);
    site.flash_link = to.link(&state, lang, &consultation, &query).await?;
    let (staff, now) = (actor.staff_id, state.now());
    let page = state
        .context
        .db
        .read(move |connection| page(connection, &consultation, &query, staff, now))
        .await?;
    state.show(StatusCode::OK, lang, &site, &page)
}

fn page(
    connection: &mut DbConnection,
    consultation: &Consultation,
    query: &ListQuery,
    staff: StaffId,
    now: Instant,
) -> StoreResult<Inbox> {
    let sections = first_sections(connection, consultation.draft_id)?;
    let list = query.list(consultation.id, staff, &sections);
    let totals = responses::count_roughly(connection, consultation.id)?;
    let progress = Progress {
        is_rough: responses::is_rough(&totals),
        ..totals.into()
    };
    let views = views(connection, &list.filter, &progress)?;
    let (matching, found) = find(connection, &list, &views)?;
    let places = list_places(connection, consultation.draft_id)?;
    let rows = store::list_details(connection, &found.row_keys)?;
    Ok(Inbox {
        view: list.filter.view.into_str().to_owned(),
        views,
        q: list.q.clone(),
        section: list.section.clone(),
        state: list.state().to_owned(),
        sections: sections.into_iter().map(section).collect(),
        progress,
        standing: count_unconfirmed(connection, consultation.id, now)?.into(),
        matching,
        query: list.query(),
        rows: rows.into_iter().map(|row| listed(row, &places)).collect(),
        next_query: found.next_after.map(|after| list.query_from(after)),
    })
}

/// How many match, up to the cap, and the page that was asked for.
fn find(
    connection: &mut DbConnection,
    list: &List,
    views: &ViewCounts,
) -> StoreResult<(Option<Matching>, Found)> {
    let (filter, after) = (&list.filter, list.after);
    if filter.is_whole_view() {
        let found = store::find_row_keys(connection, filter, after, PAGE)?;
        return Ok((Some(Matching::capped(views.of(filter.view))), found));
    }
    if after > 0 && filter.search != Search::All {
        // The first page has said how many; looking for the words again would take as long as finding this page.
        let found = store::find_row_keys(connection, filter, after, PAGE)?;
        return Ok((None, found));
    }
    let countable = store::find_countable(connection, filter, PAGE)?;
    let matching = Matching::of(&countable);
    let found = match after {
        0 => countable.first(PAGE),
        _ => store::find_row_keys(connection, filter, after, PAGE)?,
    };
    Ok((Some(matching), found))
}

impl Matching {
    /// As many as were found, and whether there are more.
    pub(super) fn of(found: &Found) -> Self {
        Self {
            count: i64::try_from(found.row_keys.len()).unwrap_or(i64::MAX),
            goes_on: found.next_after.is_some(),
        }
    }

    /// Views are counted up to 1,000 or further; the page says "more than 1,000" of all of them.
    fn capped(count: i64) -> Self {
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
        store::count_matching(connection, &filter)
    };
    Ok(ViewCounts {
        mine: matching(View::Mine)?,
        waiting: matching(View::Waiting)?,
        new: progress.new,
        all: progress.total,
    })
}

impl ViewCounts {
    fn of(&self, view: View) -> i64 {
        match view {
            View::Mine => self.mine,
            View::Waiting => self.waiting,
            View::New => self.new,
            View::All => self.all,
        }
    }
}

fn section(section: SectionSummary) -> InboxSection {
    InboxSection {
        number: section.number,
        title: section.title,
    }
}

fn listed(row: ListedComment, places: &Places) -> InboxRow {
    let is_organisation = row.submitter_kind == SubmitterKind::Organisation;
    InboxRow {
        comment_id: row.id,
        reference: format!("{}/{}", row.reference, row.position),
        place: places.of(row.section_id, row.paragraph_id),
        excerpt: excerpt(&row.body, EXCERPT),
        submitter_kind: row.submitter_kind.into_str().to_owned(),
        organisation: Some(row.organisation).filter(|_name| is_organisation),
        state: row.state.into_str().to_owned(),
        disposition: row.disposition.map(|one| one.into_str().to_owned()),
        assignee: row.assignee,
        received_at: row.received_at,
    }
}
