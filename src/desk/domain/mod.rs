//! What the working group asks the inbox for. Pure.

mod inbox;

pub use inbox::{Facts, Filter, SectionFilter, View};
