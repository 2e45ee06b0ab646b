//! Style sheets and fonts compiled into the binary.

use std::borrow::Cow;
use std::fmt::Write;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "templates/assets/"]
struct AssetFiles;

/// One embedded file.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its content.
    pub bytes: Cow<'static, [u8]>,
    /// Value of the `Content-Type` header.
    pub mime: &'static str,
    /// The first ten hexadecimal digits of its SHA-256: its `ETag` and the `v` of its address.
    pub hash: String,
}

/// The asset at a path such as `posvet.css` or `fonts/source-sans-3-latin.woff2`.
pub fn find(path: &str) -> Option<Asset> {
    let file = AssetFiles::get(path)?;
    Some(Asset {
        mime: mime(path),
        hash: short_hash(&file.metadata.sha256_hash()),
        bytes: file.data,
    })
}

/// The address of an asset with its hash, so that it may be cached for ever; `None` when there is no such file.
pub fn address(path: &str) -> Option<String> {
    let asset = find(path)?;
    Some(format!("/assets/{path}?v={}", asset.hash))
}

fn short_hash(hash: &[u8; 32]) -> String {
    hash.iter().take(5).fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn mime(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, suffix)| suffix) {
        Some("css") => "text/css; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("ico") => "image/x-icon",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_asset_is_found_with_its_type_and_a_stable_address() {
        let asset = find("posvet.css").expect("it is embedded");

        assert_eq!(asset.mime, "text/css; charset=utf-8");
        assert_eq!(asset.hash.len(), 10);
        assert_eq!(
            address("posvet.css"),
            Some(format!("/assets/posvet.css?v={}", asset.hash))
        );
    }

    #[test]
    fn a_path_out_of_the_folder_is_not_found() {
        assert!(find("../locales/sl/http.ftl").is_none());
    }
}
