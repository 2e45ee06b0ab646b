//! The ratios of docs/benchmarks.md: Posvet against the simplest program that does what cannot be left out, both measured
//! in the same run, in turns.
//!
//! ```text
//! cargo bench --bench ratios                    everything, a few minutes
//! cargo bench --bench ratios -- --only sqlite   one part: read, sqlite, postgres, seed, misses, release, notice
//! ```
//!
//! A figure that is missed is marked and makes it fail.
#![expect(clippy::print_stdout, reason = "a bench says what it measured")]

mod bare;
mod client;
mod comments;
mod flush;
mod form;
mod misses;
mod notice;
mod one_by_one;
mod pgbench;
mod postgres;
mod reading;
mod release;
mod report;
mod seed;
mod serving;
mod site;
mod staff;

use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;

use report::Report;

/// How much is measured.
#[derive(Clone, Debug, Parser)]
struct Args {
    /// One part only: read, sqlite, postgres, seed, misses, release, notice.
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
    /// Fail only when a part cannot be measured to its end: whether the baselines still write what the product does.
    #[arg(long)]
    smoke: bool,
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
    let report = runtime.block_on(measure(&args));
    println!("\n{report}");
    let is_failed = if args.smoke {
        report.is_incomplete()
    } else {
        report.is_missed()
    };
    Ok(if is_failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Measures part after part. One that fails is a figure that is missed; the others are told all the same.
async fn measure(args: &Args) -> Report {
    let mut report = Report::default();
    if args.wants("read") {
        let done = reading::measure(args, &mut report).await;
        report.part("read", done);
    }
    if args.wants("sqlite") || args.wants("postgres") {
        let done = comments::measure(args, &mut report).await;
        report.part("comments", done);
    }
    if args.wants("seed") {
        let done = seed::measure(args, &mut report).await;
        report.part("seed", done);
    }
    if args.wants("misses") {
        let done = misses::measure(args, &mut report).await;
        report.part("misses", done);
    }
    if args.wants("release") {
        let done = release::measure(args, &mut report).await;
        report.part("release", done);
    }
    if args.wants("notice") {
        let done = notice::measure(args, &mut report).await;
        report.part("notice", done);
    }
    report
}
