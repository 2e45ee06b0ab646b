//! What it costs this disk to keep what it was given.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::report::median;

/// The median time of writing 4 KiB and flushing them, in milliseconds.
pub(crate) fn millis(folder: &Path) -> anyhow::Result<f64> {
    let mut file = File::create(folder.join("flushed"))?;
    let mut took = Vec::new();
    let until = Instant::now() + Duration::from_secs(1);
    while Instant::now() < until {
        let started = Instant::now();
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        took.push(started.elapsed().as_secs_f64() * 1_000.0);
    }
    Ok(median(&took))
}
