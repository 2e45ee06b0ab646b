//! A backup holds one moment, whatever is written meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc;

use posvet::testing::audit;
use posvet::testing::db::{backup, backup::Replace};

use super::world::{World, beside, restore, rows};
use crate::harness::TestDatabase;

/// Acts that must succeed while the backup stands still in the middle.
const MEANWHILE: usize = 20;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_backup_under_writes_is_complete_and_of_one_moment() {
    let world = Arc::new(World::filled().await);
    let before = rows(world.db.url(), &world.file("before"));
    let (acted, acts) = mpsc::channel();
    let (stop, count) = (
        Arc::new(AtomicBool::new(false)),
        Arc::new(AtomicU64::new(0)),
    );
    let writers: Vec<_> = (0..8)
        .map(|_writer| {
            let (world, acted) = (Arc::clone(&world), acted.clone());
            let (stop, count) = (Arc::clone(&stop), Arc::clone(&count));
            tokio::spawn(async move {
                while !stop.load(Ordering::Relaxed) {
                    world.act().await;
                    count.fetch_add(1, Ordering::Relaxed);
                    let _nobody_waits = acted.send(());
                }
            })
        })
        .collect();
    let (file, target) = (world.file("under-load"), TestDatabase::empty());
    let (url, path, now) = (world.db.url().clone(), file.clone(), world.now);

    let saved = tokio::task::spawn_blocking(move || {
        acts.iter().take(MEANWHILE).for_each(drop);
        // The snapshot is taken before the first report, and everything is read after it.
        let mut wait = true;
        backup::save(&url, &path, &beside(&path), now, &mut |_progress| {
            if std::mem::take(&mut wait) {
                acts.try_iter().for_each(drop);
                acts.iter().take(MEANWHILE).for_each(drop);
            }
        })
    })
    .await
    .unwrap()
    .unwrap();
    stop.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.await.unwrap();
    }
    let restored = restore(&target.url, &file, Replace::Empty).unwrap();

    let in_backup = saved.rows["outbox"] - before["outbox"];
    let all = count.load(Ordering::Relaxed);
    assert!(
        in_backup >= MEANWHILE as u64 && in_backup + MEANWHILE as u64 <= all,
        "{in_backup} of {all}"
    );
    assert_eq!(
        saved.rows["audit_events"] - before["audit_events"],
        in_backup,
        "half an act was saved"
    );
    assert_eq!(restored.rows, saved.rows);
    assert_eq!(rows(&target.url, &world.file("after")), saved.rows);
    let chain = audit::verify(&mut target.url.connect().unwrap(), &world.tokens).unwrap();
    assert_eq!(chain.fault, None);
}
