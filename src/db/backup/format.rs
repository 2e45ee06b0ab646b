//! The file: a header, tables with their rows, the files their rows name, and an end that proves that nothing is missing or changed.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Read as _, Seek as _, Write as _};

use anyhow::{Context as _, anyhow, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::bufread::MultiGzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::Table;
use crate::kernel::clock::Instant;
use crate::kernel::token::hex;

const FORMAT: &str = "posvet-backup";
/// Since 2 files follow the tables.
const VERSION: u32 = 2;

/// Bytes of a file in one line.
const PIECE: usize = 1 << 20;

/// The longest line that is read, in bytes: no table has rows of this size, and a damaged file must not fill the memory.
const LONGEST_LINE: u64 = 64 << 20;

/// Rows of each table.
pub type Rows = BTreeMap<String, u64>;

/// What a backup says of itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Header {
    format: String,
    version: u32,
    pub(super) created_at: Instant,
    /// The migrations that had run, oldest first.
    pub(super) schema: Vec<String>,
    pub(super) tables: Vec<Table>,
}

/// The last line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct End {
    pub(super) rows: Rows,
    header_sha256: String,
    /// Of all lines between the first and the last.
    pub(super) content_sha256: String,
}

/// A line between header and end that is no row.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Mark {
    Table(String),
    File { place: String, bytes: usize },
    End(End),
}

impl Header {
    pub(super) fn new(created_at: Instant, schema: Vec<String>, tables: Vec<Table>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            created_at,
            schema,
            tables,
        }
    }
}

/// Writes a backup.
pub(super) struct Writer {
    out: GzEncoder<BufWriter<File>>,
    header_sha256: String,
    content: Sha256,
    rows: Rows,
}

impl Writer {
    pub(super) fn start(file: File, header: &Header) -> anyhow::Result<Self> {
        let line = line_of(header)?;
        let mut out = GzEncoder::new(BufWriter::with_capacity(1 << 18, file), Compression::new(5));
        out.write_all(&line)?;
        Ok(Self {
            out,
            header_sha256: hex(&Sha256::digest(&line)),
            content: Sha256::new(),
            rows: Rows::new(),
        })
    }

    pub(super) fn table(&mut self, name: &str) -> anyhow::Result<()> {
        self.rows.insert(name.to_owned(), 0);
        self.line(&line_of(&Mark::Table(name.to_owned()))?)
    }

    /// Writes a row of the table named last, keys of its documents sorted.
    pub(super) fn row(&mut self, name: &str, row: &str) -> anyhow::Result<()> {
        let values: Vec<serde_json::Value> = from_line(row)?;
        *self.rows.entry(name.to_owned()).or_default() += 1;
        self.line(&line_of(&values)?)
    }

    /// Writes a file that lies beside the database: its name, then its content in base64, a line for each megabyte.
    pub(super) fn file(&mut self, place: &str, content: &[u8]) -> anyhow::Result<()> {
        let (place, bytes) = (place.to_owned(), content.len());
        self.line(&line_of(&Mark::File { place, bytes })?)?;
        for piece in content.chunks(PIECE) {
            self.line(&line_of(&STANDARD.encode(piece))?)?;
        }
        Ok(())
    }

