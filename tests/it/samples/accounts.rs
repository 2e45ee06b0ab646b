//! Pages of signing in, of people, and of one's own account.

use posvet::testing::accounts::{
    page::Account, page::ForgottenPassword, page::InvitationPage, page::NewAddress,
    page::NewAuthorityPage, page::NewPassword, page::NewRecoveryCodes, page::SecondFactorPage,
    page::SessionRow, page::SetUpPage, page::SignInCode,
};
use posvet::testing::desk::{
    page::ConsultationChoice, page::InvitationRow, page::InviteForm, page::People,
    page::PersonPage, page::PersonRow, page::RoleInOne,
};
use posvet::testing::http::{render::FieldError, render::Site};

use super::{Shown, at, bare, of_authority, of_desk};

const EMAIL: &str = "clanica.b@example.org";

/// Adds them all.
pub fn add(shown: &mut Shown<'_>) {
    shown.add("set-up", &bare(), &SetUpPage::default());
    let refused = SetUpPage {
        errors: vec![FieldError::new("slug", "accounts-error-slug")],
        coordinates: true,
        ..SetUpPage::default()
    };
    shown.add("set-up-errors", &bare(), &refused);
    let another = NewAuthorityPage {
        from: "kranj".into(),
        errors: vec![FieldError::new("slug", "accounts-error-slug-taken")],
        ..NewAuthorityPage::default()
    };
    shown.add("new-authority", &of_own(), &another);
    signing_in(shown);
    invitations(shown);
    own(shown);
    people(shown);
}

fn signing_in(shown: &mut Shown<'_>) {
    let wrong = SignInCode {
        next: Some("/sl/desk".into()),
        errors: vec![FieldError::new("code", "accounts-error-code")],
        ..SignInCode::default()
    };
    shown.add("sign-in-code", &bare(), &wrong);
    let over = SignInCode {
        is_over: true,
        ..SignInCode::default()
    };
    shown.add("sign-in-code-over", &bare(), &over);
    let empty = FieldError::new("email", "http-address-missing");
    let asking = ForgottenPassword {
        errors: vec![empty],
        ..ForgottenPassword::default()
    };
    shown.add("forgotten-password", &bare(), &asking);
    let asked = ForgottenPassword {
        is_asked: true,
        ..ForgottenPassword::default()
    };
    shown.add("forgotten-password-asked", &bare(), &asked);
    let short = FieldError::new("new_password", "accounts-error-password-short");
    let new = NewPassword {
        link: "1".into(),
        token: "token".into(),
        email: EMAIL.into(),
        errors: vec![short.with("min", 12)],
    };
    shown.add("new-password", &bare(), &new);
    let address = NewAddress {
        link: "1".into(),
        token: "token".into(),
        present: EMAIL.into(),
        email: "nova@example.org".into(),
    };
    shown.add("new-address", &bare(), &address);
}

fn invitations(shown: &mut Shown<'_>) {
    let open = InvitationPage {
        link: "1".into(),
        token: "token".into(),
        state: "open".into(),
        email: EMAIL.into(),
        role: "reviewer".into(),
        is_for_one: true,
        expires_at: at("2022-02-17T23:00:00Z"),
        has_account: false,
        display_name: "Članica B".into(),
        errors: vec![FieldError::new(
            "password",
            "accounts-error-password-common",
        )],
    };
    shown.add("invitation", &of_authority(), &open);
    let known = InvitationPage {
        has_account: true,
        errors: Vec::new(),
        ..open.clone()
    };
    shown.add("invitation-known", &of_authority(), &known);
    for state in ["expired", "revoked", "accepted"] {
        let ended = InvitationPage {
            state: state.into(),
            ..known.clone()
        };
        shown.add(&format!("invitation-{state}"), &of_authority(), &ended);
    }
}

/// A page of the desk that belongs to no authority.
fn of_own() -> Site {
    Site {
        consultation: None,
        authority: None,
        ..of_desk()
    }
}

