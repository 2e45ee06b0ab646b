//! A throw-away PostgreSQL cluster, where server binaries are found.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};

use tempfile::TempDir;

/// A running cluster; stopped and removed when dropped.
pub struct Cluster {
    server: Child,
    _folder: TempDir,
    /// Where it answers, without a database.
    pub url: String,
}

/// The folder of `initdb` and `postgres`, if there is one on this machine.
pub fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let mut folders: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    folders.extend(
        [
            "/usr/local/pgsql/bin",
            "/opt/homebrew/bin",
            "/usr/local/bin",
            "/usr/bin",
        ]
        .map(PathBuf::from),
    );
    folders
        .into_iter()
        .find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
}

impl Cluster {
    /// Starts a cluster that forgets everything: no flushes, trust on loopback.
    pub fn start(binaries: &Path) -> Result<Self, String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        open_to_all(folder.path());
        let data = folder.path().join("data");
        let init = as_ordinary_user(&binaries.join("initdb"))?
            .arg("-D")
            .arg(&data)
            .args([
                "-U",
                "posvet",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync",
            ])
            .stdin(Stdio::null())
            .output()
            .map_err(|error| error.to_string())?;
        if !init.status.success() {
            return Err(String::from_utf8_lossy(&init.stderr).into_owned());
        }
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|free| free.local_addr())
            .map_err(|e| e.to_string())?
            .port();
        let mut server = as_ordinary_user(&binaries.join("postgres"))?
            .arg("-D")
            .arg(&data)
            .args([
                "-p",
                &port.to_string(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "fsync=off",
            ])
            .args([
                "-c",
                "full_page_writes=off",
                "-c",
                "synchronous_commit=off",
                "-c",
                "max_connections=400",
            ])
            .arg("-k")
            .arg(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| error.to_string())?;
        let log = server.stderr.take();
        let cluster = Self {
            server,
            _folder: folder,
            url: format!("postgres://posvet@127.0.0.1:{port}"),
        };
        wait_until_ready(BufReader::new(log.ok_or("no log")?))?;
        Ok(cluster)
    }
}

/// Reads the log until the server says that it is ready; whatever it says afterwards is read and forgotten, so that it
/// never waits for a reader.
fn wait_until_ready(mut log: BufReader<ChildStderr>) -> Result<(), String> {
    let mut told = String::new();
    while !told.contains("database system is ready to accept connections") {
        let read = log.read_line(&mut told);
        if read.map_err(|error| error.to_string())? == 0 {
            return Err(format!("PostgreSQL ended: {told}"));
        }
    }
    std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
    Ok(())
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let pid = self.server.id().to_string();
        // SIGINT is PostgreSQL's fast shutdown; `su` hands it on no more than SIGKILL would be, so the group gets it.
        let _told = Command::new("pkill").args(["-INT", "-P", &pid]).status();
        let _told = Command::new("kill").args(["-INT", &pid]).status();
        let _ended = self.server.wait();
    }
}

/// PostgreSQL does not run as root: then it runs as `postgres` or `nobody`.
fn as_ordinary_user(program: &Path) -> Result<Command, String> {
    let id = Command::new("id")
        .arg("-u")
        .output()
        .map_err(|error| error.to_string())?;
    if String::from_utf8_lossy(&id.stdout).trim() != "0" {
        return Ok(Command::new(program));
    }
    let user = ["postgres", "nobody"]
        .into_iter()
        .find(|user| {
            Command::new("id")
                .arg(user)
                .output()
                .is_ok_and(|output| output.status.success())
        })
        .ok_or("PostgreSQL does not run as root and there is no user `postgres` or `nobody`")?;
    let mut command = Command::new("setpriv");
    command
        .args([
            "--reuid",
            user,
            "--regid",
            user_group(user),
            "--clear-groups",
        ])
        .arg(program);
    Ok(command)
}

fn user_group(user: &str) -> &'static str {
    if user == "postgres" {
        "postgres"
    } else {
        "nogroup"
    }
}

#[cfg(unix)]
fn open_to_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o777)).unwrap();
}
