//! The database is locked by somebody else, or cannot be reached: people wait, or are told to send again.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod locked;
mod proxy;
mod unreachable;

use crate::harness::{Browser, Page};

const PUBLIC: &str = "/sl/kranj/socialno-varstvo-2022-2028";
const FORM: &str = "/sl/kranj/socialno-varstvo-2022-2028/comment";
const TEXT: &str = "Noči so mrzle tudi oktobra <in> aprila.";

/// Sends a comment under this key. The receipt is not looked at: the database may be away again by then.
async fn submit(browser: &Browser, key: &str) -> Page {
    let fields = [
        ("kind", "content"),
        ("body", TEXT),
        ("submitter_kind", "individual"),
        ("name", "Oseba Zasebna"),
        ("email", "oseba@example.org"),
        ("idempotency_key", key),
    ];
    browser.staying().post(FORM, &fields).await
}

/// Sends the form of a page again, as it stands there.
async fn submit_again(browser: &Browser, page: &Page) -> Page {
    let checked = |name: &str| page.value(&format!("input[name={name}][checked]"));
    let (kind, submitter_kind) = (checked("kind"), checked("submitter_kind"));
    let (name, email) = (page.value("input#name"), page.value("input#email"));
    let key = page.value("input[name=idempotency_key]");
    let body = page.text("textarea#body");
    let fields = [
        ("kind", kind.as_str()),
        ("body", &body),
        ("submitter_kind", &submitter_kind),
        ("name", &name),
        ("email", &email),
        ("idempotency_key", &key),
    ];
    browser.staying().post(FORM, &fields).await
}

/// Whether the page gives back what was typed, wherever it stands.
fn gives_back_the_text(page: &Page) -> bool {
    page.texts("main").concat().contains(TEXT)
}
