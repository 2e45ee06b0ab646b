//! Subscribing to notices, leaving again, and what coordinators send.

mod leaving;
mod rehearsing;
mod sending;
mod subscribing;

use posvet::testing::consultations::Consultation;

use crate::harness::{Browser, Page};

const ANA: &str = "ana@example.org";

/// Opens a page that must be there.
async fn open(browser: &Browser, url: &str) -> String {
    let page = browser.get(url).await;
    assert_eq!(page.status, 200, "{url}: {}", page.text);
    page.text
}

/// The public address of a consultation, with `path` after it.
fn public(lang: &str, consultation: &Consultation, path: &str) -> String {
    let (authority, slug) = (&consultation.authority.slug, &consultation.slug);
    format!("/{lang}/{authority}/{slug}{path}")
}

/// The address of a consultation's notices on the desk.
fn desk(consultation: &Consultation) -> String {
    let (authority, slug) = (&consultation.authority.slug, &consultation.slug);
    format!("/sl/desk/{authority}/{slug}/notices")
}

/// Fills in the subscription form at `url`.
async fn subscribe(browser: &Browser, url: &str, email: &str, scope: &str) -> Page {
    let form = open(browser, url).await;
    let nonce = value_of(&form, "nonce");
    let fields = [("email", email), ("scope", scope), ("nonce", &nonce)];
    browser.post(url, &fields).await
}

/// The value of a hidden field.
fn value_of(html: &str, name: &str) -> String {
    let (_before, after) = html
        .split_once(&format!("name=\"{name}\" value=\""))
        .unwrap_or_else(|| panic!("no field {name} in {html}"));
    after.split('"').next().expect("closed").to_owned()
}

/// Stores a draft for both lists and returns its address.
pub(crate) async fn draft(
    coordinator: &Browser,
    consultation: &Consultation,
    subject: &str,
) -> String {
    let fields = [
        ("subject", subject),
        ("body", "Še tri dni.\r\n\r\nPreberite osnutek."),
        ("audience", "consultation"),
        ("audience", "authority"),
    ];
    let url = desk(consultation);
    let page = coordinator.post(&url, &fields).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let html = page.text.replace("&#x2F;", "/");
    let (_before, after) = html
        .split_once(&format!("action=\"{url}/"))
        .unwrap_or_else(|| panic!("no rehearsal in {html}"));
    let id = after.split('"').next().expect("closed");
    format!("{url}/{id}")
}

/// Presses a button of the rehearsal at `url` as it stands.
pub(crate) async fn press(
    coordinator: &Browser,
    url: &str,
    action: &str,
    changed: &[(&str, &str)],
) -> Page {
    let html = open(coordinator, url).await;
    press_on(coordinator, url, &html, action, changed).await
}

/// Presses a button of a rehearsal that was opened before.
async fn press_on(
    coordinator: &Browser,
    url: &str,
    html: &str,
    action: &str,
    changed: &[(&str, &str)],
) -> Page {
    let version = value_of(html, "version");
    let stored = [
        ("subject", "Rok se izteka"),
        ("body", "Še tri dni.\n\nPreberite osnutek."),
        ("version", version.as_str()),
        ("audience", "consultation"),
        ("audience", "authority"),
        ("action", action),
    ];
    let kept = stored
        .into_iter()
        .filter(|(name, _value)| changed.iter().all(|(other, _new)| other != name));
    let fields: Vec<(&str, &str)> = kept.chain(changed.iter().copied()).collect();
    coordinator.post(url, &fields).await
}
