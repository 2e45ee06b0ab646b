//! Public reading pages: authorities, consultations, sections, the register. The same for everyone.

mod changes;
mod consultation;
mod home;
mod preview;
mod register;
mod section;
mod standing;

pub use changes::{ChangedPiece, ChangedSection, ChangesPage, PieceGroup, RevisionPair};
pub use consultation::{
    Adoption, ConsultationPage, Contact, ContactEntry, CorrectedAdoption, DocumentEntry,
    EventEntry, FileEntry, FormerTitle, LedgerEntry, MemberEntry, PhaseEntry, RelationEntry,
    SectionEntry,
};
pub use home::{AuthorityEntry, AuthorityList, Counts, Home, HomeEntry, SubmissionCounts};
pub use preview::PreviewPage;
pub use register::{
    BarPart, ChannelCount, Figures, Pair, Register, RegisterFilter, RegisterPrint, SectionFigures,
};
pub use section::{Goal, Paragraph, SectionLink, SectionPage};
pub use standing::StandingText;
