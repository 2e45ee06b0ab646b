//! Backups: complete under load, the same for both databases, and never believed when they are damaged.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod damage;
mod file;
mod mail;
mod moment;
mod older;
mod replacing;
mod round_trip;
mod world;
