//! What every handler and worker is given. Built once by `app`; cheap to clone.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::cache::PublishedPages;
use super::client::TrustedProxies;
use super::render::{RenderError, Site, Templates};
use super::{Error, Page, answer};
use crate::context::Context;
use crate::i18n::{Catalogue, Language};
use crate::kernel::clock::Instant;

/// The running application.
#[derive(Clone)]
pub struct AppState {
    /// What use cases are given of it.
    pub context: Context,
    pub templates: Arc<Templates>,
    /// The words of what is not a page.
    pub catalogue: Arc<Catalogue>,
    pub pages: PublishedPages,
    pub site: Arc<SiteSettings>,
}

/// What pages and mails need to know about this installation.
#[derive(Clone, Debug)]
pub struct SiteSettings {
    /// A demonstration: the mailbox is public, the sign-in page names the accounts.
    pub demo: bool,
    /// Whom a visitor of the demonstration may sign in as.
    pub demo_accounts: Vec<DemoAccount>,
    /// Whose `X-Forwarded-*` headers are believed.
    pub trusted_proxies: TrustedProxies,
    /// Cookies get `Secure` and the `__Host-` prefix; HSTS is sent.
    pub https: bool,
}

/// An account a visitor of a demonstration may use.
#[derive(Clone, Debug, Serialize)]
pub struct DemoAccount {
    /// Address to sign in with.
    pub email: String,
    /// Its password.
    pub password: String,
    /// Code of its role.
    pub role: String,
}

impl AppState {
    /// The moment this request is decided by.
    pub fn now(&self) -> Instant {
        self.context.now()
    }

    /// The chrome of a page that belongs to no authority.
    pub fn site(&self) -> Site {
        Site {
            demo: self.site.demo,
            base_url: self.context.base_url.to_string(),
            ..Site::default()
        }
    }

    /// Answers one person with a page.
    ///
    /// # Errors
    /// A 500 when the template asks for what the page does not give.
    pub fn show(
        &self,
        status: StatusCode,
        lang: Language,
        site: &Site,
        page: &impl Page,
    ) -> Result<HttpResponse, Error> {
        Ok(answer::page(status, self.render(lang, site, page)?))
    }

    /// Renders a page.
    ///
    /// # Errors
    /// A 500 when the template asks for what the page does not give.
    pub fn render(&self, lang: Language, site: &Site, page: &impl Page) -> Result<String, Error> {
        self.templates.render(lang, site, page).map_err(Error::from)
    }
}

impl From<RenderError> for Error {
    fn from(error: RenderError) -> Self {
        Self::internal(error)
    }
}
