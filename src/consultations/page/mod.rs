//! Public reading pages: authorities, consultations, sections. The same for everyone.

mod consultation;
mod home;
mod section;

pub use consultation::{
    Adoption, ConsultationPage, Contact, LedgerEntry, PhaseEntry, SectionEntry,
};
pub use home::{AuthorityEntry, AuthorityList, Counts, Home, HomeEntry, SubmissionCounts};
pub use section::{Goal, Paragraph, SectionLink, SectionPage};
