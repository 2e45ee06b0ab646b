//! Pages of the coordinator who writes to subscribers.

use posvet::testing::http::{render::FieldError, render::Site};
use posvet::testing::notices::{
    page::AudienceCount, page::DeliveryTrouble, page::NoticeEntry, page::NoticeForm,
    page::NoticeList, page::NoticeRehearsal, page::NoticeReport, page::NoticeValues,
    page::SampleRecipient,
};

use super::desk::{id, moment};
use super::{Shown, at, of_desk};

const SUBJECT: &str = "Še tri dni za pripombe na strategijo socialnega varstva";

/// Adds them all.
pub fn add(shown: &mut Shown<'_>) {
    let site = Site {
        flash: Some("saved".into()),
        ..of_desk()
    };
    shown.add("notices", &of_desk(), &notices());
    shown.add("notices-empty", &of_desk(), &NoticeList::default());
    shown.add("notice-new", &of_desk(), &notice_form());
    shown.add("notice-rehearsal", &site, &rehearsal(1200));
    shown.add("notice-nobody", &of_desk(), &rehearsal(0));
    shown.add("notice-report", &of_desk(), &report(true));
    shown.add("notice-sending", &of_desk(), &report(false));
}

fn notices() -> NoticeList {
    let notice = |state: &str, recipients| NoticeEntry {
        notice_id: id(),
        subject: SUBJECT.into(),
        state: state.into(),
        changed_at: moment(),
        recipients,
        failed: if state == "sent" { 9 } else { 0 },
    };
    NoticeList {
        notices: vec![
            notice("draft", None),
            notice("sending", Some(1200)),
            notice("sent", Some(2)),
        ],
    }
}

fn notice_values() -> NoticeValues {
    NoticeValues {
        subject: SUBJECT.into(),
        body: "Pozdravljeni,\n\nv nedeljo se izteče rok za pripombe.".into(),
        audience: vec!["consultation".into(), "authority".into()],
    }
}

fn notice_form() -> NoticeForm {
    let errors = vec![FieldError::new("subject", "notices-error-subject-missing")];
    NoticeForm {
        values: notice_values(),
        errors,
    }
}

fn audiences() -> Vec<AudienceCount> {
    [("consultation", 1215, true), ("authority", 803, false)]
        .into_iter()
        .map(|(audience, count, is_chosen)| AudienceCount {
            audience: audience.into(),
            count,
            is_chosen,
        })
        .collect()
}

fn rehearsal(recipients: i64) -> NoticeRehearsal {
    NoticeRehearsal {
        notice_id: id(),
        version: 2,
        values: notice_values(),
        errors: if recipients == 0 {
            vec![FieldError::new(
                "audience",
                "notices-error-audience-missing",
            )]
        } else {
            Vec::new()
        },
        audiences: audiences(),
        duplicates: 6,
        unsubscribed: 0,
        recipients,
        sample: vec![SampleRecipient {
            address: "a…1@example.org".into(),
            audience: "consultation".into(),
            since: at("2022-03-12T08:00:00Z"),
        }],
        paragraphs: vec![
            "Pozdravljeni,".into(),
            "v nedeljo se izteče rok za pripombe.".into(),
        ],
        closes_at: at("2022-04-10T22:00:00Z"),
        tested_at: (recipients > 0).then(moment),
        last_sent_at: Some(moment()),
    }
}

fn report(is_finished: bool) -> NoticeReport {
    let trouble = |state: &str| DeliveryTrouble {
        address: "d…4@example.org".into(),
        state: state.into(),
        attempts: 3,
        reply: "550 5.1.1 mailbox unavailable".into(),
        tried_at: moment(),
    };
    NoticeReport {
        notice_id: id(),
        subject: SUBJECT.into(),
        paragraphs: vec![
            "Pozdravljeni,".into(),
            "v nedeljo se izteče rok za pripombe.".into(),
        ],
        confirmed_by: "Koordinatorka".into(),
        confirmed_at: moment(),
        finished_at: is_finished.then(moment),
        recipients: 1201,
        sent: if is_finished { 1188 } else { 800 },
        waiting: if is_finished { 0 } else { 388 },
        deferred: 3,
        failed: 9,
        suppressed: 1,
        audiences: audiences(),
        troubles: vec![trouble("failed"), trouble("deferred")],
    }
}
