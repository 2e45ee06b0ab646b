//! A draft as its author thinks of it: sections with pieces in order, without numbers and ids.

/// A section and its pieces in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenSection {
    pub title: String,
    /// As menus call it; empty for the beginning of the title.
    pub short_title: String,
    pub pieces: Vec<WrittenPiece>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrittenPiece {
    Heading(String),
    /// Markdown of one passage.
    Text(String),
    Goal(WrittenGoal),
}

/// An aim and what tells whether it is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenGoal {
    pub title: String,
    /// Markdown; may be empty.
    pub body: String,
    pub is_key: bool,
    pub indicator: String,
    pub holder: String,
    pub deadline: String,
}
