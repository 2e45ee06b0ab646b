//! A release of a hundred thousand responses, and those who comment meanwhile.

use std::time::{Duration, Instant};

use diesel::prelude::*;
use posvet::testing::db::{DatabaseUrl, DbConnection};
use posvet::testing::db::{schema::consultations, schema::releases};
use posvet::testing::kernel::clock::Instant as Moment;
use tempfile::TempDir;

use crate::Args;
use crate::form::post;
use crate::report::{Report, Required, Run};
use crate::serving::{ANSWERED, Serving, seeded};
use crate::staff::Coordinator;

pub(crate) async fn measure(args: &Args, report: &mut Report) -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let url = format!("sqlite:{}", folder.path().join("posvet.db").display());
    let count = args.seed.to_string();
    let approved = [
        "--comments",
        &count,
        "--consultation",
        ANSWERED,
        "--answers",
        "approved",
    ];
    seeded(&url, &approved)?;
    undo_first_release(&url)?;
    let serving = Serving::start(&url, folder.path()).await?;
    let coordinator = Coordinator::sign_in(serving.address).await?;
    let before = serving.memory()?;

    let posting = post(serving.address, 2, Duration::from_secs(10));
    let releasing = async {
        let pressed = Instant::now();
        let path = format!("/sl/desk/{ANSWERED}/release");
        coordinator.post(&path, &[("confirm", "true")]).await?;
        // Whoever pressed has waited some seconds; the release goes on by itself.
        // One connection: opening one asks for a lock that those who write wait for.
        let mut watching = url.parse::<DatabaseUrl>()?.connect()?;
        while !is_public(&mut watching)? {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let released = pressed.elapsed();
        while !is_mailed(&mut watching)? {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        anyhow::Ok((released, pressed.elapsed()))
    };
    let (posted, ended) = tokio::join!(posting, releasing);
    let ((released, mailed), posted): (_, Run) = (ended?, posted?);
    let after = serving.memory()?;

    let measured = Measured {
        released,
        mailed,
        posted,
        memory: (before, after),
    };
    measured.tell(&count, report);
    Ok(())
}

struct Measured {
    released: Duration,
    mailed: Duration,
    posted: Run,
    /// Before and after, in MiB.
    memory: (f64, f64),
}

impl Measured {
    fn tell(&self, count: &str, report: &mut Report) {
        let seconds = |name: &str, took: Duration, most: f64, report: &mut Report| {
            report.absolute(
                name,
                String::new(),
                took.as_secs_f64(),
                Required::AtMost(most),
            );
        };
        let name = format!("release of {count}, seconds until public");
        seconds(&name, self.released, 30.0, report);
        seconds(
            "its mails in the outbox, seconds",
            self.mailed,
            120.0,
            report,
        );
        let millis = |percent| self.posted.percentile(percent).as_secs_f64() * 1_000.0;
        report.absolute(
            "longest wait of a comment meanwhile, ms",
            format!("p50 {:.0} ms", millis(50)),
            millis(100),
            Required::AtMost(500.0),
        );
        let (before, after) = self.memory;
        report.absolute(
            "memory it leaves behind, MiB",
            format!("{after:.0} in all"),
            after - before,
            Required::AtMost(96.0),
        );
    }
}

/// The sample was released in 2022: takes that back, so that all of it is released in parts.
fn undo_first_release(url: &str) -> anyhow::Result<()> {
    let url: DatabaseUrl = url.parse()?;
    let (_authority, slug) = ANSWERED.split_once('/').unwrap_or_default();
    diesel::update(consultations::table.filter(consultations::slug.eq(slug)))
        .set(consultations::released_at.eq(None::<Moment>))
        .execute(&mut url.connect()?)?;
    Ok(())
}

fn is_public(connection: &mut DbConnection) -> anyhow::Result<bool> {
    let left: i64 = releases::table
        .filter(releases::published_at.is_null())
        .count()
        .get_result(connection)?;
    Ok(left == 0)
}

fn is_mailed(connection: &mut DbConnection) -> anyhow::Result<bool> {
    let left: i64 = releases::table
        .filter(releases::mailed_at.is_null())
        .count()
        .get_result(connection)?;
    Ok(left == 0)
}
