//! Starting and stopping the real program: what it refuses to start with, and that nobody's request is cut off.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail by panicking, as tests do"
)]

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use posvet::testing::settings::DEMO_SECRET;
use serde_json::{Value as Json, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::harness::{Program, Serving, TestDatabase, until};

const BODY: &str =
    "kind=content&body=Do+konca.&submitter_kind=individual&name=Oseba&email=o%40example.org";

/// A request whose server waits for its second half.
async fn half_sent(server: &Serving) -> TcpStream {
    let address = server.base.strip_prefix("http://").unwrap();
    let mut wire = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST /sl/kranj/socialno-varstvo-2022-2028/comment HTTP/1.1\r\nhost: {address}\r\nexpect: 100-continue\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
        BODY.len()
    );
    wire.write_all(head.as_bytes()).await.unwrap();
    let mut interim = [0; 25];
    wire.read_exact(&mut interim).await.unwrap();
    assert_eq!(&interim, b"HTTP/1.1 100 Continue\r\n\r\n");
    wire
}

/// Whether nobody listens any more.
async fn is_closed(server: &Serving) -> bool {
    let address = server.base.strip_prefix("http://").unwrap();
    TcpStream::connect(address).await.is_err()
}

#[actix_web::test]
async fn sigterm_lets_a_request_under_way_finish_and_then_ends_the_process_with_success() {
    let database = TestDatabase::empty();
    let program = Program::on(&database).prepare();
    let mut server = program.serve().await;
    let mut wire = half_sent(&server).await;

    server.terminate();
    let stopped = Instant::now();
    let patience = Duration::from_secs(10);
    until("no new request is taken", patience, async || {
        is_closed(&server).await
    })
    .await;
    wire.write_all(BODY.as_bytes()).await.unwrap();
    let mut answer = String::new();
    let answered = wire.read_to_string(&mut answer);
    let answered = tokio::time::timeout(Duration::from_secs(30), answered).await;
    let status = server.ended(Duration::from_secs(30)).await;
    println!("Ended {:?} after SIGTERM.", stopped.elapsed());

    assert!(answer.starts_with("HTTP/1.1 303 "), "{answered:?} {answer}");
    assert_eq!(status.code(), Some(0), "{}", program.log());
    assert!(stopped.elapsed() <= Duration::from_secs(30));
}

#[actix_web::test]
async fn connections_that_are_merely_open_do_not_hold_up_the_end() {
    let database = TestDatabase::migrated();
    let mut server = Program::on(&database).serve().await;
    let browser = server.browser();
    assert_eq!(browser.get("/healthz").await.status, 200);
    let silent = TcpStream::connect(server.base.strip_prefix("http://").unwrap()).await;

    server.terminate();
    let stopped = Instant::now();
    let status = server.ended(Duration::from_secs(30)).await;
    println!(
        "Ended {:?} after SIGTERM with idle connections.",
        stopped.elapsed()
    );

    assert_eq!(status.code(), Some(0));
    assert!(stopped.elapsed() <= Duration::from_secs(15));
    drop(silent);
}

#[test]
fn a_database_that_was_not_migrated_is_refused_and_the_command_is_named() {
    let database = TestDatabase::empty();

    let ended = Program::on(&database).run(&["serve"]);

    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""));
    assert!(
        ended.err.contains("run `posvet migrate` first"),
        "{}",
        ended.err
    );
}

#[test]
fn a_database_of_a_newer_version_is_refused_by_every_command_that_opens_it() {
    let database = TestDatabase::migrated();
    let mut connection = database.url.connect().unwrap();
    connection
        .batch_execute("insert into __diesel_schema_migrations (version) values ('99990101000000')")
        .unwrap();
    let program = Program::on(&database);

    for arguments in [
        &["serve"][..],
        &["serve", "--migrate"],
        &["migrate"],
        &["audit", "verify"],
        &["seed", "--samples"],
    ] {
        let ended = program.run(arguments);

        assert_eq!(
            (ended.code, ended.out.as_str()),
            (Some(1), ""),
            "{arguments:?}"
        );
        assert!(
            ended
                .err
                .contains("newer version of Posvet (unknown here: 99990101000000)"),
            "{arguments:?}: {}",
            ended.err
        );
    }
}

#[test]
fn an_unknown_setting_stops_the_start_and_is_named() {
    let database = TestDatabase::migrated();

    let ended = Program::on(&database)
        .with("SERVER__LISTN", "x")
        .run(&["serve"]);

    assert_eq!(ended.code, Some(1));
    assert!(ended.err.contains("listn"), "{}", ended.err);
}

#[test]
fn production_does_not_start_with_what_is_unsafe_in_public() {
    let database = TestDatabase::migrated();
    let safe = Program::on(&database)
        .with("MODE", "production")
        .with("SERVER__BASE_URL", "https://posvet.example.org")
        .with("SECURITY__SECRET_KEY", "0123456789abcdef0123456789abcdef")
        .with("MAIL__TRANSPORT", "smtp");
    safe.must(&["check-config"]);

    for (setting, value, key) in [
        ("SECURITY__SECRET_KEY", DEMO_SECRET, "security.secret_key"),
        ("SECURITY__SECRET_KEY", "short", "security.secret_key"),
        ("MAIL__TRANSPORT", "memory", "mail.transport"),
        ("MAIL__TRANSPORT", "file", "mail.transport"),
        (
            "SERVER__BASE_URL",
            "http://posvet.example.org",
            "server.base_url",
        ),
        (
            "SERVER__BASE_URL",
            "https://example.org/posvet",
            "server.base_url",
        ),
        ("CLOCK__OFFSET_SECONDS", "60", "clock.offset_seconds"),
    ] {
        let ended = safe.clone().with(setting, value).run(&["serve"]);

        assert_eq!(
            (ended.code, ended.out.as_str()),
            (Some(1), ""),
            "{setting}={value}"
        );
        assert!(ended.err.contains(key), "{setting}={value}: {}", ended.err);
    }
}

#[test]
fn the_printed_settings_hide_every_secret() {
    let database = TestDatabase::migrated();
    let program = Program::on(&database)
        .with(
            "DATABASE__URL",
            "postgres://posvet:hunter2@db/posvet?password=hunter3",
        )
        .with("MAIL__USERNAME", "posvet")
        .with("MAIL__PASSWORD", "hunter4")
        .with(
            "SECURITY__SECRET_KEY",
            "hunter5-hunter5-hunter5-hunter5-hunter5",
        );

    let printed = program.must(&["check-config"]);

    assert!(
        !printed.out.contains("hunter") && !printed.err.contains("hunter"),
        "{}",
        printed.out
    );
    assert!(
        printed.out.contains("secret_key = \"***\""),
        "{}",
        printed.out
    );
    let settings: toml::Table = printed.out.parse().unwrap();
    assert_eq!(settings["server"]["listen"].as_str(), Some("127.0.0.1:0"));
}

#[test]
fn the_printed_routes_are_those_that_are_served() {
    let database = TestDatabase::migrated();
    let printed = Program::on(&database).must(&["routes", "--json"]);
    let printed: Vec<Json> = serde_json::from_str(&printed.out).unwrap();

    let served: Vec<Json> = posvet::testing::app::routes()
        .iter()
        .map(|route| json!({ "method": route.method.as_str(), "path": route.path, "access": route.access }))
        .collect();

    assert_eq!(printed, served);
}
