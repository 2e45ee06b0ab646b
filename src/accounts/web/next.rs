//! Where to go after signing in: a page of this site and nowhere else.

use url::Url;

/// Longest address that is carried through the form.
const LONGEST: usize = 2_000;

/// Only its path and query are ever used, so it need not be the real address.
const HERE: &str = "http://posvet.invalid";

/// `next` as a path on this site, written the way browsers read it; `None` when it leads elsewhere.
///
/// The text is resolved as a browser would do it, because a browser drops tabs and turns `\` into `/`; then the result
/// is looked at once more, because `/.//example.org` resolves to `//example.org`.
pub(super) fn local_path(next: &str) -> Option<String> {
    if !next.starts_with('/') || next.len() > LONGEST {
        return None;
    }
    let here = Url::parse(HERE).ok()?;
    let there = here.join(next).ok()?;
    if there.origin() != here.origin() || there.path().starts_with("//") {
        return None;
    }
    Some(match there.query() {
        Some(query) => format!("{}?{query}", there.path()),
        None => there.path().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_this_site_is_kept() {
        for path in [
            "/sl/desk",
            "/sl/desk/kranj/people",
            "/en/desk/kranj/x?view=mine&q=%C5%BEupan",
        ] {
            assert_eq!(local_path(path).as_deref(), Some(path));
        }
    }

    #[test]
    fn letters_a_header_cannot_hold_are_escaped() {
        assert_eq!(
            local_path("/sl/desk?q=župan").as_deref(),
            Some("/sl/desk?q=%C5%BEupan")
        );
    }

    #[test]
    fn another_site_is_refused_however_it_is_written() {
        for next in [
            "",
            "sl/desk",
            "https://example.org/",
            "//example.org",
            "/\\example.org",
            "\\\\example.org",
            "/\t/example.org",
            "/\n/example.org",
            "/.//example.org",
            "/sl/..//example.org",
            "/%2e//example.org",
            "javascript:alert(1)",
            " //example.org",
        ] {
            assert_eq!(local_path(next), None, "{next:?}");
        }
    }

    #[test]
    fn line_ends_do_not_reach_the_header() {
        assert_eq!(
            local_path("/sl\r\nset-cookie: a=b").as_deref(),
            Some("/slset-cookie:%20a=b")
        );
    }
}
