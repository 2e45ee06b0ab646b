//! Pages of the desk.

use posvet::accounts::page::{People, Person, PersonForm};
use posvet::consultations::page::Place;
use posvet::http::render::{FieldError, Site};
use posvet::kernel::clock::Instant;
use posvet::kernel::ids::Ids;
use posvet::triage::page::{
    AdministeredAuthority, Answer, Conflict, ContextParagraph, DeskConsultation, DeskHome,
    DispositionCount, HistoryEntry, Inbox, InboxRow, InboxSection, Matching, Progress, ReleasePage,
    ResponseValues, ViewCounts,
};

use super::reading::place;
use super::{Shown, at, of_authority, of_desk};

const BODY: &str = "Brezdomne osebe so na cesti tudi oktobra in aprila, ko so noči še mrzle.";

/// Adds them all.
pub fn add(shown: &mut Shown<'_>) {
    let site = Site {
        flash: Some("saved".into()),
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
            rows: Vec::new(),
            matching: Some(Matching {
                count: 0,
                goes_on: false,
            }),
            next_query: None,
            ..inbox()
        },
    );
    shown.add("answer", &of_desk(), &answer("drafted"));
    shown.add(
        "answer-errors",
        &of_desk(),
        &Answer {
            errors: errors(),
            ..answer("drafted")
        },
    );
    shown.add(
        "answer-conflict",
        &of_desk(),
        &Answer {
            conflict: Some(conflict()),
            ..answer("drafted")
        },
    );
    shown.add("answer-returned", &of_desk(), &returned());
    shown.add("answer-approval", &of_desk(), &approval());
    shown.add(
        "answer-released",
        &of_desk(),
        &Answer {
            can_edit: false,
            ..answer("released")
        },
    );
    shown.add("release", &of_desk(), &release(true));
    shown.add("release-blocked", &of_desk(), &release(false));
    shown.add("release-done", &of_desk(), &released());
    shown.add(
        "people",
        &Site {
            staff: of_desk().staff,
            ..of_authority()
        },
        &people(),
    );
}

pub(super) fn id<Of>() -> posvet::kernel::ids::Id<Of> {
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
            closes_at: at("2022-04-10T22:00:00Z"),
            mine: 12,
            waiting: 5,
            new: 9,
            total: 148,
        }],
        administered: vec![AdministeredAuthority {
            slug: "kranj".into(),
            name: "Mestna občina Kranj".into(),
        }],
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
        unconfirmed: 2,
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
        comment_id: id(),
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
        matching: Some(Matching {
            count: 7,
            goes_on: true,
        }),
        rows: rows.collect(),
        next_query: Some("view=mine&after=7".into()),
    }
}

fn values() -> ResponseValues {
    ResponseValues {
        disposition: "accepted_in_part".into(),
        reason: "Obratovanje podaljšamo za dva meseca, od 1. oktobra do 30. aprila.".into(),
        text_change: "changed".into(),
        new_text: "Zavetišče obratuje od 1. oktobra do 30. aprila.".into(),
    }
}

fn answer(state: &str) -> Answer {
    let paragraph = |html: &str, is_target| ContextParagraph {
        body_html: html.into(),
        is_target,
    };
    Answer {
        comment_id: id(),
        reference: "KRANJ-2022-0042/1".into(),
        place: place(),
        kind: "content".into(),
        body: BODY.into(),
        proposed_text: Some("Zavetišče obratuje od 1. oktobra do 30. aprila.".into()),
        proposed_diff_html: Some(
            "<p>Zavetišče obratuje od 1. <del>novembra</del> <ins>oktobra</ins>.</p>".into(),
        ),
        submitter_kind: "individual".into(),
        public_name: None,
        received_at: at("2022-04-06T19:14:07Z"),
        channel: "web".into(),
        context: vec![
            paragraph(
                "<p>Ljudje ponoči nimajo varnega in toplega prostora.</p>",
                false,
            ),
            paragraph(
                "<p>Zavetišče obratuje od 1. novembra do 31. marca.</p>",
                true,
            ),
        ],
        revision: 1,
        state: state.into(),
        version: 3,
        values: values(),
        change_html: Some(
            "<p>Zavetišče obratuje od 1. <del>novembra</del> <ins>oktobra</ins>.</p>".into(),
        ),
        errors: Vec::new(),
        conflict: None,
        can_edit: true,
        can_approve: false,
        author_name: Some("Članica B".into()),
        return_note: None,
        history: history(),
        next_id: Some(id()),
    }
}

fn history() -> Vec<HistoryEntry> {
    ["returned", "submitted", "saved", "assigned", "received"]
        .into_iter()
        .map(|action| HistoryEntry {
            at: moment(),
            who: (action != "received").then(|| "Članica B".into()),
            action: action.into(),
            disposition: (action == "saved").then(|| "accepted".into()),
            note: (action == "returned").then(|| "Za celo leto nimamo zaposlenih.".into()),
        })
        .collect()
}

fn errors() -> Vec<FieldError> {
    vec![
        FieldError::new("disposition", "triage-error-disposition-missing"),
        FieldError::new("reason", "triage-error-reason-missing"),
        FieldError::new("text_change", "triage-error-text-change-missing"),
    ]
}

fn conflict() -> Conflict {
    Conflict {
        version: 4,
        author_name: "Član C".into(),
        saved_at: moment(),
        values: ResponseValues {
            disposition: "not_accepted".into(),
            ..ResponseValues::default()
        },
    }
}

fn returned() -> Answer {
    Answer {
        return_note: Some("Dodajte razlog za celoletno delovanje.".into()),
        ..answer("returned")
    }
}

fn approval() -> Answer {
    let errors = vec![FieldError::new("note", "triage-error-note-missing")];
    Answer {
        can_edit: false,
        can_approve: true,
        errors,
        ..answer("in_approval")
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
        dispositions: vec![
            count("accepted", 38),
            count("accepted_in_part", if can_release { 110 } else { 22 }),
        ],
        mails: 82,
        is_closed: can_release,
        closes_at: at("2022-04-10T22:00:00Z"),
        can_release,
        released_at: None,
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
        can_release: false,
        ..release(true)
    }
}

fn people() -> People {
    People {
        people: vec![Person {
            staff_id: id(),
            display_name: "Koordinatorka".into(),
            email: "koordinatorka@example.org".into(),
            roles: vec!["coordinator".into(), "administrator".into()],
            is_me: true,
        }],
        form: PersonForm {
            role: "reviewer".into(),
            ..PersonForm::default()
        },
        errors: vec![FieldError::new("password", "accounts-error-password-short").with("min", 12)],
    }
}
