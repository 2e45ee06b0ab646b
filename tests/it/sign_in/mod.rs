//! Signing in and out, what a session is good for, and how people come to an account and look after it.

mod authorities;
mod forgotten;
mod guesses;
mod inviting;
mod logo;
mod managing;
mod own;
mod people;
mod second_factor;
mod sessions;
mod set_up;
mod settings;

pub(crate) use logo::a_logo;
pub(crate) use people::create_admin;
pub(crate) use second_factor::change_every_factor;
pub(crate) use settings::settings_of_kranj;

use posvet::testing::accounts;
use posvet::testing::kernel::ids::StaffId;
use posvet::testing::kernel::role::Role;

use crate::harness::{Browser, Page, TestApp};

const EMAIL: &str = "ana.novak@example.org";
const PASSWORD: &str = "osem konjev in voz";
const PEOPLE: &str = "/sl/desk/kranj/people";

/// An administrator invites somebody; gives the address of the invitation.
pub(crate) async fn invite(
    app: &TestApp,
    administrator: &Browser,
    email: &str,
    role: &str,
    consultation: &str,
) -> String {
    let form = [
        ("email", email),
        ("role", role),
        ("consultation", consultation),
    ];
    let page = administrator.post(PEOPLE, &form).await;
    assert!(page.has(".flash"), "{}", page.text);
    newest_link(app, email, "/invitations/").await
}

/// The newest link of this kind that went to an address.
async fn newest_link(app: &TestApp, email: &str, kind: &str) -> String {
    let mails = app.mails_to(email).await;
    let mut links = mails.iter().flat_map(|mail| mail.text.split_whitespace());
    let url = links.rfind(|word| word.contains(kind));
    let url = url.unwrap_or_else(|| panic!("no {kind} for {email}"));
    let (_base, rest) = url.split_once("/sl/").unwrap();
    format!("/sl/{rest}")
}

/// Accepts an invitation as somebody who has no account yet.
pub(crate) async fn accept(app: &TestApp, link: &str) -> Page {
    let form = [("display_name", "Ana Novak"), ("password", PASSWORD)];
    app.browser().post(link, &form).await
}

/// Ana is invited to the reviewers and accepts.
async fn add_ana(app: &TestApp) {
    let administrator = app.sign_in_as(Role::Administrator).await;
    let link = invite(app, &administrator, EMAIL, "reviewer", "").await;
    let page = accept(app, &link).await;
    assert_eq!(page.url, "/sl/sign-in", "{}", page.text);
}

/// Ana, signed in.
async fn ana_signed_in(app: &TestApp) -> Browser {
    add_ana(app).await;
    let browser = app.browser();
    sign_in(&browser, EMAIL, PASSWORD).await;
    browser
}

/// The page of a person, for administrators of Kranj.
pub(crate) async fn page_of(app: &TestApp, email: &str) -> String {
    format!("{PEOPLE}/{}", id_of(app, email).await)
}

async fn id_of(app: &TestApp, email: &str) -> StaffId {
    let email = email.parse().unwrap();
    let find = move |connection: &mut _| accounts::find_staff_by_email(connection, &email);
    app.db().read(find).await.unwrap().unwrap().id
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
