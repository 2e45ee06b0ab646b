//! No mail leaves a restored instance until somebody releases it.

use posvet::testing::app::{self, Environment};
use posvet::testing::db::{Database, DatabaseError, Options};
use posvet::testing::db::{backup, backup::Replace};
use posvet::testing::kernel::clock::Clock;
use posvet::testing::kernel::ids::Ids;
use posvet::testing::mail::mailer::Mailer;
use posvet::testing::mail::outbox::report;
use posvet::testing::settings::Settings;

use super::world::{World, beside, enqueue_one};
use crate::harness::TestDatabase;

#[tokio::test]
async fn mails_old_and_new_stay_until_they_are_released() {
    let world = World::filled().await;
    world.act().await;
    let (file, target, now) = (world.saved(), TestDatabase::empty(), world.now);
    let held = backup::restore(
        &target.url,
        &file,
        &beside(&file),
        Replace::Empty,
        &mut |_progress| {},
        move |connection| Ok(report::hold_all(connection, now)?),
    );
    let options = Options {
        url: target.url.clone(),
        read_connections: 2,
        write_queue: 100,
    };
    let db = Database::open(&options).unwrap();
    let (authority, mailer) = (world.authority, Mailer::memory());
    let environment = Environment {
        clock: Clock::fixed(now),
        ids: Ids::Random,
        mailer: mailer.clone(),
        works: app::works(),
        demo: None,
    };
    let mut settings = Settings::load(None).unwrap();
    settings.server.listen = "127.0.0.1:0".to_owned();
    settings.data_directory = target.folder.path().to_owned();
    let server = app::start(&settings, db.clone(), environment).unwrap();
    db.write::<_, DatabaseError, _>(move |connection| enqueue_one(connection, authority, now))
        .await
        .unwrap();

    let tried_while_held = server.mail.try_send_due().await;
    let since = db.read(report::held_since).await.unwrap();
    let released = db
        .write(move |connection| report::release_parked(connection, now))
        .await
        .unwrap();
    let tried_then = server.mail.try_send_due().await;

    assert_eq!(held.unwrap().1, 2);
    assert_eq!(tried_while_held, 0);
    assert_eq!(since, Some(now));
    assert_eq!((released, tried_then), (2, 3));
    assert_eq!(mailer.taken().len(), 3);
    assert_eq!(db.read(report::held_since).await.unwrap(), None);
}
