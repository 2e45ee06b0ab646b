//! The list of pages for search engines (sitemaps.org 0.9), each with its other languages.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// The media type.
pub const MEDIA_TYPE: &str = "application/xml; charset=utf-8";

/// Most pages a sitemap may hold (sitemaps.org).
pub const MOST: usize = 50_000;

/// One page: its address in each language, with the code of the language.
pub type PageAddresses = Vec<(&'static str, String)>;

/// The sitemap as XML; what is more than [`MOST`] is left out.
///
/// # Errors
/// When the memory for it cannot be written to.
pub fn write(pages: &[PageAddresses]) -> std::io::Result<String> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let all = pages
        .iter()
        .flat_map(|page| page.iter().map(move |(_lang, url)| (page, url)));
    writer
        .create_element("urlset")
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
        .with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"))
        .write_inner_content(|writer| {
            for (page, url) in all.take(MOST) {
                one(writer, page, url)?;
            }
            Ok(())
        })?;
    Ok(String::from_utf8_lossy(&writer.into_inner()).into_owned())
}

fn one(writer: &mut Writer<Vec<u8>>, page: &PageAddresses, url: &str) -> std::io::Result<()> {
    writer.create_element("url").write_inner_content(|writer| {
        writer
            .create_element("loc")
            .write_text_content(BytesText::new(url))?;
        for (lang, other) in page {
            writer
                .create_element("xhtml:link")
                .with_attribute(("rel", "alternate"))
                .with_attribute(("hreflang", *lang))
                .with_attribute(("href", other.as_str()))
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_a_page_names_the_others_and_letters_are_escaped() {
        let page = vec![
            ("sl", "https://x.example/sl?a=1&b=2".to_owned()),
            ("en", "https://x.example/en".to_owned()),
        ];

        let xml = write(&[page]).expect("written");

        assert_eq!(xml.matches("<loc>").count(), 2);
        assert_eq!(xml.matches("hreflang=\"en\"").count(), 2);
        assert!(
            xml.contains("<loc>https://x.example/sl?a=1&amp;b=2</loc>"),
            "{xml}"
        );
    }
}
