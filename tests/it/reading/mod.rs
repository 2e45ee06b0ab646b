//! What a reader finds, and what nobody may read yet.

mod draft;
mod following;
mod register;

/// The consultation of `a_consultation()`.
const BASE: &str = "/sl/kranj/socialno-varstvo";
