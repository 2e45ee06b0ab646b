//! One limit per field: what the input says is what is taken.

use posvet::testing::kernel::role::Role;
use posvet::testing::kernel::{limits, limits::length};

use crate::harness::{Page, TestApp, a_comment, a_consultation, form_of, submit};

/// The number a sentence names.
fn number_in(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[actix_web::test]
async fn the_longest_texts_are_received_whatever_their_letters() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();

    for letter in ["a", "č", "\u{20ac}", "👍", "a\r\n"] {
        let longest = letter.repeat(limits::TEXT.most / length(letter));
        let fields = [("body", longest.as_str()), ("proposed_text", &longest)];
        let receipt = submit(&browser, &consultation, &fields).await;

        assert!(receipt.has("h1.ref"), "{letter:?}: {}", receipt.status);
    }
}

#[actix_web::test]
async fn one_letter_more_is_refused_with_the_limit_the_form_has_named() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();
    let form = browser.get(&form_of(&consultation)).await;
    let most = form.attribute("textarea#body", "maxlength").unwrap();
    assert_eq!(number_in(&form.text("#body-hint")), most);

    let too_long = "👍".repeat(most.parse::<usize>().unwrap() / 2 + 1);
    let refused = submit(&browser, &consultation, &[("body", &too_long)]).await;

    assert_eq!(refused.status, 422);
    assert_eq!(number_in(&refused.text("#body-error")), most);
    assert_eq!(refused.text("textarea#body"), too_long);
}

#[actix_web::test]
async fn every_input_says_how_much_it_takes() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let desk = "/sl/desk/kranj/socialno-varstvo";
    let staff = |role| app.sign_in_as(role);

    let anybody = app.browser();
    let mut pages: Vec<Page> = Vec::new();
    for path in [
        "/sl/kranj/socialno-varstvo/comment?section=1",
        "/sl/kranj/socialno-varstvo/subscribe",
        "/sl/sign-in",
    ] {
        pages.push(anybody.get(path).await);
    }
    let reviewer = staff(Role::Reviewer).await;
    pages.push(reviewer.get(desk).await);
    pages.push(reviewer.get(&format!("{desk}/comments/{comment}")).await);
    let coordinator = staff(Role::Coordinator).await;
    pages.push(coordinator.get(&format!("{desk}/notices/new")).await);
    let administrator = staff(Role::Administrator).await;
    pages.push(administrator.get("/sl/desk/kranj/people").await);

    for page in pages {
        assert_eq!(page.status, 200, "{}", page.url);
        for kind in ["textarea", "[type=text]", "[type=email]", "[type=search]"] {
            let silent = format!("{kind}:not([maxlength])");
            assert_eq!(page.texts(&silent).len(), 0, "{kind} on {}", page.url);
        }
        assert!(page.has("[maxlength]"), "{}", page.url);
    }
}

#[actix_web::test]
async fn the_subject_of_a_notice_takes_what_its_input_takes() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notices = "/sl/desk/kranj/socialno-varstvo/notices";
    let form = coordinator.get(&format!("{notices}/new")).await;
    let most = form.attribute("#subject", "maxlength").unwrap();
    let most: usize = most.parse().unwrap();

    let send = async |letters: usize| {
        let subject = "č".repeat(letters);
        let fields = [
            ("subject", subject.as_str()),
            ("body", "Besedilo."),
            ("audience", "consultation"),
        ];
        coordinator.post(notices, &fields).await
    };

    let fits = send(most).await;
    let too_long = send(most + 1).await;
    assert!(!fits.has("#subject-error"), "{}", fits.text);
    assert!(too_long.has("#subject-error"), "{}", too_long.text);
}
