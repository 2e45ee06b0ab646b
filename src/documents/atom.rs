//! Feeds (Atom, RFC 4287).

use atom_syndication::{Content, Feed as AtomFeed, FixedDateTime, Generator, Link, Person, Text};

use super::printable;
use crate::i18n::Language;
use crate::kernel::clock::Instant;

/// A feed.
#[derive(Clone, Debug)]
pub struct Feed {
    /// The same for ever, wherever the feed is found.
    pub id: String,
    pub title: String,
    pub lang: Language,
    /// Where the feed itself is.
    pub url: String,
    /// The page that says the same.
    pub page_url: String,
    /// When its newest entry was made; of a feed without any, when what it tells of began.
    pub updated: Instant,
    /// The newest first.
    pub entries: Vec<Entry>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The same for ever.
    pub id: String,
    pub title: String,
    pub url: String,
    pub at: Instant,
    /// Plain text.
    pub text: String,
    /// Who says so.
    pub author: String,
}

/// The media type.
pub const MEDIA_TYPE: &str = "application/atom+xml; charset=utf-8";

/// The feed as XML.
pub fn write(feed: &Feed) -> String {
    let atom = AtomFeed {
        title: Text::plain(printable(&feed.title)),
        id: feed.id.clone(),
        updated: moment(feed.updated),
        lang: Some(feed.lang.into_str().to_owned()),
        links: vec![
            link("self", &feed.url, MEDIA_TYPE),
            link("alternate", &feed.page_url, "text/html"),
        ],
        generator: Some(Generator {
            value: "Posvet".to_owned(),
            ..Generator::default()
        }),
        // Each entry has its own; a feed without entries needs one all the same (RFC 4287, 4.1.1).
        authors: vec![person(&feed.title)],
        entries: feed.entries.iter().map(entry).collect(),
        ..AtomFeed::default()
    };
    atom.to_string()
}

fn entry(entry: &Entry) -> atom_syndication::Entry {
    let mut content = Content::default();
    content.set_content_type("text".to_owned());
    content.set_value(printable(&entry.text));
    atom_syndication::Entry {
        title: Text::plain(printable(&entry.title)),
        id: entry.id.clone(),
        updated: moment(entry.at),
        published: Some(moment(entry.at)),
        links: vec![link("alternate", &entry.url, "text/html")],
        authors: vec![person(&entry.author)],
        content: Some(content),
        ..atom_syndication::Entry::default()
    }
}

fn person(name: &str) -> Person {
    Person {
        name: printable(name),
        ..Person::default()
    }
}

fn link(rel: &str, href: &str, mime_type: &str) -> Link {
    Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: Some(mime_type.to_owned()),
        ..Link::default()
    }
}

fn moment(at: Instant) -> FixedDateTime {
    at.utc().fixed_offset()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_feed_says_survives_a_reader_whatever_its_letters() {
        let at = Instant::from_micros(1_649_628_000_000_000).expect("in range");
        let title = "Čist <b>zrak</b> & \"voda\"\u{0}\u{8} ]]>";
        let feed = Feed {
            id: "urn:uuid:1".to_owned(),
            title: title.to_owned(),
            lang: Language::Sl,
            url: "https://posvet.example.org/sl/feed.atom".to_owned(),
            page_url: "https://posvet.example.org/sl".to_owned(),
            updated: at,
            entries: vec![Entry {
                id: "tag:1".to_owned(),
                title: title.to_owned(),
                url: "https://posvet.example.org/sl/a?b=1&c=2".to_owned(),
                at,
                text: title.to_owned(),
                author: title.to_owned(),
            }],
        };

        let read: AtomFeed = write(&feed).parse().expect("well-formed");

        let said = "Čist <b>zrak</b> & \"voda\" ]]>";
        assert_eq!(read.title().as_str(), said);
        let entry = read.entries().first().expect("an entry");
        assert_eq!(entry.title().as_str(), said);
        assert_eq!(entry.content().and_then(Content::value), Some(said));
        assert_eq!(entry.updated().to_rfc3339(), "2022-04-10T22:00:00+00:00");
        let href = entry.links().first().map(Link::href);
        assert_eq!(href, Some("https://posvet.example.org/sl/a?b=1&c=2"));
    }
}
