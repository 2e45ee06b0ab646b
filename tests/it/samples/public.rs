//! Forms, receipts, the register and everything else the public sees.

use posvet::testing::accounts::page::SignIn;
use posvet::testing::demo::{page::MailEntry, page::MailView, page::Mailbox};
use posvet::testing::drafts::Place;
use posvet::testing::http::DemoAccount;
use posvet::testing::http::render::FieldError;
use posvet::testing::http::{page::ErrorPage, page::SentForm, page::StaticPage, page::TypedText};
use posvet::testing::site::{
    page::ChannelCount, page::Figures, page::Pair, page::Register, page::RegisterFilter,
    page::RegisterPrint, page::SectionFigures,
};
use posvet::testing::submissions::{
    page::AddressForm, page::CommentForm, page::CommentValues, page::ConfirmSubmission,
    page::Outcome, page::TrackedComment, page::Tracking,
};
use posvet::testing::subscribers::{
    page::ConfirmSubscription, page::SubscribeDone, page::SubscribeForm, page::Unsubscribe,
};

use super::reading::{place, submission_counts};
use super::{Shown, at, bare, of_authority, of_consultation};

const COMMENT: &str = "Brezdomne osebe so na cesti tudi oktobra in aprila.\nPredlagam, da je zavetišče odprto vse leto.";
const PROPOSAL: &str =
    "Zavetišče obratuje od 1. oktobra do 30. aprila, vsako noč med 20. in 7. uro.";

/// Adds them all.
pub fn add(shown: &mut Shown<'_>) {
    let site = of_consultation();
    shown.add("comment-form", &site, &form("open", Vec::new()));
    shown.add("comment-form-draft", &site, &whole_draft());
    shown.add("comment-form-errors", &site, &form("open", errors()));
    shown.add("comment-form-closed", &site, &form("closed", Vec::new()));
    shown.add(
        "comment-form-not-open",
        &site,
        &form("not_open", Vec::new()),
    );
    shown.add("receipt", &site, &tracking("waiting", None));
    shown.add("receipt-address-wrong", &site, &address_wrong());
    shown.add("tracking-expired", &site, &tracking("expired", None));
    shown.add("tracking-confirmed", &site, &tracking("confirmed", None));
    shown.add(
        "tracking-released",
        &site,
        &tracking("confirmed", Some(outcome("accepted_in_part"))),
    );
    for state in ["waiting", "confirmed", "expired"] {
        shown.add(&format!("confirm-{state}"), &site, &confirm(state));
        shown.add(
            &format!("subscription-{state}"),
            &site,
            &confirm_subscription(state),
        );
    }
    shown.add("register", &site, &register(true));
    shown.add("register-waiting", &site, &register(false));
    for part in [1, 2] {
        shown.add(
            &format!("register-print-{part}"),
            &site,
            &register_print(part),
        );
    }
    shown.add(
        "subscribe",
        &site,
        &SubscribeForm {
            scope: "consultation".into(),
            ..SubscribeForm::default()
        },
    );
    shown.add("subscribe-authority", &of_authority(), &subscribe_errors());
    shown.add("subscribe-done", &of_authority(), &SubscribeDone {});
    for state in ["waiting", "done"] {
        shown.add(
            &format!("unsubscribe-{state}"),
            &of_authority(),
            &unsubscribe(state),
        );
    }
    shown.add("sign-in", &bare(), &sign_in());
    for name in ["how", "privacy", "accessibility"] {
        shown.add(
            &format!("static-{name}"),
            &of_authority(),
            &StaticPage { name: name.into() },
        );
    }
    shown.add("error", &of_authority(), &error());
    let signed_out = ErrorPage {
        status: 401,
        message_key: "http-error-signed-out".into(),
        back_url: Some("/sl/sign-in?next=/sl/desk".into()),
        again: Some(SentForm {
            action: "/sl/desk/kranj/people".into(),
            fields: vec![("note".into(), COMMENT.into())],
        }),
        ..error()
    };
    shown.add("error-signed-out", &of_authority(), &signed_out);
    let mailbox = |mails| Mailbox {
        now: at("2022-04-06T19:14:09Z"),
        steps: vec![1, 7, 30],
        mails,
    };
    shown.add("mailbox", &bare(), &mailbox(vec![mail()]));
    shown.add("mailbox-empty", &bare(), &mailbox(Vec::new()));
    shown.add("mail", &bare(), &mail_view());
}

