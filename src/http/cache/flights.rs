//! One piece of work for everybody who asks for it at the same time.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, Shared, WeakShared};

use super::pages::Epoch;
use super::published::Published;
use crate::http::Error;

type Outcome = Result<Arc<Published>, Arc<Error>>;
type Flight = BoxFuture<'static, Outcome>;
type ByAddress = HashMap<String, (Epoch, WeakShared<Flight>)>;

/// Leftovers of flights that everybody left before their end are looked for above this many.
const MANY: usize = 256;

/// The pages being made. Whoever waits for one keeps it going; when the last has left, it ends.
#[derive(Clone, Default)]
pub(super) struct Flights {
    by_address: Arc<Mutex<ByAddress>>,
}

impl Flights {
    /// Joins the flight to this address, or begins it with `work`. One that began before something was published is not
    /// joined.
    pub(super) fn join(
        &self,
        key: &str,
        epoch: Epoch,
        work: impl Future<Output = Outcome> + Send + 'static,
    ) -> Shared<Flight> {
        let mut flights = self.lock();
        if let Some(flight) = under_way(&flights, key, epoch) {
            return flight;
        }
        if flights.len() > MANY {
            flights.retain(|_key, (_epoch, flight)| flight.upgrade().is_some());
        }
        let (landing, own_key) = (self.clone(), key.to_owned());
        let flight = async move {
            // Unwind safe: what panicked is dropped.
            let outcome = AssertUnwindSafe(work).catch_unwind().await;
            landing.remove(&own_key, epoch);
            outcome.unwrap_or_else(|_panic| {
                let panicked = anyhow::anyhow!("making a page panicked");
                Err(Arc::new(Error::internal(panicked)))
            })
        };
        let flight = flight.boxed().shared();
        if let Some(weak) = flight.downgrade() {
            flights.insert(key.to_owned(), (epoch, weak));
        }
        flight
    }

    /// Whether somebody is making the page at this address.
    pub(super) fn is_under_way(&self, key: &str, epoch: Epoch) -> bool {
        under_way(&self.lock(), key, epoch).is_some()
    }

    fn remove(&self, key: &str, epoch: Epoch) {
        let mut flights = self.lock();
        if flights.get(key).is_some_and(|(began, _)| *began == epoch) {
            flights.remove(key);
        }
    }

    fn lock(&self) -> MutexGuard<'_, ByAddress> {
        self.by_address
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn under_way(flights: &ByAddress, key: &str, epoch: Epoch) -> Option<Shared<Flight>> {
    flights
        .get(key)
        .filter(|(began, _flight)| *began == epoch)
        .and_then(|(_began, flight)| flight.upgrade())
}
