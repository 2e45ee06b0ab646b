//! Pure vocabulary shared by every slice: time, ids, addresses, tokens, text.
//!
//! Nothing here does I/O or knows a framework. `clock` is the only reader of the wall clock and `ids` the only
//! source of randomness, so a test that fixes both fixes the whole application.

pub mod alphabet;
pub mod bidi;
pub mod clock;
pub mod colour;
pub mod email_address;
pub mod excerpt;
pub mod ids;
pub mod limits;
pub mod local_time;
pub mod plain_text;
pub mod procedure;
pub mod redline;
pub mod rich_text;
pub mod role;
pub mod schedule;
pub mod search_text;
pub mod slug;
pub mod token;
