//! Pages of the desk.

use posvet::testing::desk::{
    page::AdministeredAuthority, page::DeskConsultation, page::DeskHome, page::DispositionCount,
    page::Inbox, page::InboxRow, page::InboxSection, page::JobRow, page::Matching, page::Progress,
    page::ReleasePage, page::ViewCounts,
};
use posvet::testing::drafts::Place;
use posvet::testing::http::{render::FlashLink, render::Site};
use posvet::testing::kernel::clock::Instant;
use posvet::testing::kernel::ids::Ids;

use super::reading::{place, submission_counts};
use super::{Shown, answer, at, of_desk, workspace};

pub(super) const BODY: &str =
    "Brezdomne osebe so na cesti tudi oktobra in aprila, ko so noči še mrzle.";

/// Adds them all.
pub fn add(shown: &mut Shown<'_>) {
    let site = Site {
        flash: Some("saved".into()),
        flash_link: Some(FlashLink {
            name: "KRANJ-2022-0041/1".into(),
            url: "/sl/desk".into(),
        }),
        ..of_desk()
    };
    shown.add(
        "desk",
        &Site {
            consultation: None,
            authority: None,
            ..of_desk()
        },
        &desk(),
    );
    shown.add(
        "desk-empty",
        &Site {
            consultation: None,
            ..of_desk()
        },
        &DeskHome::default(),
    );
    shown.add("inbox", &site, &inbox());
    shown.add(
        "inbox-empty",
        &site,
        &Inbox {
            query: "view=all".into(),
            rows: Vec::new(),
            matching: Some(Matching {
                count: 0,
                goes_on: false,
            }),
            next_query: None,
            ..inbox()
        },
    );
    answer::add(shown);
    workspace::add(shown);
    shown.add("release", &of_desk(), &release(true));
    shown.add("release-blocked", &of_desk(), &release(false));
    let going_on = ReleasePage {
        job: Some(job("waiting", 1_250, false)),
        is_under_way: true,
        ..release(false)
    };
    shown.add("release-goes-on", &of_desk(), &going_on);
    shown.add("release-done", &of_desk(), &released());
    let left = ReleasePage {
        is_under_way: true,
        ..release(true)
    };
    shown.add("release-left", &of_desk(), &left);
}

pub(super) fn id<Of>() -> posvet::testing::kernel::ids::Id<Of> {
    Ids::seeded(1).next(moment())
}

pub(super) fn moment() -> Instant {
    at("2022-04-28T08:02:00Z")
}

fn desk() -> DeskHome {
    DeskHome {
        consultations: vec![DeskConsultation {
            authority_slug: "kranj".into(),
            authority_name: "Mestna občina Kranj".into(),
            slug: "socialno-varstvo".into(),
            title: "Strategija razvoja socialnega varstva v Mestni občini Kranj 2022–2028".into(),
            phase: "closed".into(),
            is_preparing: false,
            closes_at: at("2022-04-10T22:00:00Z"),
            mine: 12,
            waiting: 5,
            new: 9,
            total: 148,
        }],
        jobs: vec![
            job("waiting", 1_250, true),
            JobRow {
                error: "jobs-error-tried-too-often".into(),
                ..job("failed", 0, false)
            },
            job("cancelled", 40, false),
        ],
        coordinated: vec![AdministeredAuthority {
            slug: "kranj".into(),
            name: "Mestna občina Kranj".into(),
        }],
        administered: vec![AdministeredAuthority {
            slug: "kranj".into(),
            name: "Mestna občina Kranj".into(),
        }],
    }
}

fn job(state: &str, done: i64, can_cancel: bool) -> JobRow {
    JobRow {
        id: Ids::seeded(7).next(moment()),
        kind: "release_mails".into(),
        title: "Socialno varstvo 2022–2028".into(),
        path: "/desk/kranj/socialno-varstvo/release".into(),
        state: state.into(),
        done,
        total: 4_000,
        can_cancel,
        is_ending: false,
        error: String::new(),
        created_at: moment(),
    }
}

fn progress() -> Progress {
    Progress {
        total: 148,
        new: 9,
        drafted: 58,
        in_approval: 21,
        approved: 60,
        released: 0,
        is_rough: false,
    }
}

fn inbox() -> Inbox {
    let states = [
        "new",
        "drafted",
        "in_approval",
        "returned",
        "approved",
        "released",
        "unconfirmed",
    ];
    let rows = states.into_iter().enumerate().map(|(n, state)| InboxRow {
        comment_id: Ids::seeded(u64::try_from(n).unwrap()).next(moment()),
        reference: format!("KRANJ-2022-{:04}/1", n + 1),
        place: if n == 0 { Place::default() } else { place() },
        excerpt: BODY.into(),
        submitter_kind: if n == 1 { "organisation" } else { "individual" }.into(),
        organisation: (n == 1).then(|| "Organizacija A".into()),
        state: state.into(),
        disposition: (n > 3).then(|| "accepted_in_part".into()),
        assignee: (n > 0).then(|| "Članica B".into()),
        received_at: at("2022-04-06T19:14:07Z"),
    });
    Inbox {
        view: "mine".into(),
        views: ViewCounts {
            mine: 12,
            waiting: 5,
            new: 9,
            all: 148,
        },
        q: "zavetišče".into(),
        section: "3".into(),
        state: String::new(),
        sections: vec![InboxSection {
            number: 3,
            title: "Revščina".into(),
        }],
        progress: progress(),
        standing: submission_counts(),
        matching: Some(Matching {
            count: 7,
            goes_on: true,
        }),
        query: "view=all".into(),
        rows: rows.collect(),
        next_query: Some("view=mine&after=7".into()),
    }
}

fn release(can_release: bool) -> ReleasePage {
    let ready = Progress {
        new: 0,
        drafted: 0,
        in_approval: 0,
        approved: 148,
        ..progress()
    };
    let count = |of: &str, count| DispositionCount {
        disposition: of.into(),
        count,
    };
    ReleasePage {
        progress: if can_release { ready } else { progress() },
        standing: submission_counts(),
        dispositions: vec![
            count("accepted", 38),
            count("accepted_in_part", if can_release { 110 } else { 22 }),
        ],
        mails: 82,
        is_closed: can_release,
        closes_at: at("2022-04-10T22:00:00Z"),
        can_release,
        released_at: None,
        is_under_way: false,
        job: None,
        is_mailing: false,
        errors: Vec::new(),
    }
}

fn released() -> ReleasePage {
    let progress = Progress {
        approved: 0,
        released: 148,
        ..release(true).progress
    };
    ReleasePage {
        progress,
        released_at: Some(moment()),
        is_mailing: true,
        can_release: false,
        ..release(true)
    }
}
