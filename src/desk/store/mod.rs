//! What the desk shows, over the tables of other slices.

mod around;
mod comment;
mod details;
mod inbox;
mod search;

pub use around::{Around, Here, Neighbour, find_around, find_reference};
pub use comment::{StoredComment, find_comment};
pub use details::{ListedComment, list_details};
pub use inbox::{Found, count_matching, find_countable, find_row_keys};
