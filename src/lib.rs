//! Posvet: public consultations in which every comment is received, answered and traced to the text it changed.

pub mod accounts;
pub mod app;
pub mod audit;
pub mod background;
pub mod cli;
pub mod comments;
pub mod consultations;
pub mod context;
pub mod db;
pub mod http;
pub mod i18n;
pub mod kernel;
pub mod mail;
pub mod notices;
pub mod settings;
pub mod telemetry;
pub mod triage;
