//! What whoever runs the program meets: limits, memory, settings, closed pipes, files that are none.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail by panicking, as tests do"
)]

use std::io::Write as _;
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::time::Duration;

use diesel::RunQueryDsl as _;
use futures_util::future::join_all;
use posvet::testing::db::{DatabaseUrl, DbConnection};

use crate::harness::{Browser, Program, Serving, TestDatabase, until};

/// The fields of a line of `/proc/PID/…` that begins with `name`.
fn fields(text: &str, name: &str) -> Vec<String> {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.unwrap()
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

/// Memory in use, in MB.
fn resident(server: &Serving) -> u64 {
    let used = fields(&server.proc("status"), "VmRSS:");
    used.first().unwrap().parse::<u64>().unwrap() / 1024
}

#[tokio::test]
async fn as_many_connections_are_allowed_as_the_system_lets_and_the_log_says_so_without_colours() {
    let database = TestDatabase::migrated();
    let program = Program::on(&database)
        .with("LOG__FILTER", "info")
        .after("ulimit -Sn 256");
    let server = program.serve().await;

    let limits = fields(&server.proc("limits"), "Max open files");

    assert_eq!(limits[0], limits[1]);
    let log = program.log();
    assert!(log.contains("before=256"), "{log}");
    assert!(log.contains(&format!("now={}", limits[1])), "{log}");
    assert!(!log.contains('\u{1b}'), "{log}");
}

#[tokio::test]
async fn memory_is_given_back_after_thirty_sign_ins() {
    let database = TestDatabase::migrated();
    let server = Program::on(&database).serve().await;
    let browsers: Vec<Browser> = (0..6).map(|_| server.browser()).collect();
    join_all(browsers.iter().map(|browser| browser.get("/sl/sign-in"))).await;
    let idle = resident(&server);

    for round in 0..5 {
        join_all(browsers.iter().enumerate().map(async |(number, browser)| {
            let email = format!("oseba.{round}.{number}@example.org");
            let form = [("email", email.as_str()), ("password", "lipa kraj vode")];
            let page = browser.post("/sl/sign-in", &form).await;
            assert_eq!(page.status, 422, "{}", page.text);
        }))
        .await;
    }

    let after = resident(&server);
    println!("Resident: {idle} MB before, {after} MB after thirty sign-ins.");
    assert!(after < idle + 40, "{idle} MB before, {after} MB after");
}

#[test]
fn what_serve_would_refuse_check_config_refuses_in_the_same_words() {
    let database = TestDatabase::migrated();
    for (name, value) in [
        ("DATABASE__READ_CONNECTIONS", "0"),
        ("DATABASE__WRITE_QUEUE", "0"),
        ("DATABASE__URL", "sqlite:"),
        ("SERVER__LISTEN", "8080"),
        ("SERVER__LISTEN", "127.0.0.1:99999"),
        ("LOG__FILTER", "posvet=loud"),
        ("MAIL__WORKERS", "0"),
        ("CLOCK__OFFSET_SECONDS", "9223372036854775807"),
    ] {
        let program = Program::on(&database).with(name, value);

        let (checked, served) = (program.run(&["check-config"]), program.run(&["serve"]));

        assert_eq!((checked.code, served.code), (Some(1), Some(1)), "{name}");
        assert_eq!(checked.err, served.err);
        assert!(checked.err.starts_with("posvet: "), "{}", checked.err);
    }
}

#[test]
fn a_backup_replaces_no_pipe_no_link_and_makes_no_folder() {
    let database = TestDatabase::migrated();
    let program = Program::on(&database).prepare();
    let folder = database.folder.path();
    let path = |name: &str| folder.join(name).display().to_string();
    let made = Command::new("mkfifo")
        .args([path("pipe"), path("free.partial")])
        .status();
    assert!(made.unwrap().success());
    std::os::unix::fs::symlink("/dev/null", folder.join("link")).unwrap();

    for (name, why) in [
        ("pipe", "is not a regular file"),
        ("link", "is not a regular file"),
        ("free", "is in the way"),
        ("missing/backup", "cannot be"),
        ("", "is not a regular file"),
    ] {
        let refused = program.run(&["backup", "--to", &path(name)]);

        assert_eq!(refused.code, Some(1), "{name}");
        assert!(refused.err.contains(why), "{name}: {}", refused.err);
    }
    assert!(!folder.join("missing").exists());
    assert_eq!(
        std::fs::read_link(folder.join("link")).unwrap().to_str(),
        Some("/dev/null")
    );
    program.must(&["backup", "--to", &path("backup.jsonl.gz")]);
    program.must(&["backup", "--to", &path("backup.jsonl.gz")]);
}

#[test]
fn a_restore_reads_only_files_and_shows_nothing_of_what_is_in_them() {
    let database = TestDatabase::migrated();
    let program = Program::on(&database);
    let folder = database.folder.path();
    let path = |name: &str| folder.join(name).display().to_string();
    let made = Command::new("mkfifo").arg(path("pipe")).status();
    assert!(made.unwrap().success());
    let file = std::fs::File::create(folder.join("other.gz")).unwrap();
    let mut out = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
    out.write_all(b"\"ana.novak@example.org\"\n").unwrap();
    out.finish().unwrap();

    let pipe = program.run(&["restore", &path("pipe")]);
    let other = program.run(&["restore", &path("other.gz")]);

    assert_eq!((pipe.code, other.code), (Some(1), Some(1)));
    assert!(pipe.err.contains("is not a regular file"), "{}", pipe.err);
    assert!(other.err.contains("not a backup"), "{}", other.err);
    assert!(!other.err.contains("novak"), "{}", other.err);
}

#[test]
fn a_demonstration_neither_empties_nor_fills_a_folder_that_is_not_its_own() {
    let database = TestDatabase::migrated();
    let program = Program::on(&database);
    let folder = database.folder.path().join("real");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("posvet.db"), "evidence").unwrap();
    let data = folder.display().to_string();

    let filled = program.run(&["demo", "--data", &data]);
    let emptied = program.run(&["demo", "--fresh", "--data", &data]);

    assert_eq!((filled.code, emptied.code), (Some(1), Some(1)));
    assert!(emptied.err.contains("other things"), "{}", emptied.err);
    let kept = std::fs::read_to_string(folder.join("posvet.db")).unwrap();
    assert_eq!(kept, "evidence");
}

