//! Acts: each leaves an entry in the audit chain that says who did it, and each asks for itself whether it may be done.

use std::collections::BTreeSet;

use diesel::prelude::*;
use posvet::testing::accounts::{self, Actor, By, InviteError, NewInvitation};
use posvet::testing::consultations::Consultation;
use posvet::testing::db::schema::{audit_events, comments, outbox, responses};
use posvet::testing::db::{DatabaseError, Failure, JsonDoc};
use posvet::testing::i18n::Language;
use posvet::testing::kernel::ids::{AuthorityId, CommentId, ConsultationId};
use posvet::testing::kernel::role::Role;
use posvet::testing::notices::{
    self as notice, Confirmation, Edit, EditNoticeError, NoticeText, SendNoticeError,
};
use posvet::testing::responses::{
    Act, AnswerError, ReleaseError, ResponseDraft, approve_response, release_responses,
    reopen_response, return_response, save_response, submit_response, take_back_response,
};

use crate::desk::{answer, desk as desk_of, finished};
use crate::harness::{Browser, TestApp, a_comment, a_consultation, a_subscriber, submit};
use crate::notices::{draft, press};
use crate::tidy::source::sources;

/// Every act there is, with the kind of person who does it.
const ACTS: [(&str, &str); 38] = [
    ("authority.changed", "staff"),
    ("authority.created", "staff"),
    ("authority.logo", "staff"),
    ("authority.texts_changed", "staff"),
    ("consultation.adopted", "staff"),
    ("consultation.announced", "staff"),
    ("consultation.announcement_taken_back", "staff"),
    ("consultation.changed", "staff"),
    ("consultation.created", "staff"),
    ("consultation.deleted", "staff"),
    ("consultation.extended", "staff"),
    ("consultation.outage_recorded", "staff"),
    ("consultation.preview_created", "staff"),
    ("consultation.preview_revoked", "staff"),
    ("consultation.withdrawn", "staff"),
    ("invitation.accepted", "guest"),
    ("invitation.revoked", "staff"),
    ("invitation.sent", "staff"),
    ("notice.sent", "staff"),
    ("response.approved", "staff"),
    ("response.reopened", "staff"),
    ("response.returned", "staff"),
    ("response.submitted", "staff"),
    ("response.taken_back", "staff"),
    ("responses.released", "staff"),
    ("role.granted", "staff"),
    ("role.revoked", "staff"),
    ("second_factor.codes_renewed", "staff"),
    ("second_factor.removed", "staff"),
    ("second_factor.set", "staff"),
    ("staff.address_changed", "guest"),
    ("staff.created", "guest"),
    ("staff.disabled", "staff"),
    ("staff.enabled", "staff"),
    ("staff.password_changed", "staff"),
    ("submission.address_corrected", "guest"),
    ("submission.confirmed", "guest"),
    ("submission.received", "guest"),
];

#[test]
fn every_act_of_the_code_is_in_the_list() {
    let is_act = |text: &String| {
        let mut parts = text.split('.');
        let is_word = |part: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '_')
        };
        parts.by_ref().take(2).filter(|part| is_word(part)).count() == 2 && parts.next().is_none()
    };
    let of_slices = sources("src")
        .into_iter()
        .filter(|source| ["service", "evidence"].contains(&source.floor()));
    let acts: BTreeSet<String> = of_slices
        .flat_map(|source| source.texts)
        .map(|text| text.trim_matches('"').to_owned())
        .filter(is_act)
        .collect();

    let listed: BTreeSet<String> = ACTS.map(|(act, _who)| act.to_owned()).into();
    assert_eq!(acts, listed);
}

#[actix_web::test]
async fn each_act_is_recorded_with_who_did_it() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(20).insert(&app).await;

    submit_and_confirm(&app, &consultation).await;
    answer_and_release(&app, &consultation).await;
    a_subscriber(&consultation)
        .email("ana@example.org")
        .insert(&app)
        .await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let url = draft(&coordinator, &consultation, "Rok se izteka").await;
    let sent = press(&coordinator, &url, "send", &[("confirm", "on")]).await;
    assert_eq!(sent.status, 200, "{}", sent.text);
    appoint_and_disable(&app).await;
    crate::preparing::live_through(&app).await;

    let mut recorded: Vec<(String, String)> = app
        .db()
        .read_blocking(|connection| {
            let acts = audit_events::table
                .select((audit_events::action, audit_events::actor))
                .distinct();
            Ok::<_, DatabaseError>(acts.load(connection)?)
        })
        .unwrap();
    for (_act, actor) in &mut recorded {
        actor.truncate(actor.find(':').unwrap_or(actor.len()));
    }
    let recorded: BTreeSet<(String, String)> = recorded.into_iter().collect();
    for (act, who) in ACTS {
        let entry = (act.to_owned(), who.to_owned());
        assert!(
            recorded.contains(&entry),
            "no {act} by {who} in {recorded:?}"
        );
    }
    assert_scopes(&app, &consultation);
}

