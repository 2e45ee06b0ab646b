//! Markdown to safe HTML: the only text templates may print unescaped.

/// HTML that went through the sanitiser.
///
/// Markdown is rendered without raw HTML and the result cleaned by an allow-list that holds only what a draft
/// needs: paragraphs, lists, emphasis, tables and links to http(s) and mail addresses.
pub fn html(markdown: &str) -> String {
    let options = comrak::Options {
        extension: comrak::options::Extension {
            table: true,
            ..Default::default()
        },
        ..Default::default()
    };
    sanitiser()
        .clean(&comrak::markdown_to_html(markdown, &options))
        .to_string()
}

/// The same for one line, such as a heading: without the paragraph around it.
pub fn inline(markdown: &str) -> String {
    let html = html(markdown);
    let html = html.trim();
    html.strip_prefix("<p>")
        .and_then(|html| html.strip_suffix("</p>"))
        .unwrap_or(html)
        .to_owned()
}

fn sanitiser() -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::empty();
    builder
        .tags(
            [
                "p",
                "ul",
                "ol",
                "li",
                "strong",
                "em",
                "br",
                "a",
                "table",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
                "blockquote",
                "sub",
                "sup",
            ]
            .into(),
        )
        .tag_attributes([("a", ["href"].into())].into())
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(Some("noopener nofollow"));
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_emphasis_are_kept() {
        assert_eq!(
            html("Zagotavlja **varno**:\n\n- posteljo,\n- tuš."),
            "<p>Zagotavlja <strong>varno</strong>:</p>\n<ul>\n<li>posteljo,</li>\n<li>tuš.</li>\n</ul>\n"
        );
    }

    #[test]
    fn scripts_handlers_and_odd_schemes_do_not_get_through() {
        for text in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[a](javascript:alert(1))",
            "<a href=\"data:text/html,x\">a</a>",
            "<p style=\"x\" onclick=\"y\">a</p>",
        ] {
            let html = html(text);
            assert!(
                ![
                    "<script",
                    "<img",
                    "javascript:",
                    "data:",
                    "style=",
                    "onclick=\""
                ]
                .iter()
                .any(|bad| html.contains(bad)),
                "{text} → {html}"
            );
        }
    }
}
