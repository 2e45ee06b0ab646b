//! What the reading pages show, over the tables of other slices.

mod counts;
mod register;
mod released;

pub use counts::{CommentCounts, ReleasedCounts, count_comments, count_released};
pub use register::{
    FigureRow, PairRow, RegisterQuery, SectionFilter, Totals, count_figures, count_totals,
    find_released, list_pairs,
};
pub use released::{ReleasedComments, list_released};