fn form(window: &str, errors: Vec<FieldError>) -> CommentForm {
    CommentForm {
        is_our_fault: false,
        window: window.into(),
        opens_at: at("2022-03-09T23:00:00Z"),
        closes_at: at("2022-04-10T22:00:00Z"),
        place: place(),
        quote_html: Some(
            "<p>Zavetišče obratuje od 1. novembra do 31. marca, vsako noč med 20. in 7. uro.</p>"
                .into(),
        ),
        revision: 1,
        revised_at: at("2022-03-09T23:00:00Z"),
        values: CommentValues {
            kind: "content".into(),
            body: COMMENT.into(),
            proposed_text: PROPOSAL.into(),
            submitter_kind: "individual".into(),
            email: "vlagatelj.a(at)example.org".into(),
            ..CommentValues::default()
        },
        errors,
        confirm_by: at("2022-04-13T19:14:07Z"),
        idempotency_key: "0123456789abcdef".into(),
    }
}

fn whole_draft() -> CommentForm {
    CommentForm {
        place: Place::default(),
        quote_html: None,
        values: CommentValues::default(),
        ..form("open", Vec::new())
    }
}

/// One error of each shape: a radio group, a textarea with a variable, an input.
pub fn errors() -> Vec<FieldError> {
    vec![
        FieldError::new("kind", "submissions-error-kind"),
        FieldError::new("body", "submissions-error-too-long").with("most", 10_000),
        FieldError::new("organisation", "submissions-error-organisation"),
        FieldError::new("email", "http-address-no-at"),
    ]
}

/// A released response.
pub fn outcome(disposition: &str) -> Outcome {
    let is_changed = disposition.starts_with("accepted");
    Outcome {
        disposition: disposition.into(),
        reason: "Obratovanje podaljšamo za dva meseca, od 1. oktobra do 30. aprila.".into(),
        change_html: is_changed.then(|| {
            "<p>Zavetišče obratuje od 1. <del>novembra</del> <ins>oktobra</ins> do <del>31. marca</del> <ins>30. aprila</ins>.</p>".into()
        }),
        is_unchanged: !is_changed,
    }
}

fn tracking(standing: &str, outcome: Option<Outcome>) -> Tracking {
    let state = match (&outcome, standing) {
        (Some(_), _) => "released",
        (None, "confirmed") => "received",
        (None, "expired") => "expired",
        (None, _) => "unconfirmed",
    };
    Tracking {
        url: "/sl/submissions/1/token".into(),
        language: "sl".into(),
        reference: "KRANJ-2022-0042".into(),
        received_at: at("2022-04-06T19:14:07Z"),
        is_late: false,
        standing: standing.into(),
        confirm_by: at("2022-04-13T19:14:07Z"),
        address: (standing == "waiting").then(|| AddressForm {
            current: "oseba@exmaple.org".into(),
            can_correct: true,
            typed: String::new(),
            errors: Vec::new(),
        }),
        channel: "in_person".into(),
        submitter_kind: "individual".into(),
        public_name: None,
        comments: vec![TrackedComment {
            number: 1,
            place: place(),
            kind: "content".into(),
            body: COMMENT.into(),
            proposed_text: Some(PROPOSAL.into()),
            state: state.into(),
            outcome,
        }],
        answers_expected_on: Some("2022-05-13".into()),
    }
}

fn address_wrong() -> Tracking {
    Tracking {
        address: Some(AddressForm {
            current: "oseba@exmaple.org".into(),
            can_correct: true,
            typed: "oseba(at)example.org".into(),
            errors: vec![FieldError::new("email", "http-address-no-at")],
        }),
        ..tracking("waiting", None)
    }
}

fn confirm(state: &str) -> ConfirmSubmission {
    ConfirmSubmission {
        reference: "KRANJ-2022-0042".into(),
        received_at: at("2022-04-06T19:14:07Z"),
        confirm_by: at("2022-04-13T19:14:07Z"),
        state: state.into(),
        tracking_url: "/sl/submissions/1/token".into(),
    }
}

fn confirm_subscription(state: &str) -> ConfirmSubscription {
    ConfirmSubscription {
        state: state.into(),
        subject: "Socialno varstvo 2022–2028".into(),
        action: "/sl/subscriptions/1/token/confirm".into(),
        unsubscribe_url: "/sl/subscriptions/1/token/unsubscribe".into(),
    }
}

fn subscribe_errors() -> SubscribeForm {
    let errors = vec![FieldError::new("email", "http-address-no-at")];
    SubscribeForm {
        errors,
        ..SubscribeForm::default()
    }
}

fn unsubscribe(state: &str) -> Unsubscribe {
    Unsubscribe {
        state: state.into(),
        subject: "Socialno varstvo 2022–2028".into(),
        action: "/sl/subscriptions/1/token/unsubscribe".into(),
    }
}

