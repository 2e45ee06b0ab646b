//! The words comments are found by.

use diesel::prelude::*;

use crate::comments::domain::{SubmitterKind, public_name};
use crate::db::schema::{comments, responses, submissions, submitters};
use crate::db::{DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::search_text::{words, words_in_english};

/// Comments whose words are written in one go.
const ROUND: i64 = 500;

/// Words of a comment and of the name that stands beside it. A name nobody is shown is not among them: who may not read
/// it could otherwise find it by guessing.
pub fn words_of(body: &str, proposed: &str, name: Option<&str>, language: Language) -> String {
    let text = format!("{body} {proposed} {}", name.unwrap_or_default());
    match language {
        Language::Sl => words(&text),
        Language::En => words_in_english(&text),
    }
}

/// What is stored of a comment: its words and those of its number, `KRANJ-2022-0042/1`.
pub(super) fn with_number(words_of_comment: &str, reference: &str, position: i32) -> String {
    let number = words(&format!("{reference}/{position}"));
    format!("{words_of_comment} {number}")
}

type Unread = (
    (i64, String, String, i32),
    (String, Language),
    (SubmitterKind, String, String, bool),
    (Option<String>, Option<String>),
);

/// Gives every comment without words its own. A migration that changes how texts are searched takes them away, and so
/// does whoever erases a name. All of them or none, as migrations do, and on a connection of one's own.
///
/// # Errors
/// When the database refuses.
pub fn write_missing_words(connection: &mut DbConnection) -> StoreResult<()> {
    connection.transaction(|connection| {
        loop {
            let round = without_words(connection)?;
            if round.is_empty() {
                return Ok(());
            }
            for comment in &round {
                write_words(connection, comment)?;
            }
        }
    })
}

fn without_words(connection: &mut DbConnection) -> StoreResult<Vec<Unread>> {
    // Said as the index `comments_without_words` says it.
    let is_without = diesel::dsl::sql::<diesel::sql_types::Bool>("comments.search_text = ''");
    Ok(comments::table
        .inner_join(submissions::table.on(submissions::id.eq(comments::submission_id)))
        .inner_join(submitters::table.on(submitters::submission_id.eq(comments::submission_id)))
        .left_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .filter(is_without)
        .order(comments::row_key)
        .limit(ROUND)
        .select((
            (
                comments::row_key,
                comments::body,
                comments::proposed_text,
                comments::position,
            ),
            (submissions::reference, submissions::language),
            (
                submitters::kind,
                submitters::name,
                submitters::organisation,
                submitters::publish_name,
            ),
            (
                responses::reason.nullable(),
                responses::changed_text.nullable(),
            ),
        ))
        .load(connection)?)
}

fn write_words(connection: &mut DbConnection, comment: &Unread) -> StoreResult<()> {
    let ((row_key, body, proposed, position), (reference, language), submitter, response) = comment;
    let (kind, name, organisation, publish_name) = submitter;
    let name = public_name(*kind, name, organisation, *publish_name);
    let own = words_of(body, proposed, name, *language);
    let (reason, changed) = response;
    let response = [reason, changed].map(|text| text.as_deref().unwrap_or_default());
    diesel::update(comments::table.filter(comments::row_key.eq(row_key)))
        .set((
            comments::search_text.eq(with_number(&own, reference, *position)),
            comments::response_search_text.eq(words(&response.join(" "))),
        ))
        .execute(connection)?;
    Ok(())
}
