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
mod demo;
mod desk;
mod documents;
mod drafts;
mod files;
mod http;
mod i18n;
mod jobs;
mod kernel;
mod mail;
mod notices;
mod responses;
mod settings;
mod site;
mod submissions;
mod subscribers;
mod telemetry;
pub mod testing;

pub use cli::{Cli, run};
