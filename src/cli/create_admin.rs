//! `posvet create-admin`: the first person who may add others.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;
use secrecy::{ExposeSecret as _, SecretString};

use super::say;
use crate::accounts::{
    Appointed, Appointment, By, NewAuthority, NewStaff, Passwords, appoint_administrator,
    check_password, check_slug,
};
use crate::context::Context;
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::Ids;
use crate::kernel::plain_text;

/// Make somebody administrator of an authority.
///
/// An account that exists gets the role and the new password; its sessions end.
#[derive(Args, Clone, Debug)]
pub struct CreateAdmin {
    /// Address to sign in with.
    #[arg(long)]
    email: EmailAddress,
    /// Name shown to colleagues.
    #[arg(long)]
    name: String,
    /// The authority's part of the address, such as `kranj`.
    #[arg(long, value_name = "SLUG")]
    authority: String,
    /// Full name of the authority; creates it if there is none with this slug.
    #[arg(long, value_name = "NAME")]
    authority_name: Option<String>,
    /// Public address of a newly created authority, shown on its pages.
    #[arg(long, value_name = "EMAIL", requires = "authority_name")]
    authority_email: Option<EmailAddress>,
    /// Read the password from the first line of this file instead of asking for it twice.
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
}

impl CreateAdmin {
    /// Appoints the administrator and says so in one line.
    ///
    /// # Errors
    /// When an argument is refused, the password is weak, or the database is away.
    pub async fn run(self, context: &Context) -> anyhow::Result<()> {
        check_slug(&self.authority)?;
        let name = plain_text::line(&self.name);
        anyhow::ensure!(!name.is_empty(), "--name must not be empty");
        let password = self.password()?;
        check_password(password.expose_secret(), self.email.expose())?;
        let (now, ids) = (context.now(), &context.ids);
        let appointment = Appointment {
            person: NewStaff {
                id: ids.next(now),
                email: self.email.clone(),
                display_name: name,
                password_hash: Passwords::default().hash(ids, &password).await?,
                language: Language::default(),
            },
            authority_slug: self.authority.clone(),
            new_authority: self.new_authority(ids, now)?,
        };
        let tokens = context.tokens.clone();
        let appointed = context
            .db
            .write(move |connection| {
                appoint_administrator(connection, &tokens, &By::System, &appointment, now)
            })
            .await?;
        self.report(appointed)
    }

    fn new_authority(&self, ids: &Ids, now: Instant) -> anyhow::Result<Option<NewAuthority>> {
        let Some(name) = self.authority_name.as_deref().map(plain_text::line) else {
            return Ok(None);
        };
        anyhow::ensure!(!name.is_empty(), "--authority-name must not be empty");
        let contact = self.authority_email.as_ref().map(EmailAddress::expose);
        Ok(Some(NewAuthority {
            slug: self.authority.clone(),
            short_name: name.clone(),
            name,
            reference_prefix: self.authority.to_uppercase(),
            contact_email: contact.unwrap_or_default().to_owned(),
            ..NewAuthority::begun(ids.next(now))
        }))
    }

    fn password(&self) -> anyhow::Result<SecretString> {
        let Some(file) = &self.password_file else {
            let typed = dialoguer::Password::new()
                .with_prompt("Password")
                .with_confirmation("The same again", "The two differ.")
                .interact()
                .context("could not ask for the password; give it with --password-file")?;
            return Ok(typed.into());
        };
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("could not read {}", file.display()))?;
        Ok(text.lines().next().unwrap_or_default().into())
    }

    fn report(&self, appointed: Appointed) -> anyhow::Result<()> {
        let done = match appointed {
            Appointed::NewAccount => "Created the account of",
            Appointed::KnownAccount => "Set a new password for",
        };
        let (email, authority) = (self.email.expose(), &self.authority);
        say(&format!("{done} {email}, administrator of {authority}."))
    }
}
