//! One mailbox is one, however its address is typed or pasted, and what cannot be used is named.

use diesel::{QueryDsl as _, RunQueryDsl as _};
use posvet::testing::consultations::Consultation;
use posvet::testing::db::DatabaseError;
use posvet::testing::db::schema::subscribers;
use posvet::testing::kernel::role::Role;

use crate::harness::{Browser, PASSWORD, Page, TestApp, a_consultation};

const BOR: &str = "bor@občina.example";

/// Others of his, as computers and haste write them.
const SPELLINGS: [&str; 5] = [
    "bor@xn--obina-iya.example",
    "BOR@OBČINA.EXAMPLE",
    "bor@ｏｂčina.example",
    "Bor Novak <bor@občina.example>",
    "\u{200b}mailto:bor@občina.example.",
];

/// Texts that are no address, with what is said about them in Slovene and in English.
const REFUSED: [(&str, &str, &str); 6] = [
    ("", "Vpišite e-poštni naslov", "Enter an email address"),
    (
        "\"a b\"@example.org",
        "ne sme biti presledka",
        "must not contain a space",
    ),
    (
        "čarli@example.org",
        "s črko č pred znakom @",
        "with the letter č before",
    ),
    (
        "bor%40@example.org",
        "z znakom % ne moremo",
        "with the sign %;",
    ),
    (
        "bor@[127.0.0.1]",
        "namesto številke strežnika",
        "instead of the number of a server",
    ),
    (
        "bor@example.org, eva@example.org",
        "en sam e-poštni naslov",
        "one email address only",
    ),
];

fn path(lang: &str, consultation: &Consultation, page: &str) -> String {
    let (authority, slug) = (&consultation.authority.slug, &consultation.slug);
    format!("/{lang}/{authority}/{slug}/{page}")
}

async fn subscribe(browser: &Browser, url: &str, email: &str) -> Page {
    let nonce = browser.get(url).await.value("input[name=nonce]");
    let fields = [("email", email), ("scope", "authority"), ("nonce", &nonce)];
    browser.post(url, &fields).await
}

async fn comment(browser: &Browser, url: &str, email: &str) -> Page {
    let fields = [
        ("section", "2"),
        ("paragraph", "1"),
        ("kind", "content"),
        ("body", "Noči so mrzle."),
        ("submitter_kind", "individual"),
        ("name", "Bor Novak"),
        ("email", email),
    ];
    browser.post(url, &fields).await
}

#[actix_web::test]
async fn every_spelling_of_a_mailbox_is_one_subscriber() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let form = path("sl", &consultation, "subscribe");

    for spelling in SPELLINGS.into_iter().chain([BOR]) {
        let page = subscribe(&app.browser(), &form, spelling).await;
        assert_eq!(page.status, 200, "{spelling}: {}", page.text);
    }

    let count = app.db().read::<i64, DatabaseError, _>(|connection| {
        Ok(subscribers::table.count().get_result(connection)?)
    });
    assert_eq!(count.await.unwrap(), 1);
}

#[actix_web::test]
async fn a_pasted_address_gets_the_mail_about_its_comment() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let form = path("sl", &consultation, "comment");

    for spelling in SPELLINGS {
        let page = comment(&app.browser(), &form, spelling).await;
        assert_eq!(page.status, 200, "{spelling}: {}", page.text);
        app.deliver().await;
        let mails = app.mails();
        let to = &mails.last().expect("a mail").to;
        assert_eq!(to.to_lowercase(), BOR, "{spelling}");
        app.clock
            .set(app.clock.now().plus(chrono::TimeDelta::hours(2)));
    }
}

#[actix_web::test]
async fn a_person_signs_in_with_any_spelling_and_cannot_be_added_twice() {
    let app = TestApp::spawn().await;
    app.person(BOR, app.kranj, Role::Reviewer).await;
    let administrator = app.sign_in_as(Role::Administrator).await;

    for spelling in SPELLINGS {
        let fields = [("email", spelling), ("password", PASSWORD)];
        let page = app.browser().post("/sl/sign-in", &fields).await;
        assert_eq!(page.status, 200, "{spelling}: {}", page.text);
        let person = [
            ("display_name", "Bor Novak"),
            ("email", spelling),
            ("role", "reviewer"),
            ("password", "druga kraj vode"),
        ];
        let page = administrator.post("/sl/desk/kranj/people", &person).await;
        assert_eq!(page.status, 422, "{spelling}: {}", page.text);
    }
}

#[actix_web::test]
async fn what_cannot_be_used_is_named_beside_the_field_in_every_form() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let guest = app.browser();

    for (typed, slovene, english) in REFUSED {
        for (lang, said) in [("sl", slovene), ("en", english)] {
            let person = [
                ("display_name", "Bor"),
                ("email", typed),
                ("role", "reviewer"),
            ];
            let (form, people) = (
                path(lang, &consultation, "subscribe"),
                format!("/{lang}/desk/kranj/people"),
            );
            let pages = [
                comment(&guest, &path(lang, &consultation, "comment"), typed).await,
                subscribe(&guest, &form, typed).await,
                guest
                    .post(
                        &format!("/{lang}/sign-in"),
                        &[("email", typed), ("password", "x")],
                    )
                    .await,
                administrator.post(&people, &person).await,
            ];
            for page in pages {
                assert_eq!(page.status, 422, "{typed} at {}", page.url);
                let text = page.texts("main").concat().replace('\u{a0}', " ");
                assert!(text.contains(said), "{typed} at {}: {text}", page.url);
            }
        }
    }
    app.deliver().await;
    assert!(app.mails().is_empty());
}
