//! Accounts anybody may try on a demonstration.

use crate::demo::samples::{DEMO_PASSWORD, People, read};
use crate::http::state::DemoAccount;

/// The sample accounts with their first role.
///
/// # Errors
/// When the sample file cannot be read.
pub fn accounts() -> anyhow::Result<Vec<DemoAccount>> {
    let people: People = read("staff.toml")?;
    let first_role = |roles: Vec<(String, String)>| roles.into_iter().next();
    let accounts = people.staff.into_iter().filter_map(|person| {
        let (_authority, role) = first_role(person.roles)?;
        Some(DemoAccount {
            email: person.email,
            password: DEMO_PASSWORD.to_owned(),
            role,
        })
    });
    Ok(accounts.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::check_password;
    use crate::kernel::role::Role;

    #[test]
    fn the_four_sample_accounts_are_offered_with_a_role_each() {
        let accounts = accounts().expect("the file is there");

        assert_eq!(accounts.len(), 4);
        for account in accounts {
            assert!(account.role.parse::<Role>().is_ok(), "{}", account.role);
        }
    }

    #[test]
    fn the_password_everybody_knows_cannot_be_set() {
        assert!(check_password(DEMO_PASSWORD, "").is_err());
    }
}
