//! The real `posvet` as a child process: settings by its environment, its address from the line it prints.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail by panicking, as tests do"
)]

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use posvet::testing::db::DatabaseUrl;

use super::browser::Browser;
use super::database::TestDatabase;

/// Longest time the program may take to say where it listens; machines that run tests are busy.
const START: Duration = Duration::from_secs(30);

/// How the program is started.
#[derive(Clone)]
pub(crate) struct Program {
    settings: Vec<(String, String)>,
    folder: PathBuf,
    /// What the shell does before it becomes the program.
    before: Option<&'static str>,
}

/// How a command ended.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// `posvet serve`; killed when dropped.
pub(crate) struct Serving {
    pub(crate) base: String,
    /// From starting the process to the first 200 of `/readyz`.
    pub(crate) ready_after: Duration,
    child: Child,
    /// Kept open: who prints into a closed pipe dies of it.
    _out: ChildStdout,
}

impl Program {
    /// On this database, on a free port, with mails written into the test's folder.
    pub(crate) fn on(database: &TestDatabase) -> Self {
        let folder = database.folder.path().to_owned();
        let url = match &database.url {
            DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
            DatabaseUrl::Postgres(url) => url.clone(),
        };
        let data = folder.join("data").display().to_string();
        let program = Self {
            settings: Vec::new(),
            folder,
            before: None,
        };
        program
            .with("DATABASE__URL", &url)
            .with("DATA_DIRECTORY", &data)
            .with("SERVER__LISTEN", "127.0.0.1:0")
            .with("SERVER__WORKERS", "2")
            .with("MAIL__TRANSPORT", "file")
            .with("MAIL__FOLDER", &format!("{data}/mail"))
            .with("LOG__FILTER", "warn")
    }

    /// With another setting: `SERVER__LISTEN` is `listen` in `[server]`.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        let name = format!("POSVET__{name}");
        self.settings.retain(|(other, _value)| *other != name);
        self.settings.push((name, value.to_owned()));
        self
    }

    /// Started by a shell that first does this, such as `ulimit -Sn 256`.
    pub(crate) fn after(mut self, before: &'static str) -> Self {
        self.before = Some(before);
        self
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        let output = self.command(arguments).output().unwrap();
        Ended {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs a command that must succeed.
    pub(crate) fn must(&self, arguments: &[&str]) -> Ended {
        let ended = self.run(arguments);
        assert_eq!(ended.code, Some(0), "{arguments:?}: {}", ended.err);
        ended
    }

    /// Migrates, and loads the samples: in Kranj one consultation is open.
    pub(crate) fn prepare(self) -> Self {
        self.must(&["migrate", "--json"]);
        self.must(&["seed", "--samples", "--json"]);
        self
    }

    /// Starts the server and waits until it is ready.
    pub(crate) async fn serve(&self) -> Serving {
        let started = Instant::now();
        let log = self.folder.join("posvet.log");
        let append = File::options().create(true).append(true).open(&log);
        let mut child = self
            .command(&["serve"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(append.unwrap())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let reading = tokio::task::spawn_blocking(move || {
            let mut line = String::new();
            out.read_line(&mut line)
                .map(|_bytes| (line, out.into_inner()))
        });
        let (line, out) = reading.await.unwrap().unwrap();
        let Some(base) = line.trim().strip_prefix("listening on ") else {
            panic!("{line:?} {}", std::fs::read_to_string(log).unwrap());
        };
        let mut serving = Serving {
            base: base.to_owned(),
            ready_after: Duration::ZERO,
            child,
            _out: out,
        };
        let browser = serving.browser();
        until("the server is ready", START, async || {
            browser.get("/readyz").await.status == 200
        })
        .await;
        serving.ready_after = started.elapsed();
        serving
    }

    /// The log of all servers this program was.
    pub(crate) fn log(&self) -> String {
        let mut text = String::new();
        let log = File::open(self.folder.join("posvet.log"));
        log.unwrap().read_to_string(&mut text).unwrap();
        text
    }

    /// The program with its settings, to be started.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let binary = env!("CARGO_BIN_EXE_posvet");
        let mut command = Command::new(self.before.map_or(binary, |_before| "sh"));
        if let Some(before) = self.before {
            command.args(["-c", &format!("{before}; exec \"$0\" \"$@\""), binary]);
        }
        command
            .args(arguments)
            .current_dir(&self.folder)
            .envs(self.settings.iter().map(|(name, value)| (name, value)));
        command
    }
}

impl Serving {
    pub(crate) fn browser(&self) -> Browser {
        Browser::new(&self.base)
    }

    /// A file of this process in `/proc`.
    pub(crate) fn proc(&self, file: &str) -> String {
        std::fs::read_to_string(format!("/proc/{}/{file}", self.child.id())).unwrap()
    }

    /// SIGKILL: nothing of the process runs after this.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// SIGTERM: please stop.
    pub(crate) fn terminate(&self) {
        let told = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status();
        assert!(told.unwrap().success());
    }

    /// Waits until the process has ended.
    pub(crate) async fn ended(&mut self, within: Duration) -> ExitStatus {
        let mut status = None;
        until("the process has ended", within, async || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        })
        .await;
        status.unwrap()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _killed = self.child.kill();
        let _ended = self.child.wait();
    }
}

/// Asks again and again until something another process does has happened; returns how long that took.
pub(crate) async fn until(
    what: &str,
    within: Duration,
    mut has_happened: impl AsyncFnMut() -> bool,
) -> Duration {
    let started = Instant::now();
    while !has_happened().await {
        assert!(started.elapsed() < within, "not within {within:?}: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    started.elapsed()
}
