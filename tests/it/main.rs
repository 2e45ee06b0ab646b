//! The integration suite: one binary, one link step. The same tests run on SQLite and on PostgreSQL.
#![expect(unreachable_pub, reason = "nothing is outside a test binary")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on should stop"
)]
#![expect(
    clippy::too_many_lines,
    reason = "a sample of a page is one literal, however long"
)]
#![expect(
    clippy::print_stdout,
    reason = "the suite says which databases it ran on"
)]

mod access;
mod acts;
mod addresses;
mod audit;
mod away;
mod backup;
mod both_databases;
mod comments;
mod compression;
mod confirming;
mod counts;
mod crash;
mod crash_release;
mod demo;
mod desk;
mod fields;
mod files;
mod harness;
mod http;
mod i18n;
mod in_preparation;
mod jobs;
mod letters;
mod mail_limits;
mod mail_smtp;
mod marks;
mod migrations;
mod nodes;
mod notices;
mod operations;
mod page_addresses;
mod preparing;
mod published;
mod reading;
mod register;
mod repeats;
mod samples;
mod sign_in;
mod standing;
mod stopping;
mod tampering;
mod templates;
mod tidy;
mod together;
mod window;
