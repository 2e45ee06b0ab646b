//! The adapter to the web: what every request passes through and every answer is made of.
//!
//! It knows no slice. A slice declares its [`routing::Route`]s and its pages ([`render::Page`]); `app` mounts them.
//!
//! A request passes, from the outside in: [`cache`] (a published page is answered at once) → [`observe`] (request id,
//! access log) → [`compress`] → [`error`] (failures become pages, typed text is given back) → [`limits`] (the complete body within
//! its deadline) → [`address`] (one for each page) → [`same_origin`] → [`panics`] → the guard of the route → the handler.

pub mod address;
pub mod answer;
pub mod assets;
pub mod cache;
pub mod client;
pub mod compress;
pub mod error;
pub mod extract;
pub mod flash;
pub mod headers;
pub mod health;
pub mod limits;
pub mod observe;
pub mod page;
pub mod panics;
pub mod render;
pub mod routing;
pub mod same_origin;
pub mod state;
pub mod static_pages;
pub mod template_functions;
pub mod upload;

pub use error::Error;
pub use render::Page;
pub use state::AppState;
