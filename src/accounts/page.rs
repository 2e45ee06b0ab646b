//! Pages of signing in, of invitations and of one's own account.

use serde::Serialize;

use crate::http::render::{FieldError, Page};
use crate::http::state::DemoAccount;
use crate::kernel::clock::Instant;

/// Sign-in form; posts `email`, `password`, `next`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SignIn {
    /// The address typed last time.
    pub email: String,
    /// Path on this site to return to.
    pub next: Option<String>,
    /// What was refused.
    pub errors: Vec<FieldError>,
    /// Accounts to try, only on a demonstration.
    pub demo_accounts: Vec<DemoAccount>,
}

impl Page for SignIn {
    const TEMPLATE: &'static str = "accounts/sign_in.html";
}

/// The page of an empty installation; posts its fields, `password` and `coordinates`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SetUpPage {
    /// The last part of its address.
    pub token: String,
    /// What was typed last time.
    pub display_name: String,
    /// The address to sign in with.
    pub email: String,
    /// The authority's name.
    pub name: String,
    /// Its name in a sentence.
    pub short_name: String,
    /// Its part of the address; empty when it is made of the short name.
    pub slug: String,
    /// What reference numbers begin with; empty when it is made of the address.
    pub reference_prefix: String,
    /// The public address.
    pub contact_email: String,
    /// Whether the person also runs consultations.
    pub coordinates: bool,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

impl Page for SetUpPage {
    const TEMPLATE: &'static str = "accounts/set_up.html";
}

/// The form of another authority; posts its fields.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewAuthorityPage {
    /// The authority from whose desk it is made.
    pub from: String,
    pub name: String,
    pub short_name: String,
    pub slug: String,
    pub reference_prefix: String,
    pub contact_email: String,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

impl Page for NewAuthorityPage {
    const TEMPLATE: &'static str = "accounts/new_authority.html";
}

/// Where the code is typed after the password; posts `code`, `next`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SignInCode {
    /// Path on this site to return to.
    pub next: Option<String>,
    /// Whether no sign-in waits in this browser.
    pub is_over: bool,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

impl Page for SignInCode {
    const TEMPLATE: &'static str = "accounts/sign_in_code.html";
}

/// Asking for a link to a new password; posts `email`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ForgottenPassword {
    /// The address typed last time.
    pub email: String,
    /// Whether it was asked for. The page never repeats the address: it is the same for all.
    pub is_asked: bool,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

impl Page for ForgottenPassword {
    const TEMPLATE: &'static str = "accounts/forgotten_password.html";
}

/// Setting another password behind a link; posts `new_password`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewPassword {
    /// The id of the link.
    pub link: String,
    /// Its token.
    pub token: String,
    /// Whose password it is.
    pub email: String,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

impl Page for NewPassword {
    const TEMPLATE: &'static str = "accounts/new_password.html";
}

/// Proving another address behind a link.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewAddress {
    /// The id of the link.
    pub link: String,
    /// Its token.
    pub token: String,
    /// The address up to now.
    pub present: String,
    /// The address from now on.
    pub email: String,
}

impl Page for NewAddress {
    const TEMPLATE: &'static str = "accounts/new_address.html";
}

/// The page behind an invitation; posts `display_name`, `password`, or nothing when there is an account.
#[derive(Clone, Debug, Serialize)]
pub struct InvitationPage {
    /// The id of the invitation.
    pub link: String,
    /// Its token.
    pub token: String,
    /// Code of where it stands: `open`, `expired`, `accepted`, `revoked`.
    pub state: String,
    /// Who is invited.
    pub email: String,
    /// Code of the role.
    pub role: String,
    /// Whether the role is for one consultation only.
    pub is_for_one: bool,
    /// Until when it holds.
    pub expires_at: Instant,
    /// Whether the address has an account already.
    pub has_account: bool,
    /// What was typed last time.
    pub display_name: String,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

impl Page for InvitationPage {
    const TEMPLATE: &'static str = "accounts/invitation.html";
}

/// One's own account; its forms post `password`, `new_password`, or `email`, `address_password`, or `end`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Account {
    /// What they sign in with.
    pub email: String,
    /// The address typed last time.
    pub new_email: String,
    /// Where they are signed in, the one seen last first.
    pub sessions: Vec<SessionRow>,
    /// Since when there is a second factor.
    pub second_factor_since: Option<Instant>,
    /// Recovery codes that were not used.
    pub recovery_codes_left: i64,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

/// One session in the list.
#[derive(Clone, Debug, Serialize)]
pub struct SessionRow {
    /// What the form calls it.
    pub name: String,
    /// `Firefox, Windows`; empty when the browser told nothing.
    pub device: String,
    pub created_at: Instant,
    pub last_seen_at: Instant,
    /// Whether the page is looked at in it.
    pub is_this: bool,
}

impl Page for Account {
    const TEMPLATE: &'static str = "accounts/account.html";
}

/// The second factor; its forms post `seed`, `code`, `password`, or `codes_password`, or `remove_password`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SecondFactorPage {
    /// What the key is derived from.
    pub seed: String,
    /// The key as it is typed by hand.
    pub key: String,
    /// The QR code: modules to a side.
    pub size: usize,
    /// Its dark modules as a path; empty when there is no picture.
    pub path: String,
    /// Since when there is a second factor.
    pub since: Option<Instant>,
    /// Recovery codes that were not used.
    pub recovery_codes_left: i64,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

impl Page for SecondFactorPage {
    const TEMPLATE: &'static str = "accounts/second_factor.html";
}

/// Recovery codes, shown once.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewRecoveryCodes {
    pub codes: Vec<String>,
}

impl Page for NewRecoveryCodes {
    const TEMPLATE: &'static str = "accounts/recovery_codes.html";
}
