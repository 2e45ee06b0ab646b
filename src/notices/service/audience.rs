//! Who would be told.

use crate::consultations::Consultation;
use crate::db::{DbConnection, StoreResult};
use crate::notices::domain::NoticeText;
use crate::notices::store::{Lists, count_recipients};

/// How many people a notice for everybody would reach at this moment.
///
/// # Errors
/// When the database refuses.
pub fn count_everybody(
    connection: &mut DbConnection,
    consultation: &Consultation,
) -> StoreResult<i64> {
    let lists = Lists {
        consultation: consultation.id,
        authority: consultation.authority.id,
        text: &NoticeText::for_everybody(String::new(), String::new()),
    };
    Ok(count_recipients(connection, lists)?.recipients)
}
