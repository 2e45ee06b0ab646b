//! What every handler and worker is given. Built once by `app`; cheap to clone.

use std::sync::Arc;

use super::cache::PublishedPages;
use super::client::TrustedProxies;
use super::render::{RenderError, Site, Templates};
use super::{Error, Page};
use crate::db::Database;
use crate::i18n::Language;
use crate::kernel::clock::{Clock, Instant};
use crate::kernel::ids::Ids;
use crate::kernel::token::Tokens;

/// The running application.
#[derive(Clone)]
pub struct AppState {
    pub db: Database,
    pub clock: Clock,
    pub ids: Ids,
    pub tokens: Tokens,
    pub templates: Arc<Templates>,
    pub pages: PublishedPages,
    pub site: Arc<SiteSettings>,
}

/// What pages and mails need to know about this installation.
#[derive(Clone, Debug)]
pub struct SiteSettings {
    /// Where the site answers, without a trailing slash: every link in a mail begins with it.
    pub base_url: String,
    /// A demonstration: the mailbox is public, the sign-in page names the accounts.
    pub demo: bool,
    /// Whose `X-Forwarded-*` headers are believed.
    pub trusted_proxies: TrustedProxies,
    /// Cookies get `Secure` and the `__Host-` prefix; HSTS is sent.
    pub https: bool,
}

impl AppState {
    /// The moment this request is decided by.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The chrome of a page that belongs to no authority.
    pub fn site(&self) -> Site {
        Site {
            demo: self.site.demo,
            base_url: self.site.base_url.clone(),
            ..Site::default()
        }
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
