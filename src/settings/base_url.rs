//! `server.base_url`: where the site answers.

use anyhow::{Context, bail};

/// The origin a base URL names. Addresses, cookies and `Origin` are all told by host, so a path cannot be kept apart from
/// its neighbours; a site of its own is a host of its own.
///
/// # Errors
/// A sentence that says what may stand there.
pub(super) fn origin(base_url: &str) -> anyhow::Result<String> {
    let base = url::Url::parse(base_url).context("server.base_url is not a URL")?;
    if base.host_str().is_none() || !matches!(base.scheme(), "http" | "https") {
        bail!("server.base_url must begin with http:// or https:// and name a host");
    }
    let origin = base.origin().ascii_serialization();
    if base.as_str().trim_end_matches('/') != origin {
        bail!(
            "server.base_url must be scheme, host and port alone, as {origin}: the site answers at the root of its host, \
             not below a path"
        );
    }
    Ok(origin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_is_kept_as_browsers_write_it() {
        for (given, kept) in [
            ("https://posvet.example.org/", "https://posvet.example.org"),
            (
                "https://Občina.example:443",
                "https://xn--obina-iya.example",
            ),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ] {
            assert_eq!(origin(given).expect("valid"), kept);
        }
    }

    #[test]
    fn a_base_url_with_anything_behind_the_host_is_refused() {
        for given in [
            "https://example.org/posvet",
            "https://example.org/?a=b",
            "https://example.org/#a",
            "https://ana@example.org",
            "ftp://example.org",
            "example.org",
            "",
        ] {
            let error = origin(given).expect_err(given);
            assert!(format!("{error:#}").contains("server.base_url"), "{given}");
        }
    }
}
