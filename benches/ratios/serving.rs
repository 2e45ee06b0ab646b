//! The real `posvet` as a process of its own, so that its memory is its own too.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, ensure};

use crate::client::Connection;

/// The answered consultation of the samples, to which comments by the hundred thousand are added.
pub(crate) const ANSWERED: &str = "kranj/socialno-varstvo-2022-2028-prva-obravnava";

/// A server with its workers running; mails become files. Stopped when dropped.
pub(crate) struct Serving {
    pub(crate) address: SocketAddr,
    child: Child,
}

/// Runs a command of the program on the database at `url`.
pub(crate) fn posvet(url: &str, arguments: &[&str]) -> anyhow::Result<()> {
    let output = command(url).args(arguments).output()?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "posvet {arguments:?}: {complaint}");
    Ok(())
}

/// Migrates a database, loads the samples and what the further arguments of `posvet seed` say.
pub(crate) fn seeded(url: &str, arguments: &[&str]) -> anyhow::Result<()> {
    posvet(url, &["migrate"])?;
    posvet(url, &[&["seed", "--samples"], arguments].concat())
}

fn command(url: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_posvet"));
    command.env("POSVET__DATABASE__URL", url);
    command.env("POSVET__LOG__FILTER", "error");
    command
}

impl Serving {
    /// Serves the database at `url`; what it keeps besides, and its mails, are in `folder`.
    pub(crate) async fn start(url: &str, folder: &Path) -> anyhow::Result<Self> {
        let mut child = command(url)
            .arg("serve")
            .env("POSVET__DATA_DIRECTORY", folder)
            .env("POSVET__SERVER__LISTEN", "127.0.0.1:0")
            .env("POSVET__MAIL__TRANSPORT", "file")
            .env("POSVET__MAIL__FOLDER", folder.join("mail"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut said = BufReader::new(child.stdout.take().context("its output")?);
        let mut line = String::new();
        said.read_line(&mut line)?;
        // Whoever prints into a closed pipe dies of it.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        let address = line
            .trim()
            .strip_prefix("listening on http://")
            .with_context(|| format!("not listening: {line:?}"))?
            .parse()?;
        let serving = Self { address, child };
        let ready = b"GET /readyz HTTP/1.1\r\nhost: posvet.example.org\r\n\r\n";
        while Connection::open(address).await?.ask(ready).await?.status != 200 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(serving)
    }

    /// Resident memory of the process, in MiB.
    pub(crate) fn memory(&self) -> anyhow::Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let resident = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next());
        let kibibytes: u32 = resident.context("resident memory")?.parse()?;
        Ok(f64::from(kibibytes) / 1024.0)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _killed = self.child.kill();
        let _ended = self.child.wait();
    }
}
