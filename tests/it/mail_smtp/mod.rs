//! Mail on the wire: a real SMTP conversation, and what becomes of a mail when it goes wrong.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod conversation;
mod killed;
mod lanes;
mod mime;
mod server;
mod worker;
mod world;
