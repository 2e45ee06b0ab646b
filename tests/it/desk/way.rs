//! The way through a list: a comment is opened from it, the next one follows, and back leads to the list as it was.

use futures_util::future::join_all;

use super::{answer, approve, desk, finished, submit};
use crate::harness::{Browser, Page, TestApp, a_comment, a_consultation};
use posvet::testing::consultations::Consultation;
use posvet::testing::kernel::ids::CommentId;
use posvet::testing::kernel::role::Role;

const NEXT: &str = ".way a[rel=next]";
const PREVIOUS: &str = ".way a[rel=prev]";

async fn comments(
    app: &TestApp,
    consultation: &Consultation,
    section: i32,
    count: usize,
) -> Vec<CommentId> {
    let mut ids = Vec::new();
    for number in 0..count {
        let comment = a_comment(consultation)
            .in_section(section)
            .body(&format!("Pripomba {section}-{number}"));
        ids.push(comment.insert(app).await);
    }
    ids
}

/// The link of the row that says `text`.
fn row(page: &Page, text: &str) -> String {
    let rows = page.texts(".rows .cut");
    let index = rows.iter().position(|row| row == text).unwrap();
    let links: Vec<String> = page
        .hrefs()
        .into_iter()
        .filter(|link| link.contains("/comments/"))
        .collect();
    links.into_iter().nth(index).unwrap()
}

async fn follow(browser: &Browser, page: &Page, link: &str) -> Page {
    browser.get(&page.href(link).unwrap()).await
}

fn shown(page: &Page) -> String {
    page.text("section[aria-labelledby=original] .text")
}

#[tokio::test]
async fn a_comment_knows_its_place_in_the_list_it_was_opened_from() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    comments(&app, &consultation, 1, 3).await;
    comments(&app, &consultation, 2, 2).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let query = "view=all&section=1&state=new&q=pripombe";
    let list = reviewer
        .get(&format!("{}?{query}", desk(&consultation)))
        .await;

    let page = reviewer.get(&row(&list, "Pripomba 1-1")).await;

    assert_eq!(
        page.text(".way .soft"),
        "2\u{a0}od\u{a0}3".replace('\u{a0}', " ")
    );
    assert_eq!(
        shown(&follow(&reviewer, &page, PREVIOUS).await),
        "Pripomba 1-0"
    );
    let last = follow(&reviewer, &page, NEXT).await;
    assert_eq!(shown(&last), "Pripomba 1-2");
    assert!(!last.has(NEXT));
    let back = page.href(".way a").unwrap();
    assert!(
        back.starts_with(&format!("{}?{query}#c-", desk(&consultation))),
        "{back}"
    );
    let again = reviewer.get(&back).await;
    assert_eq!(again.texts(".rows .cut"), list.texts(".rows .cut"));
    assert!(again.has(&format!("tr[id='{}']", back.split('#').nth(1).unwrap())));
}

#[tokio::test]
async fn after_saving_the_next_of_the_list_opens_and_says_what_was_saved() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let ids = comments(&app, &consultation, 1, 3).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    // Saving takes the comment out of this very list.
    let query = "view=new&section=1";

    for action in ["save", "submit"] {
        let index = usize::from(action == "submit");
        let address = format!("{}?{query}", answer(&consultation, ids[index]));
        let next = reviewer.post(&address, &finished("0", action)).await;

        assert_eq!(next.url, answer(&consultation, ids[index + 1]), "{action}");
        let back = next.href(".flash a").unwrap();
        assert_eq!(back, address, "{action}");
        assert_eq!(reviewer.get(&back).await.status, 200);
    }
}

#[tokio::test]
async fn after_the_last_of_the_list_the_list_opens() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let ids = comments(&app, &consultation, 1, 3).await;
    let author = app.sign_in_as(Role::Reviewer).await;
    let second = app.sign_in_as(Role::Reviewer).await;
    for id in &ids {
        submit(&author, &answer(&consultation, *id)).await;
    }
    let in_list =
        |id: CommentId, act: &str| format!("{}{act}?view=waiting", answer(&consultation, id));

    let next = second
        .post(&in_list(ids[1], "/approve"), &[("version", "1")])
        .await;
    let form = [("version", "1"), ("note", "Navedite predpis.")];
    let list = second.post(&in_list(ids[2], "/return"), &form).await;

    assert_eq!(next.url, answer(&consultation, ids[2]));
    assert_eq!(list.url, desk(&consultation));
    assert!(list.has(".flash a"));
    assert_eq!(list.texts(".rows .cut"), ["Pripomba 1-0"]);
}

