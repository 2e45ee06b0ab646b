//! Who may do what on the desk: the routes and the use cases ask the same lists.

use crate::kernel::role::Role;

/// Who answers comments.
pub const WORKING_GROUP: &[Role] = &[Role::Reviewer, Role::Coordinator];

/// Who makes responses public, and until then opens again what is approved.
pub const COORDINATORS: &[Role] = &[Role::Coordinator];
