//! Pages for one person are compressed where they hold no secret beside reflected input (ADR 0013).

use posvet::testing::kernel::role::Role;
use reqwest::{Client, Response};

use crate::harness::{
    Browser, TestApp, a_comment, a_consultation, client_builder, form_of, submit,
};

/// Asks as a browser does, and leaves the answer as it came.
struct Reader<'a> {
    app: &'a TestApp,
    client: Client,
    session: String,
}

impl<'a> Reader<'a> {
    fn of(app: &'a TestApp, browser: &Browser) -> Self {
        let client = client_builder().no_gzip().no_brotli();
        Self {
            app,
            client: client.build().unwrap(),
            session: browser.cookie("posvet").unwrap_or_default(),
        }
    }

    async fn get(&self, path: &str, encodings: &str) -> Response {
        let url = format!("{}{path}", self.app.base);
        let request = self.client.get(url).header("accept-encoding", encodings);
        let session = format!("posvet={}", self.session);
        request.header("cookie", session).send().await.unwrap()
    }

    /// The encoding of a page for a browser that takes any.
    async fn encoding(&self, path: &str) -> String {
        let answer = self.get(path, "gzip, deflate, br, zstd").await;
        assert_eq!(answer.status(), 200, "{path}");
        said(&answer, "content-encoding")
    }
}

fn said(answer: &Response, name: &str) -> String {
    let values = answer.headers().get_all(name).iter();
    let values: Vec<_> = values.map(|value| value.to_str().unwrap()).collect();
    values.join(", ")
}

#[actix_web::test]
async fn the_desk_is_compressed_unless_somebody_elses_words_could_stand_in_it() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_comment(&consultation).insert(&app).await;
    let reader = Reader::of(&app, &app.sign_in_as(Role::Reviewer).await);
    let desk = "/sl/desk/kranj/socialno-varstvo";

    assert_eq!(reader.encoding(desk).await, "br");
    let filtered = format!("{desk}?view=all&state=new&q=");
    assert_eq!(reader.encoding(&filtered).await, "br");
    let searched = format!("{desk}?view=all&q=ana");
    assert_eq!(reader.encoding(&searched).await, "");
    let unknown = format!("{desk}?anything=ana");
    assert_eq!(reader.encoding(&unknown).await, "");
}

#[actix_web::test]
async fn forms_and_private_pages_are_compressed_as_the_browser_wants() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let receipt = submit(&app.browser(), &consultation, &[]).await;
    let reader = Reader::of(&app, &app.browser());

    for path in [form_of(&consultation), receipt.url] {
        for (encodings, chosen) in [
            ("br, gzip", "br"),
            ("gzip", "gzip"),
            ("br;q=0, gzip", "gzip"),
            ("identity", ""),
            ("zstd", ""),
        ] {
            let answer = reader.get(&path, encodings).await;
            assert_eq!(
                said(&answer, "content-encoding"),
                chosen,
                "{path} {encodings}"
            );
            assert!(said(&answer, "vary").contains("accept-encoding"), "{path}");
        }
    }
    // The harness unpacks what it gets.
    let form = app.browser().get(&form_of(&consultation)).await;
    assert!(form.has("textarea#body"));
}

#[actix_web::test]
async fn an_answer_that_gives_back_what_was_typed_is_sent_as_it_is() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let url = format!("{}{}", app.base, form_of(&consultation));
    let client = client_builder().no_gzip().no_brotli();

    let answer = client
        .build()
        .unwrap()
        .post(url)
        .form(&[("body", "Besedilo")]);
    let answer = answer.header("accept-encoding", "br").send().await.unwrap();

    assert_eq!(answer.status(), 422);
    assert_eq!(said(&answer, "content-encoding"), "");
}
