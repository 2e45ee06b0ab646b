//! Pages of signing in and of the people who work on consultations.

use serde::Serialize;

use crate::http::render::{FieldError, Page};
use crate::http::state::DemoAccount;
use crate::kernel::ids::StaffId;

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

/// People of an authority and a form that adds one; posts `display_name`, `email`, `role`, `password`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct People {
    /// Everyone with a role, by name.
    pub people: Vec<Person>,
    /// The values typed last time.
    pub form: PersonForm,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

/// One person in the list.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    /// Who it is.
    pub staff_id: StaffId,
    /// Name shown to colleagues.
    pub display_name: String,
    /// Address they sign in with; shown to administrators only.
    pub email: String,
    /// Codes of their roles in this authority.
    pub roles: Vec<String>,
    /// Whether this is the person who is looking.
    pub is_me: bool,
}

/// Values of the form that adds a person.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PersonForm {
    /// Name shown to colleagues.
    pub display_name: String,
    /// Address to sign in with.
    pub email: String,
    /// Code of the role.
    pub role: String,
}

impl Page for People {
    const TEMPLATE: &'static str = "accounts/people.html";
}
