//! Accounts anybody may try on a demonstration.

use serde::Deserialize;

use crate::accounts::page::DemoAccount;

/// The password of every sample account. It is on the list of common ones, so no real account can have it.
pub const DEMO_PASSWORD: &str = "posvet-demo-2026";

const SAMPLES: &str = include_str!("../../../templates/samples/staff.toml");

#[derive(Deserialize)]
struct Samples {
    staff: Vec<SampleStaff>,
}

#[derive(Deserialize)]
struct SampleStaff {
    email: String,
    /// Pairs of authority and role.
    roles: Vec<(String, String)>,
}

/// The sample accounts with their first role.
pub(super) fn accounts() -> Vec<DemoAccount> {
    let samples: Result<Samples, _> = toml::from_str(SAMPLES);
    let staff = samples.map(|samples| samples.staff).unwrap_or_default();
    staff
        .into_iter()
        .filter_map(|person| {
            let (_authority, role) = person.roles.into_iter().next()?;
            Some(DemoAccount {
                email: person.email,
                password: DEMO_PASSWORD.to_owned(),
                role,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::domain::{PasswordRefused, check_password};
    use crate::kernel::role::Role;

    #[test]
    fn the_four_sample_accounts_are_offered_with_a_role_each() {
        let accounts = accounts();

        assert_eq!(accounts.len(), 4);
        for account in accounts {
            assert!(account.role.parse::<Role>().is_ok(), "{}", account.role);
        }
    }

    #[test]
    fn the_password_everybody_knows_cannot_be_set() {
        assert_eq!(
            check_password(DEMO_PASSWORD, ""),
            Err(PasswordRefused::TooCommon)
        );
    }
}
