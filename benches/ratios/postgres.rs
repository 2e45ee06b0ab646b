//! A throw-away PostgreSQL cluster that keeps its promises: defaults, so `fsync` and `synchronous_commit` are on.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};
use tempfile::TempDir;

/// A running cluster; stopped and removed when dropped.
pub(crate) struct Cluster {
    pub(crate) binaries: PathBuf,
    folder: TempDir,
    /// Where it answers, without a database.
    url: String,
}

impl Cluster {
    /// Starts one; `None` where there are no server programs.
    pub(crate) fn start(below: &Path) -> anyhow::Result<Option<Self>> {
        let Some(binaries) = binaries() else {
            return Ok(None);
        };
        let folder = TempDir::new_in(below)?;
        open_to_all(folder.path())?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let cluster = Self {
            binaries,
            url: format!("postgres://posvet@127.0.0.1:{port}"),
            folder,
        };
        cluster.run(
            "initdb",
            &["-U", "posvet", "-A", "trust", "-E", "UTF8", "--locale=C"],
        )?;
        let options = format!(
            "-p {port} -c listen_addresses=127.0.0.1 -c max_connections=200 -k {}",
            cluster.folder.path().display()
        );
        cluster.run(
            "pg_ctl",
            &["-w", "-l", "/dev/null", "-o", &options, "start"],
        )?;
        Ok(Some(cluster))
    }

    /// A new empty database.
    pub(crate) fn database(&self, name: &str) -> anyhow::Result<String> {
        let server = format!("{}/postgres", self.url);
        let status = Command::new(self.binaries.join("psql"))
            .args([
                "-q",
                "-d",
                &server,
                "-c",
                &format!("create database {name}"),
            ])
            .status()?;
        ensure!(status.success(), "the database {name} was not created");
        Ok(format!("{}/{name}", self.url))
    }

    fn run(&self, program: &str, arguments: &[&str]) -> anyhow::Result<()> {
        let status = as_ordinary_user(&self.binaries.join(program))?
            .arg("-D")
            .arg(self.folder.path().join("data"))
            .args(arguments)
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()
            .with_context(|| program.to_owned())?;
        ensure!(status.success(), "{program} failed");
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Err(error) = self.run("pg_ctl", &["-m", "immediate", "-w", "stop"]) {
            eprintln!("PostgreSQL was not stopped: {error:#}");
        }
    }
}

fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter();
    let mut folders: Vec<PathBuf> = versions
        .flatten()
        .flatten()
        .map(|version| version.path().join("bin"))
        .collect();
    folders.sort();
    folders.extend(["/usr/local/pgsql/bin", "/opt/homebrew/bin", "/usr/bin"].map(PathBuf::from));
    let has_all = |folder: &PathBuf| {
        ["initdb", "pg_ctl", "psql", "pgbench"]
            .iter()
            .all(|program| folder.join(program).exists())
    };
    folders.into_iter().rfind(has_all)
}

/// PostgreSQL does not run as root.
fn as_ordinary_user(program: &Path) -> anyhow::Result<Command> {
    let id = Command::new("id").arg("-u").output()?;
    if String::from_utf8_lossy(&id.stdout).trim() != "0" {
        return Ok(Command::new(program));
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--"]).arg(program);
    Ok(command)
}

#[cfg(unix)]
fn open_to_all(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o777))
}
