//! What arrives at the door, whatever the channel: a submission with everything decided but its number.

use crate::accounts::By;
use crate::comments::{CommentKind, ReceivedComment, words_of};
use crate::consultations::{Consultation, is_late};
use crate::drafts::Passage;
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{Ids, ParagraphId, RevisionId, SectionId};
use crate::submissions::domain::{Channel, Submitter, reference};
use crate::submissions::evidence::{SentPoint, content_digest};
use crate::submissions::store::{ReceivedSubmission, SentUnder};

/// One act of one submitter.
#[derive(Clone, Debug)]
pub struct Sent {
    pub channel: Channel,
    pub language: Language,
    /// When the complete request, letter or mail had arrived: the legal time.
    pub received_at: Instant,
    /// `None` when the address has to be confirmed first.
    pub confirmed_at: Option<Instant>,
    /// What makes a repeated send the same submission.
    pub under: Option<SentUnder>,
    pub submitter: Submitter,
    pub points: Vec<Point>,
}

/// One point of it.
#[derive(Clone, Debug)]
pub struct Point {
    pub revision_id: RevisionId,
    /// `None` for the whole draft.
    pub section_id: Option<SectionId>,
    /// `None` for the whole section.
    pub paragraph_id: Option<ParagraphId>,
    pub kind: CommentKind,
    pub body: String,
    /// Empty when none was proposed.
    pub proposed_text: String,
}

impl Point {
    /// About a passage.
    pub fn on(passage: &Passage, kind: CommentKind, body: &str, proposed_text: &str) -> Self {
        Self {
            revision_id: passage.revision.id,
            section_id: passage.section.as_ref().map(|section| section.id),
            paragraph_id: passage.paragraph.as_ref().map(|paragraph| paragraph.id),
            kind,
            body: body.to_owned(),
            proposed_text: proposed_text.to_owned(),
        }
    }

    fn sent(&self) -> SentPoint<'_> {
        SentPoint {
            revision_id: self.revision_id,
            section_id: self.section_id,
            paragraph_id: self.paragraph_id,
            kind: self.kind.into_str(),
            body: &self.body,
            proposed_text: &self.proposed_text,
        }
    }
}

/// A submission about to be recorded, with the comments made from it.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// Who brought it in.
    pub by: By,
    /// Until it is numbered, its reference is the prefix of the consultation.
    pub submission: ReceivedSubmission,
    pub comments: Vec<ReceivedComment>,
}

impl Arrival {
    /// Decides everything that can be decided before its turn to be stored.
    pub fn new(ids: &Ids, by: By, consultation: &Consultation, sent: Sent) -> Self {
        let received_at = sent.received_at;
        let content_digest = content_digest(sent.points.iter().map(Point::sent));
        let name = sent.submitter.public_name();
        let comments = (1..)
            .zip(&sent.points)
            .map(|(position, point)| ReceivedComment {
                id: ids.next(received_at),
                item_id: ids.next(received_at),
                position,
                section_id: point.section_id,
                paragraph_id: point.paragraph_id,
                revision_id: point.revision_id,
                kind: point.kind,
                words: words_of(&point.body, &point.proposed_text, name, sent.language),
                body: point.body.clone(),
                proposed_text: point.proposed_text.clone(),
            })
            .collect();
        let submission = ReceivedSubmission {
            id: ids.next(received_at),
            consultation_id: consultation.id,
            number: 0,
            reference: consultation.reference_prefix.clone(),
            channel: sent.channel,
            language: sent.language,
            received_at,
            confirmed_at: sent.confirmed_at,
            is_late: is_late(&consultation.window, received_at),
            sent_under: sent.under,
            content_digest,
            submitter: sent.submitter,
        };
        Self {
            by,
            submission,
            comments,
        }
    }

    /// Gives it its number and the reference that follows from it.
    pub fn number(&mut self, number: i64) {
        self.submission.number = number;
        self.submission.reference = reference(&self.submission.reference, number);
    }
}
