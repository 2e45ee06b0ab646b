//! The ratios of docs/benchmarks.md: Posvet against the simplest program that does what cannot be left out, both measured
//! in the same run, in turns.
//!
//! ```text
//! cargo bench --bench ratios                    everything, a few minutes
//! cargo bench --bench ratios -- --only sqlite   one part: read, sqlite, postgres, seed
//! cargo bench --bench ratios -- --strict        also fails when a figure is missed
//! ```
#![expect(clippy::print_stdout, reason = "a bench says what it measured")]

mod bare;
mod client;
mod comments;
mod form;
mod one_by_one;
mod pgbench;
mod postgres;
mod reading;
mod report;
mod seed;
mod site;

use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;

use report::Report;

/// How much is measured.
#[derive(Clone, Debug, Parser)]
struct Args {
    /// One part only: read, sqlite, postgres, seed.
    #[arg(long)]
    only: Vec<String>,
    /// Rounds; in each, ours and the baselines run once.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Seconds of each run within a round.
    #[arg(long, default_value_t = 4.0)]
    seconds: f64,
    /// Connections of the load generator.
    #[arg(long, default_value_t = 64)]
    clients: usize,
    /// Threads that serve requests when reading, on both sides.
    #[arg(long, default_value_t = 1)]
    workers: usize,
    /// Comments seeded.
    #[arg(long, default_value_t = 100_000)]
    seed: u64,
    /// Fail when a figure is missed.
    #[arg(long)]
    strict: bool,
    /// What cargo says to every bench.
    #[arg(long, hide = true)]
    bench: bool,
}

impl Args {
    fn wants(&self, part: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|one| one == part)
    }

    fn turn(&self) -> Duration {
        Duration::from_secs_f64(self.seconds)
    }
}

fn main() -> anyhow::Result<ExitCode> {
    let args = Args::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let report = runtime.block_on(measure(&args))?;
    println!("\n{report}");
    Ok(if args.strict && report.is_missed() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

async fn measure(args: &Args) -> anyhow::Result<Report> {
    let mut report = Report::default();
    if args.wants("read") {
        reading::measure(args, &mut report).await?;
    }
    if args.wants("sqlite") || args.wants("postgres") {
        comments::measure(args, &mut report).await?;
    }
    if args.wants("seed") {
        seed::measure(args, &mut report).await?;
    }
    Ok(report)
}
