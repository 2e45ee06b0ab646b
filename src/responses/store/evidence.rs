//! Responses as they stand in the tables, to be compared with the audit chain.

use std::collections::HashMap;

use diesel::prelude::*;

use super::response::{ResponseRow, response};
use crate::comments::Work;
use crate::db::schema::{comments, responses, submissions};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::{CommentId, ConsultationId, ResponseId};
use crate::responses::domain::Response;

/// A response with the comments it answers.
#[derive(Clone, Debug)]
pub struct Kept {
    pub consultation_id: ConsultationId,
    pub response: Response,
    pub answered: Vec<AnsweredRow>,
}

/// A comment that has a response.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = comments)]
pub struct AnsweredRow {
    pub response_id: Option<ResponseId>,
    pub id: CommentId,
    pub work: Work,
    /// Of its submission.
    #[diesel(select_expression = submissions::reference)]
    pub reference: String,
}

/// Up to `limit` responses after `id`, in the order of their ids.
pub fn list_kept(
    connection: &mut DbConnection,
    id: ResponseId,
    limit: i64,
) -> StoreResult<Vec<Kept>> {
    let rows: Vec<(ConsultationId, ResponseRow)> = responses::table
        .filter(responses::id.gt(id))
        .order(responses::id)
        .limit(limit)
        .select((responses::consultation_id, ResponseRow::as_select()))
        .load(connection)?;
    let ids: Vec<ResponseId> = rows.iter().map(|(_, row)| row.id).collect();
    let mut answered = list_answered_by(connection, &ids)?;
    Ok(rows
        .into_iter()
        .map(|(consultation_id, row)| Kept {
            consultation_id,
            answered: answered.remove(&row.id).unwrap_or_default(),
            response: response(row),
        })
        .collect())
}

/// The comments these responses answer, whether the responses are still there or not.
pub fn list_answered_by(
    connection: &mut DbConnection,
    ids: &[ResponseId],
) -> StoreResult<HashMap<ResponseId, Vec<AnsweredRow>>> {
    let rows: Vec<AnsweredRow> = comments::table
        .inner_join(submissions::table.on(submissions::id.eq(comments::submission_id)))
        .filter(comments::response_id.eq_any(ids))
        .order((submissions::reference, comments::position))
        .select(AnsweredRow::as_select())
        .load(connection)?;
    let mut answered: HashMap<ResponseId, Vec<AnsweredRow>> = HashMap::new();
    for row in rows {
        if let Some(id) = row.response_id {
            answered.entry(id).or_default().push(row);
        }
    }
    Ok(answered)
}

/// Those of these responses that are there.
pub fn list_present(
    connection: &mut DbConnection,
    ids: &[ResponseId],
) -> StoreResult<Vec<ResponseId>> {
    Ok(responses::table
        .filter(responses::id.eq_any(ids))
        .select(responses::id)
        .load(connection)?)
}
