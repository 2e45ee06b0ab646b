//! A row of the outbox becomes a mail: links derived, templates rendered, styles inlined.
//!
//! This happens at the moment of sending, so tokens are never stored (ADR 0006) and a mail tried again a day later is
//! written by the templates of that day, under the same Message-ID.

use std::borrow::Cow;
use std::collections::HashSet;

use css_inline::{CSSInliner, InlineError};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::kind::Link;
use super::message::MailMessage;
use super::outbox::{Letter, MailAuthority, OutboxMail};
use crate::i18n::Language;
use crate::kernel::bidi;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::{EmailAddress, InvalidEmailAddress};
use crate::kernel::token::{Flow, Tokens};

/// The message that carries several others.
const TOGETHER: &str = "confirm_together";

/// What a template is asked for.
#[derive(Clone, Copy, Debug)]
pub struct RenderRequest<'a> {
    /// Folder of the templates below `templates/email/`.
    pub message: &'a str,
    /// The recipient's language.
    pub language: Language,
    /// Whom the mail comes from, for the chrome around it.
    pub authority: &'a MailAuthority,
    /// What the templates see as `mail`.
    pub params: &'a Value,
}

/// The three parts a template gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailText {
    /// One line.
    pub subject: String,
    /// The plain text alternative.
    pub text: String,
    /// The HTML alternative, its style sheet not yet inlined.
    pub html: String,
}

