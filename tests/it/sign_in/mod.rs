//! Signing in and out, and what a session is good for.

mod guesses;
mod people;
mod sessions;
mod set_up;
mod settings;

pub(crate) use people::create_admin;
pub(crate) use settings::settings_of_kranj;

use posvet::testing::kernel::role::Role;

use crate::harness::{Browser, Page, TestApp};

const EMAIL: &str = "ana.novak@example.org";
const PASSWORD: &str = "osem konjev in voz";
const PEOPLE: &str = "/sl/desk/kranj/people";

/// An administrator adds Ana to the reviewers.
async fn add_ana(app: &TestApp) {
    let administrator = app.sign_in_as(Role::Administrator).await;
    let page = administrator
        .post(
            PEOPLE,
            &[
                ("display_name", "Ana Novak"),
                ("email", EMAIL),
                ("role", "reviewer"),
                ("password", PASSWORD),
            ],
        )
        .await;
    assert!(page.text.contains("Ana Novak"), "{}", page.text);
}

async fn sign_in(browser: &Browser, email: &str, password: &str) -> Page {
    let form = [("email", email), ("password", password)];
    browser.post("/sl/sign-in", &form).await
}

/// Whether the browser is let in to the desk; a signed-out one is led to the sign-in form, which asks for a password.
async fn is_signed_in(browser: &Browser) -> bool {
    let page = browser.get("/sl/desk").await;
    assert_eq!(page.status, 200);
    !page.text.contains("name=\"password\"")
}
