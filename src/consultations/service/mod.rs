//! Use cases of those who prepare a consultation. Each decides by the domain's rules and writes in one transaction, its entry
//! in the audit chain included.

mod act;
mod adopt;
mod announce;
mod authority;
mod authority_texts;
mod bring;
mod create;
mod logo;
mod outage;
mod preview;
mod save;
mod window;

pub use act::Act;
pub use adopt::{AdoptError, record_adoption, record_adoption_in};
pub use announce::{AnnounceError, announce, announce_in, prepared, take_back_announcement};
pub use authority::{SaveAuthorityError, authority_values, save_authority};
pub use authority_texts::{AUTHORITY_TEXTS, authority_texts, save_authority_texts};
pub use bring::{Brought, FilePlace, bring};
pub use create::{CreateError, NewPlan, create, create_in, delete};
pub use logo::{LogoChange, change_logo};
pub use outage::record_outage;
pub use preview::{PreviewError, create_preview, find_previewed, revoke_preview};
pub use save::{SaveError, fingerprint, save, save_in};
pub use window::{ChangeWindowError, Extension, extend, withdraw};