/// Renders the parts of a mail. A function, so that mail does not depend on the template engine.
pub type Render = dyn Fn(&RenderRequest<'_>) -> anyhow::Result<MailText> + Send + Sync;

/// Why a mail could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ComposeError {
    /// The stored address is not one any more; no other try will help.
    #[error("the recipient's address cannot be used")]
    Recipient(#[from] InvalidEmailAddress),
    /// A fault of ours, which a newer version may have put right by the next try.
    #[error("the templates of the mail `{message}` could not be rendered")]
    Render {
        /// Folder of the templates.
        message: String,
        /// What the template engine said.
        #[source]
        source: anyhow::Error,
    },
    /// A fault of ours in the HTML or the style sheet.
    #[error("the styles of the mail could not be inlined")]
    Styles(#[from] InlineError),
    /// A fault of ours that a template or a library did not turn into an error.
    #[error("writing the mail panicked")]
    Panicked,
}

/// The base URL names no host, so mails could carry neither links nor a Message-ID.
#[derive(Debug, thiserror::Error)]
#[error("the base URL must be absolute and name a host")]
pub struct InvalidBaseUrl;

/// Where mails come from and what their links begin with.
pub struct Sender {
    /// Name shown as the sender; empty shows the authority's name.
    pub name: String,
    /// Header and envelope sender.
    pub address: EmailAddress,
    /// Where the site answers: `https://posvet.example.org`.
    pub base_url: String,
}

/// Writes mails. One for the whole process.
pub struct Composer {
    render: Box<Render>,
    tokens: Tokens,
    sender: Sender,
    host: String,
    inliner: CSSInliner<'static>,
}

impl Composer {
    /// A composer that inlines `css`, the style sheet the HTML templates link to.
    ///
    /// # Errors
    /// [`InvalidBaseUrl`] when links could not be made.
    pub fn new(
        mut sender: Sender,
        css: impl Into<Cow<'static, str>>,
        tokens: Tokens,
        render: Box<Render>,
    ) -> Result<Self, InvalidBaseUrl> {
        let host = url::Url::parse(&sender.base_url)
            .ok()
            .and_then(|url| url.host_str().map(str::to_owned))
            .ok_or(InvalidBaseUrl)?;
        sender
            .base_url
            .truncate(sender.base_url.trim_end_matches('/').len());
        let inliner = CSSInliner::options()
            .load_remote_stylesheets(false)
            .keep_at_rules(true)
            .extra_css(Some(css.into()))
            .build();
        Ok(Self {
            render,
            tokens,
            sender,
            host,
            inliner,
        })
    }

    /// Writes the mail of a row.
    ///
    /// # Errors
    /// [`ComposeError`]; only [`ComposeError::Recipient`] is for good.
    pub fn compose(&self, letter: &Letter, now: Instant) -> Result<MailMessage, ComposeError> {
        let mail = &letter.mail;
        let to = mail.recipient.clone()?;
        let links = self.links(mail);
        let asked = distinct(letter);
        let is_one = asked.len() == 1;
        let (message, params) = if is_one {
            (mail.message.as_str(), merged(letter, &links))
        } else {
            let items: Vec<Value> = asked.into_iter().map(|one| self.item(one)).collect();
            (TOGETHER, json!({ "items": items }))
        };
        let request = RenderRequest {
            message,
            language: mail.language,
            authority: &letter.authority,
            params: &params,
        };
        let text = (self.render)(&request).map_err(|source| ComposeError::Render {
            message: message.to_owned(),
            source,
        })?;
        Ok(MailMessage {
            from_name: bidi::isolated(self.sender_name(&letter.authority)).into_owned(),
            from: self.sender.address.clone(),
            to,
            reply_to: EmailAddress::parse(&letter.authority.contact_email).ok(),
            subject: text.subject,
            text: text.text,
            html: self.inliner.inline(&text.html)?,
            message_id: self.message_id(mail),
            date: now,
            unsubscribe_url: links.unsubscribe_url.filter(|_url| is_one),
            headers: vec![("Content-Language", mail.language.into_str().to_owned())],
        })
    }

    /// One of several things that are asked for in one mail.
    fn item(&self, letter: &Letter) -> Value {
        let links = self.links(&letter.mail);
        let params = merged(letter, &links);
        let text = |path: &str| params.pointer(path).and_then(Value::as_str);
        json!({
            "message": letter.mail.message,
            "authority": letter.authority.name,
            "reference": text("/reference"),
            "title": text("/consultation/title").or(text("/subject")),
            "confirm_url": links.confirm_url,
            "unsubscribe_url": links.unsubscribe_url,
        })
    }

    fn sender_name<'a>(&'a self, authority: &'a MailAuthority) -> &'a str {
        match self.sender.name.trim() {
            "" => &authority.name,
            name => name,
        }
    }

    /// The same at every try and on every node; the row's number keeps mails of one content apart.
    fn message_id(&self, mail: &OutboxMail) -> String {
        let about: Uuid = mail.content_id.map_or(mail.link_id, |id| id.uuid());
        format!("{}.{about}@{}", mail.row_key, self.host)
    }

    fn links(&self, mail: &OutboxMail) -> Links {
        let flow = match mail.link {
            Link::Submission => Flow::Submission,
            Link::Subscription => Flow::Subscription,
            Link::Invitation => Flow::Invitation,
            Link::Password => Flow::Password,
            Link::Address => Flow::Address,
            Link::Nothing => return Links::default(),
        };
        let token = self.tokens.mint(flow, mail.link_id);
        let page = |section: &str| {
            let (base, lang, id) = (
                &self.sender.base_url,
                mail.language.into_str(),
                mail.link_id,
            );
            format!("{base}/{lang}/{section}/{id}/{token}")
        };
        let account = |section: &str| Links {
            account_url: Some(page(section)),
            ..Links::default()
        };
        match mail.link {
            Link::Nothing => Links::default(),
            Link::Invitation => account("invitations"),
            Link::Password => account("new-password"),
            Link::Address => account("new-address"),
            Link::Submission => Links {
                tracking_url: Some(page("submissions")),
                confirm_url: Some(self.confirmation(mail)),
                token: Some(token),
                ..Links::default()
            },
            Link::Subscription => Links {
                confirm_url: Some(format!("{}/confirm", page("subscriptions"))),
                unsubscribe_url: Some(format!("{}/unsubscribe", page("subscriptions"))),
                token: Some(token),
                ..Links::default()
            },
        }
    }

    /// The link that confirms a submission carries a token of its own, which no page shows.
    fn confirmation(&self, mail: &OutboxMail) -> String {
        let token = self.tokens.mint(Flow::Confirmation, mail.link_id);
        let (base, lang, id) = (
            &self.sender.base_url,
            mail.language.into_str(),
            mail.link_id,
        );
        format!("{base}/{lang}/submissions/{id}/{token}/confirm")
    }
}

/// What a letter and those it carries ask for. The same asked for twice counts once.
fn distinct(letter: &Letter) -> Vec<&Letter> {
    let mut seen = HashSet::new();
    std::iter::once(letter)
        .chain(&letter.companions)
        .filter(|one| seen.insert((&one.mail.message, one.mail.link_id)))
        .collect()
}

#[derive(Default)]
struct Links {
    token: Option<String>,
    tracking_url: Option<String>,
    confirm_url: Option<String>,
    unsubscribe_url: Option<String>,
    /// What whoever has an account, or is to get one, opens.
    account_url: Option<String>,
}

/// Shared parameters, then those of this mail, then the links. A link a message does not have is `null`, so that a
/// shared layout can ask for it.
fn merged(letter: &Letter, links: &Links) -> Value {
    let mut params = Map::new();
    let own = [letter.content.as_deref(), Some(&letter.mail.params)];
    for object in own.into_iter().flatten().filter_map(Value::as_object) {
        params.extend(object.clone());
    }
    let link_id = links
        .token
        .as_ref()
        .map(|_token| letter.mail.link_id.to_string());
    for (name, value) in [
        ("token", &links.token),
        ("link_id", &link_id),
        ("tracking_url", &links.tracking_url),
        ("confirm_url", &links.confirm_url),
        ("unsubscribe_url", &links.unsubscribe_url),
        ("account_url", &links.account_url),
    ] {
        params.insert(name.to_owned(), value.clone().into());
    }
    Value::Object(params)
}