#[tokio::test]
async fn whoever_came_from_no_list_stays_with_the_comment() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let ids = comments(&app, &consultation, 1, 2).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let address = answer(&consultation, ids[0]);

    let saved = reviewer.post(&address, &finished("0", "save")).await;

    assert_eq!(saved.url, address);
    assert!(saved.has(".flash"));
    assert!(!saved.has(NEXT));
}

#[tokio::test]
async fn what_is_taken_back_or_opened_again_stays_before_the_person() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let ids = comments(&app, &consultation, 1, 2).await;
    let author = app.sign_in_as(Role::Reviewer).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let address = answer(&consultation, ids[0]);
    submit(&author, &address).await;

    let taken = author
        .post(
            &format!("{address}/take-back?view=all"),
            &[("version", "1")],
        )
        .await;
    author.post(&address, &finished("2", "submit")).await;
    approve(&coordinator, &address, "3").await;
    let form = [("version", "4"), ("note", "Še enkrat.")];
    let opened = coordinator
        .post(&format!("{address}/reopen?view=all"), &form)
        .await;

    assert_eq!((taken.url, opened.url.clone()), (address.clone(), address));
    assert_eq!(opened.text(".way .soft"), "1 od 2");
}

#[tokio::test]
async fn a_long_list_is_walked_comment_by_comment_and_back_shows_its_page() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    comments(&app, &consultation, 1, 56).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;

    for query in ["view=all&section=1", "view=new&q=pripombe"] {
        let list = reviewer
            .get(&format!("{}?{query}", desk(&consultation)))
            .await;
        let mut page = reviewer.get(&row(&list, "Pripomba 1-0")).await;
        let mut seen = vec![shown(&page)];
        while page.has(NEXT) {
            page = follow(&reviewer, &page, NEXT).await;
            seen.push(shown(&page));
            if seen.len() % 25 == 1 {
                let back = follow(&reviewer, &page, ".way a").await;
                assert!(back.texts(".rows .cut").contains(&shown(&page)), "{query}");
            }
        }
        let expected: Vec<String> = (0..56)
            .map(|number| format!("Pripomba 1-{number}"))
            .collect();
        assert_eq!(seen, expected, "{query}");
        for number in (48..55).rev() {
            page = follow(&reviewer, &page, PREVIOUS).await;
            assert_eq!(shown(&page), format!("Pripomba 1-{number}"), "{query}");
        }
        let back = follow(&reviewer, &page, ".way a").await;
        assert!(back.texts(".rows .cut").contains(&shown(&page)), "{query}");
    }
}

#[tokio::test]
async fn beyond_what_is_counted_there_is_a_way_but_no_number() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    // In two turns, because the writer's queue has room for a thousand.
    for turn in [0..530, 530..1_060] {
        let inserts = turn.map(|number| {
            let comment = a_comment(&consultation).body(&format!("Pripomba {number}"));
            comment.insert(&app)
        });
        join_all(inserts).await;
    }
    a_comment(&consultation).unconfirmed().insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;

    for query in ["view=all", "view=all&q=pripombe"] {
        let mut list = reviewer
            .get(&format!("{}?{query}", desk(&consultation)))
            .await;
        let first = list.texts(".rows .cut")[1].clone();
        let second = reviewer.get(&row(&list, &first)).await;
        assert_eq!(second.text(".way .soft"), "2 od 1.000+", "{query}");
        for _page in 0..20 {
            list = follow(&reviewer, &list, "main > .inbox a[rel=next]").await;
        }
        let rows = list.texts(".rows .cut");

        let page = reviewer.get(&row(&list, &rows[10])).await;

        assert!(!page.has(".way .soft"), "{query}");
        assert_eq!(
            shown(&follow(&reviewer, &page, NEXT).await),
            rows[11],
            "{query}"
        );
        assert_eq!(
            shown(&follow(&reviewer, &page, PREVIOUS).await),
            rows[9],
            "{query}"
        );
        let back = follow(&reviewer, &page, ".way a").await;
        assert_eq!(back.texts(".rows .cut"), rows, "{query}");
    }
}