fn own(shown: &mut Shown<'_>) {
    let session = |name: &str, device: &str, is_this| SessionRow {
        name: name.into(),
        device: device.into(),
        created_at: at("2022-04-28T05:52:00Z"),
        last_seen_at: at("2022-04-28T06:10:00Z"),
        is_this,
    };
    let account = Account {
        email: EMAIL.into(),
        sessions: vec![
            session("1", "Firefox, Windows", true),
            session("2", "Safari, iPhone", false),
            session("3", "", false),
        ],
        second_factor_since: Some(at("2022-02-04T08:00:00Z")),
        recovery_codes_left: 2,
        new_email: "nova".into(),
        errors: vec![
            FieldError::new("password", "accounts-error-present-password"),
            FieldError::new("email", "accounts-error-taken"),
        ],
    };
    shown.add("account", &of_own(), &account);
    let fresh = Account {
        email: EMAIL.into(),
        sessions: vec![session("1", "Firefox, Windows", true)],
        ..Account::default()
    };
    shown.add("account-fresh", &of_own(), &fresh);
    let first = SecondFactorPage {
        seed: "00".repeat(16),
        key: "KQ4X 7TNA 2MPR 9ZWE 5HCL 3DYB KQ4X 7TNA".into(),
        size: 29,
        path: "M0 0h7v1h-7zM8 0h5v1h-5z".into(),
        since: None,
        recovery_codes_left: 0,
        errors: vec![FieldError::new("code", "accounts-error-code")],
    };
    shown.add("second-factor", &of_own(), &first);
    let known = SecondFactorPage {
        since: Some(at("2022-02-04T08:00:00Z")),
        recovery_codes_left: 1,
        path: String::new(),
        errors: vec![FieldError::new(
            "remove_password",
            "accounts-error-factor-required",
        )],
        ..first
    };
    shown.add("second-factor-set", &of_own(), &known);
    let codes = (0..10).map(|one| format!("4821k-7730{one}")).collect();
    shown.add("recovery-codes", &of_own(), &NewRecoveryCodes { codes });
}

fn people(shown: &mut Shown<'_>) {
    let site = Site {
        consultation: None,
        ..of_desk()
    };
    let person = PersonRow {
        id: "1".into(),
        display_name: "Koordinatorka".into(),
        email: "koordinatorka@example.org".into(),
        roles: vec!["coordinator".into(), "administrator".into()],
        in_one: vec![RoleInOne {
            value: "1:reviewer".into(),
            role: "reviewer".into(),
            title: "Socialno varstvo 2022–2028".into(),
        }],
        is_me: true,
        is_disabled: false,
    };
    let invitation = |is_expired| InvitationRow {
        id: "1".into(),
        email: EMAIL.into(),
        role: "reviewer".into(),
        title: "Socialno varstvo 2022–2028".into(),
        expires_at: at("2022-02-17T23:00:00Z"),
        is_expired,
    };
    let disabled = PersonRow {
        is_me: false,
        is_disabled: true,
        in_one: Vec::new(),
        ..person.clone()
    };
    let list = People {
        people: vec![person.clone(), disabled.clone()],
        invitations: vec![invitation(false), invitation(true)],
        consultations: vec![ConsultationChoice {
            id: "1".into(),
            title: "Socialno varstvo 2022–2028".into(),
        }],
        form: InviteForm {
            role: "reviewer".into(),
            ..InviteForm::default()
        },
        errors: vec![
            FieldError::new("email", "accounts-error-disabled"),
            FieldError::new("consultation", "accounts-error-administrator-of-one"),
        ],
    };
    shown.add("people", &site, &list);
    let last = FieldError::new("roles", "accounts-error-last-administrator");
    let page = PersonPage {
        person,
        has_second_factor: true,
        errors: vec![last],
    };
    shown.add("person", &site, &page);
    let page = PersonPage {
        person: disabled,
        has_second_factor: false,
        errors: Vec::new(),
    };
    shown.add("person-disabled", &site, &page);
}