/// What was done in a consultation says in which, whatever was done says where it is not, and nothing a person is found by
/// is kept for ever.
fn assert_scopes(app: &TestApp, consultation: &Consultation) {
    type Row = (String, Option<AuthorityId>, Option<ConsultationId>, JsonDoc);
    let rows: Vec<Row> = app
        .db()
        .read_blocking(|connection| {
            let columns = (
                audit_events::action,
                audit_events::authority_id,
                audit_events::consultation_id,
                audit_events::after,
            );
            Ok::<_, DatabaseError>(audit_events::table.select(columns).load(connection)?)
        })
        .unwrap();
    for (act, authority, of, after) in rows {
        let is_about_staff = [
            "staff.",
            "role.",
            "authority.",
            "invitation.",
            "second_factor.",
        ]
        .iter()
        .any(|kind| act.starts_with(kind));
        if act.starts_with("consultation.") {
            assert!(of.is_some_and(|of| of != consultation.id), "{act}");
        } else {
            assert_eq!(of, (!is_about_staff).then_some(consultation.id), "{act}");
        }
        let is_account = ["staff.", "second_factor."]
            .iter()
            .any(|kind| act.starts_with(kind));
        let is_in_authority = !is_account;
        assert_eq!(authority.is_some(), is_in_authority, "{act}");
        let after = after.0.to_string();
        for word in ["@", "example", "Ana", "brezdomne"] {
            assert!(!after.contains(word), "{act}: {after}");
        }
    }
}

/// With a mistyped address at first.
async fn submit_and_confirm(app: &TestApp, consultation: &Consultation) {
    let browser = app.browser();
    let receipt = submit(&browser, consultation, &[("email", "ana@exmaple.org")]).await;
    assert_eq!(receipt.status, 200, "{}", receipt.text);
    let correct = format!("{}/address", receipt.url);
    let corrected = browser
        .post(&correct, &[("email", "ana@example.org")])
        .await;
    assert_eq!(corrected.status, 200, "{}", corrected.text);
    let mails = app.mails_to("ana@example.org").await;
    let link = mails.first().unwrap().link("/confirm");
    let confirmed = browser.post(&link, &[]).await;
    assert_eq!(confirmed.status, 200, "{}", confirmed.text);
}

/// Every step a response can take on its way.
async fn answer_and_release(app: &TestApp, consultation: &Consultation) {
    let comment: CommentId = app
        .db()
        .read_blocking(|connection| {
            Ok::<_, DatabaseError>(comments::table.select(comments::id).first(connection)?)
        })
        .unwrap();
    let address = answer(consultation, comment);
    let author = app.sign_in_as(Role::Reviewer).await;
    let second = app.sign_in_as(Role::Coordinator).await;
    let step = async |who: &Browser, act: &str, version: &str| {
        let path = format!("{address}/{act}");
        let form = [("version", version), ("note", "Navedite predpis.")];
        let page = who.post(&path, &form).await;
        assert_eq!(page.status, 200, "{act}: {}", page.text);
    };
    let hand_in = async |version: &str| {
        let page = author.post(&address, &finished(version, "submit")).await;
        assert_eq!(page.status, 200, "{}", page.text);
    };
    hand_in("0").await;
    step(&second, "return", "1").await;
    hand_in("2").await;
    step(&author, "take-back", "3").await;
    hand_in("4").await;
    step(&second, "approve", "5").await;
    step(&second, "reopen", "6").await;
    hand_in("7").await;
    step(&second, "approve", "8").await;
    app.clock.set(consultation.window.closes_at);
    let second = app.sign_in_as(Role::Coordinator).await;
    let release = format!("{}/release", desk_of(consultation));
    let released = second.post(&release, &[("confirm", "true")]).await;
    assert_eq!(released.status, 200, "{}", released.text);
}

async fn appoint_and_disable(app: &TestApp) {
    let administrator = app.sign_in_as(Role::Administrator).await;
    crate::sign_in::a_logo(app).await;
    let settings = crate::sign_in::settings_of_kranj(&administrator).await;
    assert_eq!(settings.status, 200, "{}", settings.text);
    crate::sign_in::create_admin(app, &["--authority", "kranj"], "novo geslo za Ano")
        .await
        .unwrap();
    let elsewhere = [
        "--authority",
        "novo-mesto",
        "--authority-name",
        "Novo mesto",
    ];
    let elsewhere = [&elsewhere[..], &["--authority-email", "posvet@example.org"]].concat();
    crate::sign_in::create_admin(app, &elsewhere, "osem konjev in voz")
        .await
        .unwrap();
    crate::sign_in::create_admin(app, &["--authority", "kranj"], "deseto geslo za Ano")
        .await
        .unwrap();
    crate::sign_in::change_every_factor(app).await;
}