#[tokio::test]
async fn an_address_with_a_made_up_list_leads_nowhere_else() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let ids = comments(&app, &consultation, 1, 1).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let made_up = "view=%2F%2Fexample.org&q=%2F%2Fexample.org%0d%0a&after=9999999999999999999&of=x&next=https%3A%2F%2Fexample.org";
    let address = format!("{}?{made_up}", answer(&consultation, ids[0]));

    let page = reviewer.get(&address).await;
    let saved = reviewer
        .staying()
        .post(&address, &finished("0", "save"))
        .await;

    assert_eq!((page.status, saved.status), (200, 303));
    let location = saved.header("location").unwrap();
    assert!(location.starts_with(&desk(&consultation)), "{location}");
    for link in page.hrefs() {
        assert!(
            link.starts_with('/') && !link.starts_with("//")
                || link.starts_with("mailto:")
                || link.starts_with('#'),
            "{link}"
        );
    }
}

#[tokio::test]
async fn no_link_of_the_desk_leads_where_the_role_may_not_go() {
    let app = TestApp::spawn().await;
    let preparing = a_consultation().slug("v-pripravi").window(
        app.clock.now().plus(chrono::TimeDelta::days(30)),
        app.clock.now().plus(chrono::TimeDelta::days(60)),
    );
    let preparing = preparing.insert(&app).await;
    let consultation = a_consultation().insert(&app).await;
    let ids = comments(&app, &consultation, 1, 1).await;
    for role in [Role::Administrator, Role::Coordinator, Role::Reviewer] {
        let person = app.sign_in_as(role).await;
        let pages = [
            "/sl/desk".to_owned(),
            desk(&consultation),
            desk(&preparing),
            answer(&consultation, ids[0]),
            format!("{}/notices", desk(&consultation)),
            format!("{}/release", desk(&consultation)),
            "/sl/desk/kranj/people".to_owned(),
        ];
        let mut followed = 0;
        for address in pages {
            let page = person.get(&address).await;
            if page.status == 404 {
                continue;
            }
            for link in page
                .hrefs()
                .into_iter()
                .filter(|link| link.starts_with('/'))
            {
                let status = person.get(&link).await.status;
                assert_eq!(status, 200, "{link} on {address} for {}", role.into_str());
                followed += 1;
            }
        }
        assert!(followed > 3);
    }
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let menu = coordinator
        .get(&desk(&consultation))
        .await
        .texts(".top nav a");
    assert_eq!(
        menu,
        [
            "Pregled",
            "Pripombe",
            "Obvestila",
            "Objava stališč",
            "Javna stran",
            "English"
        ]
    );
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let menu = reviewer.get(&desk(&consultation)).await.texts(".top nav a");
    assert_eq!(menu, ["Pripombe", "Javna stran", "English"]);
}

#[tokio::test]
async fn whoever_was_signed_out_gets_the_text_back_and_returns_to_the_comment_in_its_list() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let ids = comments(&app, &consultation, 1, 1).await;
    let address = answer(&consultation, ids[0]);
    let form = [
        ("version", "1"),
        ("note", "Dolga opomba."),
        ("reason", "Dolg razlog."),
    ];

    for act in ["", "/approve", "/return", "/reopen", "/take-back"] {
        let page = app
            .browser()
            .post(&format!("{address}{act}?view=all&q=a+b"), &form)
            .await;

        assert_eq!(page.status, 401, "{act}");
        assert!(page.html().contains("Dolga opomba.") && page.html().contains("Dolg razlog."));
        let sign_in = page.href("main ol a").unwrap();
        let form = app.browser().get(&sign_in).await;
        assert_eq!(
            form.value("input[name=next]"),
            format!("{address}?view=all&q=a+b"),
            "{act}"
        );
    }
}
