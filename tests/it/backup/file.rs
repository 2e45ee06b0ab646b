//! The file of a backup, read and altered line by line.

use std::io::{Read as _, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};

/// The lines of a backup.
pub(super) fn lines(path: &Path) -> Vec<String> {
    let mut text = String::new();
    GzDecoder::new(std::fs::File::open(path).unwrap())
        .read_to_string(&mut text)
        .unwrap();
    text.lines().map(str::to_owned).collect()
}

/// Writes lines as a backup, without putting its digests right.
pub(super) fn write_lines(path: &Path, lines: &[String]) {
    let mut out = GzEncoder::new(std::fs::File::create(path).unwrap(), Compression::fast());
    for line in lines {
        writeln!(out, "{line}").unwrap();
    }
    out.finish().unwrap();
}

/// Puts the digests in the last line right, as somebody with intent would.
pub(super) fn forge(lines: &mut [String]) {
    let digest = |lines: &[String]| {
        let mut digest = Sha256::new();
        for line in lines {
            digest.update(format!("{line}\n"));
        }
        posvet::testing::kernel::token::hex(&digest.finalize())
    };
    let (header, content) = (digest(&lines[..1]), digest(&lines[1..lines.len() - 1]));
    let last = lines.last_mut().unwrap();
    let mut end: serde_json::Value = serde_json::from_str(last).unwrap();
    end["end"]["header_sha256"] = header.into();
    end["end"]["content_sha256"] = content.into();
    *last = end.to_string();
}
