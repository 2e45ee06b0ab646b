//! The working group's desk: answering, approving, releasing.

mod answering;
mod approving;
mod inbox;
mod releasing;
mod releasing_many;
mod stepping_back;
mod way;
mod wording;

use crate::harness::{Browser, ConsultationBuilder, Page, TestApp, a_comment};
use posvet::testing::consultations::Consultation;
use posvet::testing::kernel::ids::CommentId;
use posvet::testing::kernel::role::Role;

const REASON: &str = "Obratovanje podaljšamo za dva meseca.";

pub(crate) fn desk(consultation: &Consultation) -> String {
    format!(
        "/sl/desk/{}/{}",
        consultation.authority.slug, consultation.slug
    )
}

pub(crate) fn answer(consultation: &Consultation, comment: CommentId) -> String {
    format!("{}/comments/{comment}", desk(consultation))
}

/// A finished response, as the form sends it.
pub(crate) fn finished<'a>(version: &'a str, action: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("version", version),
        ("disposition", "noted"),
        ("reason", REASON),
        ("text_change", "unchanged"),
        ("action", action),
    ]
}

async fn submit(browser: &Browser, address: &str) -> Page {
    browser.post(address, &finished("0", "submit")).await
}

async fn approve(browser: &Browser, address: &str, version: &str) -> Page {
    let address = format!("{address}/approve");
    browser.post(&address, &[("version", version)]).await
}

async fn answer_fully(writer: &Browser, second: &Browser, address: &str) {
    assert_eq!(submit(writer, address).await.status, 200);
    assert_eq!(approve(second, address, "1").await.status, 200);
}

/// A comment, and two people who may answer it.
struct Two {
    app: TestApp,
    consultation: Consultation,
    /// Where it is answered.
    address: String,
    /// A member of the working group.
    author: Browser,
    second: Browser,
}

impl Two {
    async fn before(consultation: ConsultationBuilder, second: Role) -> Self {
        let app = TestApp::spawn().await;
        let consultation = consultation.insert(&app).await;
        let comment = a_comment(&consultation).insert(&app).await;
        Self {
            address: answer(&consultation, comment),
            author: app.sign_in_as(Role::Reviewer).await,
            second: app.sign_in_as(second).await,
            consultation,
            app,
        }
    }
}
