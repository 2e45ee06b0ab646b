//! The page of one comment and its response, in every state.

use posvet::testing::desk::{
    page::Answer, page::AnswerList, page::Conflict, page::ContextParagraph, page::HistoryEntry,
    page::Listed, page::Matching, page::ResponseValues, page::ReturnNote,
};
use posvet::testing::http::render::FieldError;

use super::desk::{BODY, id, moment};
use super::reading::place;
use super::{Shown, at, of_desk};

/// Adds them all.
pub(super) fn add(shown: &mut Shown<'_>) {
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
    shown.add("answer-reopened", &of_desk(), &reopened());
    shown.add("answer-approval", &of_desk(), &approval());
    shown.add(
        "answer-take-back",
        &of_desk(),
        &Answer {
            can_edit: false,
            can_take_back: true,
            ..answer("in_approval")
        },
    );
    shown.add(
        "answer-approved",
        &of_desk(),
        &Answer {
            can_edit: false,
            can_reopen: true,
            ..answer("approved")
        },
    );
    shown.add(
        "answer-released",
        &of_desk(),
        &Answer {
            can_edit: false,
            ..answer("released")
        },
    );
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
        has_present_text: true,
        can_approve: false,
        can_take_back: false,
        can_reopen: false,
        author_name: Some("Članica B".into()),
        return_note: None,
        history: history(),
        list: Some(list()),
    }
}

fn list() -> AnswerList {
    let listed = || Listed {
        comment_id: id(),
        query: "view=mine&q=dom&after=50".into(),
    };
    AnswerList {
        view: "mine".into(),
        query: "view=mine&q=dom".into(),
        position: Some(2),
        matching: Matching {
            count: 1_000,
            goes_on: true,
        },
        previous: Some(listed()),
        next: Some(listed()),
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
        FieldError::new("disposition", "desk-error-disposition-missing"),
        FieldError::new("reason", "desk-error-reason-missing"),
        FieldError::new("text_change", "desk-error-text-change-missing"),
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
        return_note: Some(ReturnNote {
            action: "returned".into(),
            note: "Dodajte razlog za celoletno delovanje.".into(),
        }),
        ..answer("returned")
    }
}

fn reopened() -> Answer {
    Answer {
        return_note: Some(ReturnNote {
            action: "reopened".into(),
            note: "Predpis se je spremenil.".into(),
        }),
        history: ["reopened", "approved", "submitted", "taken_back"]
            .map(|action| HistoryEntry {
                at: moment(),
                who: Some("Članica C".into()),
                action: action.into(),
                disposition: None,
                note: None,
            })
            .to_vec(),
        ..answer("returned")
    }
}

fn approval() -> Answer {
    let errors = vec![FieldError::new("note", "desk-error-note-missing")];
    Answer {
        can_edit: false,
        can_approve: true,
        errors,
        ..answer("in_approval")
    }
}
