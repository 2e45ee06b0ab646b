//! The rules of a response, one test each.

use strum::VariantArray as _;

use super::*;
use crate::kernel::ids::Ids;
use crate::responses::domain::{approve, send_back};

fn ids() -> Ids {
    Ids::seeded(1)
}

fn moment() -> Instant {
    Instant::from_micros(0).expect("in range")
}

fn draft(disposition: Disposition) -> ResponseDraft {
    ResponseDraft {
        disposition: Some(disposition),
        reason: "Ureja drug predpis.".to_owned(),
        text_change: TextChange::Unchanged,
        changed_text: String::new(),
    }
}

fn response(state: ResponseState, author: StaffId) -> Response {
    Response {
        id: ids().next(moment()),
        state,
        version: 3,
        draft: draft(Disposition::Noted),
        author_id: author,
        updated_at: moment(),
    }
}

fn two_members() -> (StaffId, StaffId) {
    let ids = ids();
    (ids.next(moment()), ids.next(moment()))
}

fn missing(draft: &ResponseDraft) -> Vec<DraftError> {
    match check_complete(draft, "") {
        Ok(()) => Vec::new(),
        Err(AnswerError::Incomplete(errors)) => errors,
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn every_disposition_needs_a_reason() {
    for &disposition in Disposition::VARIANTS {
        let silent = ResponseDraft {
            reason: " \n".to_owned(),
            ..draft(disposition)
        };

        assert_eq!(missing(&draft(disposition)), []);
        assert_eq!(missing(&silent).len(), 1, "{disposition:?}");
    }
}

#[test]
fn not_accepted_without_a_reason_has_its_own_message() {
    let silent = ResponseDraft {
        reason: String::new(),
        ..draft(Disposition::NotAccepted)
    };

    assert_eq!(missing(&silent), [DraftError::NotAcceptedWithoutReason]);
    assert_eq!(missing(&silent)[0].field(), "reason");
}

#[test]
fn a_response_needs_a_disposition() {
    let undecided = ResponseDraft {
        disposition: None,
        ..draft(Disposition::Noted)
    };

    assert_eq!(missing(&undecided), [DraftError::MissingDisposition]);
}

#[test]
fn accepting_says_whether_the_text_changes() {
    for (disposition, errors) in [
        (Disposition::Accepted, vec![DraftError::UndecidedTextChange]),
        (
            Disposition::AcceptedInPart,
            vec![DraftError::UndecidedTextChange],
        ),
        (Disposition::NotAccepted, vec![]),
        (Disposition::Noted, vec![]),
        (Disposition::OutOfScope, vec![]),
    ] {
        let undecided = ResponseDraft {
            text_change: TextChange::Undecided,
            ..draft(disposition)
        };

        assert_eq!(missing(&undecided), errors, "{disposition:?}");
    }
}

#[test]
fn a_changed_text_is_given_word_for_word() {
    let promised = ResponseDraft {
        text_change: TextChange::Changed,
        ..draft(Disposition::Accepted)
    };
    let given = ResponseDraft {
        changed_text: "Zavetišče obratuje vse leto.".to_owned(),
        ..promised.clone()
    };

    assert_eq!(missing(&promised), [DraftError::MissingChangedText]);
    assert_eq!(missing(&given), []);
}

#[test]
fn everything_that_is_missing_is_named_at_once() {
    assert_eq!(
        missing(&ResponseDraft::default()),
        [DraftError::MissingDisposition, DraftError::MissingReason]
    );
}

#[test]
fn nothing_is_refused_without_a_reason_not_even_in_a_draft() {
    let silent = ResponseDraft {
        disposition: Some(Disposition::NotAccepted),
        ..ResponseDraft::default()
    };

    assert_eq!(
        check_draft(&silent),
        Err(AnswerError::Incomplete(vec![
            DraftError::NotAcceptedWithoutReason
        ]))
    );
}

#[test]
fn the_present_text_is_no_change() {
    let present = "Zavetišče je odprto.";
    let changed = ResponseDraft {
        text_change: TextChange::Changed,
        changed_text: format!("{present}\n"),
        ..draft(Disposition::Accepted)
    };

    assert_eq!(
        check_complete(&changed, present),
        Err(AnswerError::Incomplete(vec![DraftError::SameText]))
    );
    assert_eq!(check_complete(&changed, "Drugo besedilo."), Ok(()));
}

#[test]
fn the_present_text_is_stored_only_where_it_is_said_to_be_the_new_one() {
    let present = "Zavetišče je odprto.";
    let stored = |text_change, text: &str| {
        let draft = ResponseDraft {
            text_change,
            changed_text: text.to_owned(),
            ..ResponseDraft::default()
        };
        without_present_text(draft, present).changed_text
    };

    assert_eq!(stored(TextChange::Undecided, present), "");
    assert_eq!(stored(TextChange::Unchanged, present), "");
    assert_eq!(stored(TextChange::Unchanged, "Osnutek."), "Osnutek.");
    assert_eq!(stored(TextChange::Changed, present), present);
}

#[test]
fn a_draft_may_be_put_aside_unfinished_but_not_endless() {
    let endless = ResponseDraft {
        reason: "č".repeat(limits::TEXT.most + 1),
        ..ResponseDraft::default()
    };

    assert_eq!(check_draft(&ResponseDraft::default()), Ok(()));
    assert_eq!(
        check_draft(&endless),
        Err(AnswerError::Incomplete(vec![DraftError::ReasonTooLong]))
    );
}

#[test]
fn only_drafts_and_returned_responses_may_be_written() {
    let (author, _other) = two_members();
    let is_open = |state| check_editable(Some(&response(state, author))).is_ok();

    assert_eq!(check_editable(None), Ok(()));
    assert_eq!(
        ResponseState::VARIANTS
            .iter()
            .copied()
            .map(is_open)
            .collect::<Vec<_>>(),
        [true, false, true, false, false]
    );
}

#[test]
fn whoever_saw_another_version_is_told() {
    let (author, _other) = two_members();
    let stored = response(ResponseState::Drafted, author);

    assert_eq!(check_version(Some(&stored), 3), Ok(()));
    assert_eq!(check_version(Some(&stored), 2), Err(AnswerError::Conflict));
    assert_eq!(check_version(Some(&stored), 0), Err(AnswerError::Conflict));
    assert_eq!(check_version(None, 0), Ok(()));
    assert_eq!(check_version(None, 1), Err(AnswerError::Conflict));
}

#[test]
fn the_author_is_whoever_wrote_the_text_last() {
    let (author, other) = two_members();
    let stored = response(ResponseState::Drafted, author);
    let rewritten = draft(Disposition::Accepted);

    assert_eq!(writer_of(None, &rewritten, other), other);
    assert_eq!(writer_of(Some(&stored), &rewritten, other), other);
    assert_eq!(writer_of(Some(&stored), &stored.draft, other), author);
}

#[test]
fn the_author_cannot_approve_and_a_second_member_can() {
    let (author, other) = two_members();
    let waiting = response(ResponseState::InApproval, author);

    assert_eq!(approve(&waiting, author), Err(AnswerError::OwnResponse));
    assert_eq!(approve(&waiting, other), Ok(()));
}

#[test]
fn only_what_waits_for_approval_is_approved_or_sent_back() {
    let (author, other) = two_members();
    for &state in ResponseState::VARIANTS {
        let waits = state == ResponseState::InApproval;
        let stored = response(state, author);

        assert_eq!(approve(&stored, other).is_ok(), waits, "{state:?}");
        assert_eq!(send_back(&stored, "Zakaj?").is_ok(), waits, "{state:?}");
    }
}

#[test]
fn a_response_is_sent_back_with_a_note() {
    let (author, _other) = two_members();
    let waiting = response(ResponseState::InApproval, author);

    assert_eq!(send_back(&waiting, " "), Err(AnswerError::MissingNote));
    assert_eq!(
        send_back(&waiting, &"a".repeat(limits::NOTE.most + 1)),
        Err(AnswerError::NoteTooLong)
    );
}

proptest::proptest! {
    /// What passes as complete satisfies the database's own check and the closing gate's promise.
    #[test]
    fn what_is_complete_answers_the_comment(
        disposition in proptest::option::of(proptest::sample::select(Disposition::VARIANTS)),
        reason in "[ a]{0,3}",
        change in 0..3usize,
        changed_text in "[ a]{0,3}",
    ) {
        let text_change = [TextChange::Undecided, TextChange::Changed, TextChange::Unchanged][change];
        let draft = ResponseDraft { disposition, reason, text_change, changed_text };

        if check_complete(&draft, "").is_ok() {
            proptest::prop_assert!(draft.disposition.is_some());
            proptest::prop_assert!(!draft.reason.trim().is_empty());
            proptest::prop_assert!(
                draft.text_change != TextChange::Changed || !draft.changed_text.trim().is_empty()
            );
            let is_accepted = matches!(
                draft.disposition,
                Some(Disposition::Accepted | Disposition::AcceptedInPart)
            );
            proptest::prop_assert!(!is_accepted || draft.text_change != TextChange::Undecided);
        }
    }
}
