//! Turns what was typed into a [`NewSubmission`], or says beside each field how to put it right.

use serde::Deserialize;

use crate::comments::SubmitterKind;
use crate::http::render::FieldError;
use crate::i18n::Language;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::limits::{self, Limit};
use crate::kernel::plain_text;
use crate::submissions::domain::{LONGEST_KEY, NewComment, NewSubmission, Submitter};
use crate::submissions::page::CommentValues;

/// The form as it was sent. A field that is missing is empty: what to do is said beside it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct CommentFields {
    pub section: String,
    pub paragraph: String,
    pub idempotency_key: String,
    kind: String,
    body: String,
    proposed_text: String,
    submitter_kind: String,
    name: String,
    organisation: String,
    email: String,
    publish_name: String,
}

impl CommentFields {
    /// What goes back into the form, letter by letter.
    pub(super) fn values(&self) -> CommentValues {
        CommentValues {
            kind: self.kind.clone(),
            body: self.body.clone(),
            proposed_text: self.proposed_text.clone(),
            submitter_kind: self.submitter_kind.clone(),
            name: self.name.clone(),
            organisation: self.organisation.clone(),
            email: self.email.clone(),
            publish_name: !self.publish_name.is_empty(),
        }
    }

    /// The submission these fields describe.
    ///
    /// # Errors
    /// One sentence for each field that must be put right, in the order of the form.
    pub(super) fn parse(
        &self,
        lang: Language,
        key: Option<String>,
    ) -> Result<NewSubmission, Vec<FieldError>> {
        let mut errors = Vec::new();
        let kind = self.kind.parse().ok();
        if kind.is_none() {
            errors.push(FieldError::new("kind", "submissions-error-kind"));
        }
        let body = text(&mut errors, "body", &self.body);
        if body.is_empty() {
            errors.push(FieldError::new("body", "submissions-error-body"));
        }
        let proposed_text = text(&mut errors, "proposed_text", &self.proposed_text);
        let submitter = self.submitter(&mut errors);
        match (kind, submitter) {
            (Some(kind), Some(submitter)) if errors.is_empty() => Ok(NewSubmission {
                comment: NewComment {
                    kind,
                    body,
                    proposed_text,
                    section: self.section.parse().ok(),
                    paragraph: Some(self.paragraph.clone()).filter(|number| !number.is_empty()),
                },
                submitter,
                language: lang,
                idempotency_key: key.or_else(|| self.key()),
            }),
            _ => Err(errors),
        }
    }

    fn key(&self) -> Option<String> {
        Some(self.idempotency_key.clone()).filter(|key| (1..=LONGEST_KEY).contains(&key.len()))
    }

    fn submitter(&self, errors: &mut Vec<FieldError>) -> Option<Submitter> {
        let kind: Option<SubmitterKind> = self.submitter_kind.parse().ok();
        if kind.is_none() {
            errors.push(FieldError::new(
                "submitter_kind",
                "submissions-error-submitter-kind",
            ));
        }
        let organisation = name(errors, "organisation", &self.organisation);
        let person = name(errors, "name", &self.name);
        if kind == Some(SubmitterKind::Organisation) && organisation.is_empty() {
            errors.push(FieldError::new(
                "organisation",
                "submissions-error-organisation",
            ));
        }
        if person.is_empty() {
            errors.push(FieldError::new("name", "submissions-error-name"));
        }
        let email = EmailAddress::parse(&self.email);
        if let Err(refusal) = email {
            errors.push(FieldError::of_address("email", refusal));
        }
        Some(Submitter {
            kind: kind?,
            name: person,
            organisation: if kind == Some(SubmitterKind::Organisation) {
                organisation
            } else {
                String::new()
            },
            email: email.ok(),
            publish_name: !self.publish_name.is_empty(),
        })
    }
}

/// A long text, as the form brings it.
fn text(errors: &mut Vec<FieldError>, field: &str, typed: &str) -> String {
    check_length(errors, field, typed, limits::TEXT);
    typed.to_owned()
}

/// A name: one line.
fn name(errors: &mut Vec<FieldError>, field: &str, typed: &str) -> String {
    let name = plain_text::line(typed);
    check_length(errors, field, &name, limits::NAME);
    name
}

fn check_length(errors: &mut Vec<FieldError>, field: &str, text: &str, limit: Limit) {
    if !limit.allows(text) {
        errors.push(FieldError::new(field, "submissions-error-too-long").with("most", limit.most));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields() -> CommentFields {
        CommentFields {
            kind: "content".into(),
            body: "Predlagam daljši delovni čas.".into(),
            submitter_kind: "individual".into(),
            name: "Oseba A".into(),
            email: "oseba.a@example.org".into(),
            ..CommentFields::default()
        }
    }

    fn wrong(fields: &CommentFields) -> Vec<String> {
        let errors = fields.parse(Language::Sl, None).err().unwrap_or_default();
        errors.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn a_complete_form_is_a_submission_with_the_name_kept_private() {
        let submission = fields().parse(Language::Sl, None).expect("valid");

        assert_eq!(submission.submitter.public_name(), None);
        assert_eq!(submission.comment.section, None);
    }

    #[test]
    fn every_missing_field_is_named_in_the_order_of_the_form() {
        assert_eq!(
            wrong(&CommentFields::default()),
            ["kind", "body", "submitter_kind", "name", "email"]
        );
    }

    #[test]
    fn an_organisation_needs_its_name_and_a_person_theirs() {
        let organisation = CommentFields {
            submitter_kind: "organisation".into(),
            ..fields()
        };
        let nameless = CommentFields {
            name: " ".into(),
            ..fields()
        };

        assert_eq!(wrong(&organisation), ["organisation"]);
        assert_eq!(wrong(&nameless), ["name"]);
    }

    #[test]
    fn a_text_of_the_longest_length_is_accepted_and_one_letter_more_is_not() {
        let fits = CommentFields {
            body: "č".repeat(limits::TEXT.most),
            ..fields()
        };
        let too_long = CommentFields {
            body: "č".repeat(limits::TEXT.most + 1),
            ..fields()
        };

        assert_eq!(wrong(&fits), [""; 0]);
        assert_eq!(wrong(&too_long), ["body"]);
    }
}