fn register(is_released: bool) -> Register {
    let rows: [(Option<i32>, &str, [i64; 5]); 4] = [
        (Some(1), "Uvod in izhodišča", [3, 1, 1, 3, 0]),
        (Some(2), "Mladi, družine in žrtve nasilja", [11, 9, 6, 6, 2]),
        (Some(3), "Tveganja za nastanek revščine", [9, 40, 4, 3, 2]),
        (None, "", [0, 1, 0, 1, 1]),
    ];
    let figures = |counts: [i64; 5]| {
        if is_released {
            Figures::of(counts, 0)
        } else {
            Figures::of([0; 5], counts.iter().sum())
        }
    };
    let totals = rows
        .iter()
        .fold([0; 5], |mut sum: [i64; 5], (_, _, counts)| {
            sum.iter_mut()
                .zip(counts)
                .for_each(|(sum, count)| *sum += count);
            sum
        });
    let dispositions = [
        "accepted_in_part",
        "accepted",
        "not_accepted",
        "noted",
        "out_of_scope",
    ];
    Register {
        released_at: is_released.then(|| at("2022-05-16T08:00:00Z")),
        answers_expected_on: Some("2022-05-13".into()),
        totals: figures(totals),
        submissions: 84,
        channels: vec![
            ChannelCount {
                channel: "web".into(),
                count: 59,
            },
            ChannelCount {
                channel: "in_person".into(),
                count: 25,
            },
        ],
        standing: submission_counts(),
        late: 3,
        sections: rows
            .into_iter()
            .map(|(number, title, counts)| {
                SectionFigures::new(number, title.into(), figures(counts), 58)
            })
            .collect(),
        filter: RegisterFilter {
            q: "zavetišče".into(),
            section: "3".into(),
            ..RegisterFilter::default()
        },
        matching: 5,
        pairs: dispositions
            .into_iter()
            .enumerate()
            .map(|(n, of)| pair(n, of))
            .collect(),
        next_query: Some("q=zaveti%C5%A1%C4%8De&section=3&after=42".into()),
        print_query: "q=zaveti%C5%A1%C4%8De&section=3".into(),
        is_continued: true,
    }
}

fn register_print(part: usize) -> RegisterPrint {
    RegisterPrint {
        register: register(true),
        part,
        parts: vec!["section=3&part=1".into(), "section=3&part=2".into()],
        most: 500,
        first: 500 * (part - 1) + 1,
        last: 500 * part,
    }
}

fn pair(number: usize, disposition: &str) -> Pair {
    Pair {
        reference: format!("KRANJ-2022-0042/{}", number + 1),
        language: "sl".into(),
        place: if number == 4 {
            Place::default()
        } else {
            place()
        },
        quote: (number == 0).then(|| "Zavetišče obratuje od 1. novembra do 31. marca.".into()),
        body: COMMENT.into(),
        proposed_text: (number == 0).then(|| PROPOSAL.into()),
        public_name: (number == 1).then(|| "Organizacija B".into()),
        received_at: at("2022-04-06T19:14:07Z"),
        outcome: outcome(disposition),
    }
}

fn sign_in() -> SignIn {
    SignIn {
        email: "clanica.b@example.org".into(),
        next: Some("/sl/desk".into()),
        errors: vec![FieldError::new("password", "accounts-error-credentials")],
        demo_accounts: vec![DemoAccount {
            email: "koordinatorka@example.org".into(),
            password: "geslo za preizkus".into(),
            role: "coordinator".into(),
        }],
    }
}

fn error() -> ErrorPage {
    ErrorPage {
        again: None,
        status: 503,
        message_key: "http-error-unavailable".into(),
        back_url: Some("/sl/kranj".into()),
        back_key: "http-error-back".into(),
        typed: vec![TypedText {
            label_key: "http-typed-body".into(),
            text: COMMENT.into(),
        }],
        request_id: Some("0192f0c1".into()),
    }
}

fn mail() -> MailEntry {
    MailEntry {
        number: 1,
        to: "oseba.a@example.org".into(),
        subject: "Potrdite oddajo vloge KRANJ-2022-0042".into(),
        sent_at: at("2022-04-06T19:14:09Z"),
    }
}

fn mail_view() -> MailView {
    MailView {
        mail: mail(),
        from: "Mestna občina Kranj <posvet@example.org>".into(),
        text: "Pozdravljeni,\n\npotrdite, da ste jo oddali vi.".into(),
        links: vec!["https://posvet.example.org/sl/submissions/1/token/confirm".into()],
    }
}
