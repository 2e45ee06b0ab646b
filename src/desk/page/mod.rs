//! Pages of the slice: the desk, one response, the release.

mod answer;
mod desk;
mod job;
mod people;
mod release;
mod workspace;

pub use answer::{
    Answer, AnswerList, Conflict, ContextParagraph, HistoryEntry, Listed, ResponseValues,
    ReturnNote,
};
pub use desk::{
    AdministeredAuthority, DeskConsultation, DeskHome, Inbox, InboxRow, InboxSection, Matching,
    Progress, ViewCounts,
};
pub use job::JobRow;
pub use people::{
    ConsultationChoice, InvitationRow, InviteForm, People, PersonPage, PersonRow, RoleInOne,
};
pub use release::{DispositionCount, ReleasePage};
pub use workspace::{
    AuthoritySettings, AuthorityTexts, ChangeEntry, DayEntry, DifferenceEntry, EventOption,
    GateRow, History, NewConsultationPage, PartPage, PartRow, PlanEntry, PreviewRow, RowFields,
    Template, WeekEntry, Workspace,
};
