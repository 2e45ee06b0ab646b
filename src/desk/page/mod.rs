//! Pages of the slice: the desk, one response, the release.

mod answer;
mod desk;
mod release;

pub use answer::{
    Answer, AnswerList, Conflict, ContextParagraph, HistoryEntry, Listed, ResponseValues,
    ReturnNote,
};
pub use desk::{
    AdministeredAuthority, DeskConsultation, DeskHome, Inbox, InboxRow, InboxSection, Matching,
    Progress, ViewCounts,
};
pub use release::{DispositionCount, ReleasePage};