/// People who may not act for the authority of a consultation: nobody signed in, the installation itself, a member of the
/// working group of another authority, an administrator of this one.
fn outsiders(app: &TestApp, consultation: &Consultation) -> Vec<By> {
    let now = app.clock.now();
    let somebody = |authority, role| {
        By::Staff(Actor {
            staff_id: app.state.context.ids.next(now),
            display_name: "Nekdo".to_owned(),
            language: Language::Sl,
            authority: Some(authority),
            roles: vec![role],
            consultation: None,
            owes_second_factor: false,
        })
    };
    let elsewhere = app.state.context.ids.next(now);
    vec![
        By::Guest,
        By::System,
        somebody(elsewhere, Role::Coordinator),
        somebody(consultation.authority.id, Role::Administrator),
    ]
}

#[actix_web::test]
async fn nobody_acts_on_responses_without_a_right_even_past_the_routes() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(-1).insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let context = &app.state.context;
    let act = Act {
        consultation: consultation.id,
        comment,
        version: 0,
    };
    let (text, note) = (ResponseDraft::default(), String::new());

    for by in outsiders(&app, &consultation) {
        for refused in [
            save_response(context, &by, act, text.clone()).await,
            submit_response(context, &by, act, text.clone()).await,
            approve_response(context, &by, act).await,
            take_back_response(context, &by, act).await,
            return_response(context, &by, act, note.clone()).await,
            reopen_response(context, &by, act, note.clone()).await,
        ] {
            let is_refused = matches!(refused, Err(Failure::Refused(AnswerError::NotAllowed(_))));
            assert!(is_refused, "{by:?}: {refused:?}");
        }
        let released = release_responses(context, &by, consultation.id).await;
        let is_refused = matches!(released, Err(Failure::Refused(ReleaseError::NotAllowed(_))));
        assert!(is_refused, "{by:?}: {released:?}");
    }

    assert_eq!(count_written(&app), (0, 0));
}

#[actix_web::test]
async fn nobody_writes_notices_or_adds_people_without_a_right_even_past_the_routes() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation)
        .email("ana@example.org")
        .insert(&app)
        .await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let url = draft(&coordinator, &consultation, "Rok se izteka").await;
    let context = &app.state.context;
    let text = NoticeText {
        subject: "Drugo".to_owned(),
        body: "Drugo.".to_owned(),
        audience: Vec::new(),
    };
    let edit = Edit {
        notice_id: url.rsplit('/').next().unwrap().parse().unwrap(),
        version: 1,
        text: text.clone(),
    };

    for by in outsiders(&app, &consultation) {
        let created = notice::create_notice(context, &by, &consultation, text.clone()).await;
        let saved = notice::save_notice(context, &by, &consultation, edit.clone()).await;
        let tested = notice::send_test(context, &by, &consultation, edit.clone()).await;
        for refused in [created.map(drop), saved.map(drop), tested] {
            let is_refused = matches!(
                refused,
                Err(Failure::Refused(EditNoticeError::NotAllowed(_)))
            );
            assert!(is_refused, "{by:?}: {refused:?}");
        }
        let sending = (edit.clone(), Confirmation::Given);
        let sent = notice::send_notice(context, &by, &consultation, sending.0, sending.1).await;
        let expected = EditNoticeError::NotAllowed(accounts::NotAllowed);
        assert!(
            matches!(sent, Err(Failure::Refused(SendNoticeError::Edit(rule))) if rule == expected),
            "{by:?}"
        );
        if !is_administrator(&by) {
            let added = invite_bor(&app, &by, &consultation).await;
            let is_refused = matches!(added, Err(Failure::Refused(InviteError::NotAllowed(_))));
            assert!(is_refused, "{by:?}: {added:?}");
        }
    }

    assert_eq!(count_written(&app), (0, 0));
}

/// Responses and mails.
fn count_written(app: &TestApp) -> (i64, i64) {
    app.db()
        .read_blocking(|connection| {
            let responses = responses::table.count().get_result(connection)?;
            let mails = outbox::table.count().get_result(connection)?;
            Ok::<_, DatabaseError>((responses, mails))
        })
        .unwrap()
}

fn is_administrator(by: &By) -> bool {
    matches!(by, By::Staff(actor) if actor.has(Role::Administrator))
}

async fn invite_bor(
    app: &TestApp,
    by: &By,
    consultation: &Consultation,
) -> Result<(), Failure<InviteError>> {
    let bor = NewInvitation {
        email: "bor@example.org".parse().unwrap(),
        role: Role::Administrator,
        consultation: None,
        language: Language::Sl,
    };
    accounts::invite(&app.state.context, by, consultation.authority.id, bor).await
}
