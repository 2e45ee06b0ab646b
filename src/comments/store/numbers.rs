//! Reference numbers without gaps.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::schema::reference_counters;
use crate::db::{DbConnection, StoreResult, prepared};
use crate::kernel::ids::ConsultationId;

/// The numbers given out in one write. Only one write goes on at a time (ADR 0003), so the counters are read once and
/// written once; what is undone leaves no gap.
#[derive(Debug, Default)]
pub struct Numbers {
    last: HashMap<ConsultationId, i64>,
}

impl Numbers {
    /// The next number of a consultation.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn next(
        &mut self,
        connection: &mut DbConnection,
        consultation: ConsultationId,
    ) -> StoreResult<i64> {
        let last = match self.last.get(&consultation) {
            Some(last) => *last,
            None => reference_counters::table
                .find(consultation)
                .select(reference_counters::last_number)
                .first(connection)?,
        };
        self.last.insert(consultation, last + 1);
        Ok(last + 1)
    }

    /// Stores the counters. Call it in the same write.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn store(self, connection: &mut DbConnection) -> StoreResult<()> {
        for (consultation, last) in self.last {
            let counter = diesel::update(reference_counters::table.find(consultation))
                .set(reference_counters::last_number.eq(last))
                .returning(reference_counters::last_number);
            let _last: i64 = prepared(counter).get_result(connection)?;
        }
        Ok(())
    }
}
