//! Posvet: public consultations in which every comment is received, answered and traced to the text it changed.

mod accounts;
mod app;
mod audit;
mod background;
mod cli;
mod comments;
mod consultations;
mod context;
mod db;
mod http;
mod i18n;
mod kernel;
mod mail;
mod notices;
mod settings;
mod site;
mod telemetry;
pub mod testing;
mod triage;

pub use cli::{Cli, run};