#[test]
fn a_mistyped_database_is_not_made() {
    let database = TestDatabase::migrated();
    let missing = database.folder.path().join("missing.db");
    let url = format!("sqlite:{}", missing.display());
    let program = Program::on(&database).with("DATABASE__URL", &url);

    for command in [
        &["audit", "verify"][..],
        &["backup"],
        &["seed"],
        &["mail", "release"],
    ] {
        let refused = program.run(command);

        assert_eq!(refused.code, Some(1));
        assert!(refused.err.contains("posvet migrate"), "{}", refused.err);
        assert!(!missing.exists(), "{command:?}");
    }
}

/// The end of a pipe that nobody reads.
fn unread() -> std::io::PipeWriter {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer
}

#[test]
fn output_that_nobody_reads_ends_no_command_in_panic() {
    let database = TestDatabase::migrated();
    let program = Program::on(&database).prepare();
    for command in [
        &["routes"][..],
        &["routes", "--json"],
        &["check-config"],
        &["migrate"],
        &["seed", "--comments", "1"],
        &["audit", "verify"],
        &["backup"],
        &["mail", "release"],
        &["--help"],
    ] {
        let mut unheard = program.command(command);
        let ended = unheard.stdout(unread()).output().unwrap();
        let told = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(0), "{command:?}: {told}");
        assert_eq!(told, "", "{command:?}");

        let full = std::fs::File::options().write(true).open("/dev/full");
        let mut lost = program.command(command);
        let ended = lost.stdout(full.unwrap()).output().unwrap();
        let told = String::from_utf8(ended.stderr).unwrap();
        assert!(!told.contains("panicked"), "{command:?}: {told}");
    }
    let mut refused = program.command(&["seed", "--consultation", "ni/je"]);
    let ended = refused.stdout(unread()).stderr(unread()).status().unwrap();
    assert_eq!(ended.code(), Some(1));
}

#[tokio::test]
async fn a_server_whose_output_and_log_nobody_reads_goes_on_serving() {
    let database = TestDatabase::migrated();
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap().to_string();
    let program = Program::on(&database)
        .with("SERVER__LISTEN", &address)
        .with("LOG__FILTER", "debug")
        .prepare();
    drop(free);
    let mut serve = program.command(&["serve"]);
    serve.stdin(Stdio::null()).stdout(unread()).stderr(unread());
    let mut child = serve.spawn().unwrap();
    let browser = Browser::new(&format!("http://{address}"));

    let patience = Duration::from_secs(30);
    until("the server is ready", patience, async || {
        tokio::net::TcpStream::connect(&address).await.is_ok()
            && browser.get("/readyz").await.status == 200
    })
    .await;
    let home = browser.get("/sl").await.status;
    let pid = child.id().to_string();
    let told = Command::new("kill").args(["-TERM", &pid]).status().unwrap();
    let ended = tokio::task::spawn_blocking(move || child.wait()).await;

    assert_eq!(home, 200);
    assert!(told.success());
    assert_eq!(ended.unwrap().unwrap().code(), Some(0));
}

#[test]
fn what_passes_by_itself_is_known_by_english_words_where_the_role_may_ask_for_them() {
    let database = TestDatabase::migrated();
    let DatabaseUrl::Postgres(url) = &database.url else {
        println!("SQLite's messages are never translated.");
        return;
    };
    #[derive(diesel::QueryableByName)]
    struct Setting {
        #[diesel(sql_type = diesel::sql_types::Text)]
        lc_messages: String,
    }
    let setting = |connection: &mut DbConnection| {
        let shown: Setting =
            diesel::sql_query("select current_setting('lc_messages') as lc_messages")
                .get_result(connection)
                .unwrap();
        shown.lc_messages
    };
    let mut owner = database.url.connect().unwrap();
    let name = url.rsplit('/').next().unwrap();
    for statement in [
        format!("alter database {name} set lc_messages = 'POSIX'"),
        format!("create role {name} login"),
    ] {
        diesel::sql_query(statement).execute(&mut owner).unwrap();
    }
    let (_, server) = url.split_once('@').unwrap();
    let ordinary: DatabaseUrl = format!("postgres://{name}@{server}").parse().unwrap();

    let asked = setting(&mut database.url.connect().unwrap());
    let refused = setting(&mut ordinary.connect().unwrap());

    diesel::sql_query(format!("drop role {name}"))
        .execute(&mut owner)
        .unwrap();
    assert_eq!((asked.as_str(), refused.as_str()), ("C", "POSIX"));
}