    /// Writes the end and everything that is still in memory to the disk.
    pub(super) fn finish(mut self) -> anyhow::Result<End> {
        let content_sha256 = hex(&self.content.finalize());
        let end = End {
            rows: self.rows,
            header_sha256: self.header_sha256,
            content_sha256,
        };
        self.out.write_all(&line_of(&Mark::End(end.clone()))?)?;
        let file = self
            .out
            .finish()?
            .into_inner()
            .map_err(std::io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok(end)
    }

    fn line(&mut self, line: &[u8]) -> anyhow::Result<()> {
        self.content.update(line);
        Ok(self.out.write_all(line)?)
    }
}

fn line_of(value: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    Ok(line)
}

/// Reads a backup; what it returned may be believed once [`Item::End`] was returned.
pub(super) struct Reader {
    lines: BufReader<MultiGzDecoder<BufReader<File>>>,
    pub(super) header: Header,
    header_sha256: String,
    content: Sha256,
}

/// One line.
pub(super) enum Item {
    Table(String),
    Row(String),
    File {
        place: String,
        content: Vec<u8>,
    },
    /// The last one: digests and lengths are right.
    End(End),
}

impl Reader {
    /// Opens a backup and reads its header.
    pub(super) fn open(file: File) -> anyhow::Result<Self> {
        let mut lines = BufReader::new(MultiGzDecoder::new(BufReader::new(file)));
        let line = read_line(&mut lines).context("this is not a backup of Posvet")?;
        let header: Header = from_line(&line).context("this is not a backup of Posvet")?;
        ensure!(header.format == FORMAT, "this is not a backup of Posvet");
        ensure!(
            (1..=VERSION).contains(&header.version),
            "the backup has format {}, this version reads up to format {VERSION}: use a newer Posvet",
            header.version
        );
        Ok(Self {
            lines,
            header,
            header_sha256: hex(&Sha256::digest(line.as_bytes())),
            content: Sha256::new(),
        })
    }

    pub(super) fn next(&mut self) -> anyhow::Result<Item> {
        let line = read_line(&mut self.lines)?;
        if line.starts_with('[') {
            self.content.update(line.as_bytes());
            return Ok(Item::Row(line));
        }
        match from_line(&line).context("the backup is damaged")? {
            Mark::Table(name) => {
                self.content.update(line.as_bytes());
                Ok(Item::Table(name))
            }
            Mark::File { place, bytes } => {
                self.content.update(line.as_bytes());
                let content = self.file(bytes)?;
                Ok(Item::File { place, content })
            }
            Mark::End(end) => self.end(end).map(Item::End),
        }
    }

    fn file(&mut self, bytes: usize) -> anyhow::Result<Vec<u8>> {
        let mut content = Vec::new();
        while content.len() < bytes {
            let line = read_line(&mut self.lines)?;
            self.content.update(line.as_bytes());
            let piece: String = from_line(&line).context("the backup is damaged")?;
            content.append(&mut STANDARD.decode(piece).context("the backup is damaged")?);
        }
        ensure!(content.len() == bytes, "the backup is damaged");
        Ok(content)
    }

    /// Reads up to the end, so that a damaged backup is called damaged before anything is done with it.
    pub(super) fn verify(mut self) -> anyhow::Result<()> {
        while !matches!(self.next()?, Item::End(_)) {}
        Ok(())
    }

    /// Bytes of the file read so far.
    pub(super) fn position(&self) -> u64 {
        let mut file = self.lines.get_ref().get_ref().get_ref();
        file.stream_position().unwrap_or_default()
    }

    fn end(&mut self, end: End) -> anyhow::Result<End> {
        let content = hex(&std::mem::take(&mut self.content).finalize());
        if end.header_sha256 != self.header_sha256 || end.content_sha256 != content {
            bail!("the backup was changed after it was made: its digests do not fit");
        }
        let more = self.lines.read(&mut [0]).context("the backup is damaged")?;
        ensure!(
            more == 0,
            "the backup is damaged: something follows its end"
        );
        Ok(end)
    }
}

/// What a line says; the error tells where it cannot be read and not what is there, which is people's data.
fn from_line<T: serde::de::DeserializeOwned>(line: &str) -> anyhow::Result<T> {
    serde_json::from_str(line)
        .map_err(|error| anyhow!("a line cannot be read from column {} on", error.column()))
}

/// A line with its line end.
fn read_line(lines: &mut impl std::io::BufRead) -> anyhow::Result<String> {
    let mut line = Vec::new();
    lines
        .take(LONGEST_LINE)
        .read_until(b'\n', &mut line)
        .context("the backup is damaged or cut off")?;
    ensure!(line.ends_with(b"\n"), "the backup is cut off");
    String::from_utf8(line).context("the backup is damaged")
}
