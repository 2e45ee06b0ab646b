//! An authority's people: who has which role, who is invited, and one of them.

use serde::Serialize;

use crate::http::render::{FieldError, Page};
use crate::kernel::clock::Instant;

/// People of an authority, pending invitations, and a form that invites; posts `email`, `role`, `consultation`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct People {
    /// Everyone with a role, by name.
    pub people: Vec<PersonRow>,
    /// The newest first.
    pub invitations: Vec<InvitationRow>,
    /// For which of them a role can be.
    pub consultations: Vec<ConsultationChoice>,
    /// The values typed last time.
    pub form: InviteForm,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

impl Page for People {
    const TEMPLATE: &'static str = "desk/people.html";
}

/// One person in the list.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PersonRow {
    /// Who it is, as in the address of their page.
    pub id: String,
    /// Name shown to colleagues.
    pub display_name: String,
    /// Address they sign in with; shown to administrators only.
    pub email: String,
    /// Codes of their roles in the authority.
    pub roles: Vec<String>,
    /// Their roles in one consultation each.
    pub in_one: Vec<RoleInOne>,
    /// Whether this is the person who is looking.
    pub is_me: bool,
    /// Whether they may not sign in.
    pub is_disabled: bool,
}

/// A role in one consultation.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RoleInOne {
    /// What the form calls it.
    pub value: String,
    /// Code of the role.
    pub role: String,
    /// The consultation by its short title.
    pub title: String,
}

/// An invitation nothing came of yet.
#[derive(Clone, Debug, Serialize)]
pub struct InvitationRow {
    pub id: String,
    pub email: String,
    /// Code of the role.
    pub role: String,
    /// The consultation it is for, by its short title; empty for all of the authority.
    pub title: String,
    pub expires_at: Instant,
    pub is_expired: bool,
}

/// A consultation a role can be for.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ConsultationChoice {
    pub id: String,
    pub title: String,
}

/// Values of the form that invites.
#[derive(Clone, Debug, Default, Serialize)]
pub struct InviteForm {
    pub email: String,
    /// Code of the role.
    pub role: String,
    /// The consultation; empty for all of the authority.
    pub consultation: String,
}

/// One person, and what an administrator can change about them; posts `roles`, `in_one`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PersonPage {
    pub person: PersonRow,
    pub has_second_factor: bool,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

impl Page for PersonPage {
    const TEMPLATE: &'static str = "desk/person.html";
}
