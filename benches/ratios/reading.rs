//! Reading a published section against a bare handler, and 304 against hello.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, ensure};
use posvet::testing::db::DbConnection;
use posvet::testing::drafts::{NewDraft, NewParagraph, NewSection, ParagraphKind, insert_section};
use posvet::testing::kernel::clock::Clock;
use posvet::testing::kernel::ids::Ids;
use tempfile::TempDir;

use crate::client::{Answer, Connection, Target, repeat};
use crate::form::TEXT;
use crate::one_by_one::place;
use crate::report::{Report, Required};
use crate::site::{OPEN, Site, fill};
use crate::{Args, bare};

/// The number of a section that the samples do not have: one whose page has about 30 KB.
const NUMBER: i32 = 99;
/// Its paragraphs.
const PARAGRAPHS: usize = 19;

pub(crate) async fn measure(args: &Args, report: &mut Report) -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let url = format!("sqlite:{}", folder.path().join("posvet.db").display());
    let db = fill(&url).await?;
    db.write(insert_long_section).await?;
    let site = Site::start(&url, args.workers)?;
    let path = format!("/sl/{OPEN}/sections/{NUMBER}");
    let size = ask(site.address(), &path, "").await?.body.len();
    ensure!(
        (25_000..35_000).contains(&size),
        "the page has {size} bytes"
    );
    let answer = ask(site.address(), &path, "accept-encoding: br\r\n").await?;
    ensure!(answer.header("content-encoding") == Some("br"), "no brotli");
    let etag = answer.header("etag").context("an etag")?.to_owned();
    println!(
        "read: {path}, {size} bytes of HTML, {} compressed",
        answer.body.len()
    );
    let bare = bare::start(answer.body.into(), args.workers)?;
    let known = format!("accept-encoding: br\r\nif-none-match: {etag}\r\n");
    let sides = [
        target(site.address(), &path, "accept-encoding: br\r\n", 200),
        target(bare, "/page", "accept-encoding: br\r\n", 200),
        target(site.address(), &path, &known, 304),
        target(bare, "/hello", &known, 200),
    ];
    let mut runs = [const { Vec::new() }; 4];
    for round in 0..args.rounds {
        for (side, runs) in sides.iter().zip(&mut runs) {
            runs.push(repeat(side, args.clients, args.turn()).await?);
        }
        println!("read: round {} of {}", round + 1, args.rounds);
    }
    let [page, bare_page, known, hello] = runs;
    report.rates(
        "read a section, brotli",
        &page,
        &bare_page,
        Required::AtLeast(0.9),
    );
    report.rates("304 against hello", &known, &hello, Required::AtLeast(0.9));
    site.server.stop().await;
    Ok(())
}

fn target(address: SocketAddr, path: &str, headers: &str, status: u16) -> Target {
    let request = request(path, headers);
    Target {
        address,
        request: Arc::from(request.as_bytes()),
        status,
    }
}

fn request(path: &str, headers: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nhost: posvet.example.org\r\n{headers}\r\n")
}

async fn ask(address: SocketAddr, path: &str, headers: &str) -> anyhow::Result<Answer> {
    let mut connection = Connection::open(address).await?;
    connection.ask(request(path, headers).as_bytes()).await
}

/// The samples' sections are shorter than the figure is about.
fn insert_long_section(connection: &mut DbConnection) -> anyhow::Result<()> {
    let (consultation, passage) = place(connection)?;
    let (ids, now) = (Ids::Random, Clock::system().now());
    // Each paragraph begins elsewhere, or it would be compressed to nothing.
    let words: Vec<&str> = TEXT.split(' ').collect();
    let paragraph = |number: usize| NewParagraph {
        id: ids.next(now),
        kind: ParagraphKind::Text,
        number: number.to_string(),
        title: String::new(),
        body: words
            .iter()
            .cycle()
            .skip(number * 7)
            .step_by(number * 2 + 1)
            .take(85)
            .copied()
            .collect::<Vec<_>>()
            .join(" "),
        goal: None,
    };
    let section = NewSection {
        id: ids.next(now),
        position: NUMBER,
        title: "Dolgo poglavje".to_owned(),
        short_title: "Dolgo".to_owned(),
        paragraphs: (1..=PARAGRAPHS).map(paragraph).collect(),
    };
    let draft = NewDraft {
        id: consultation.draft_id,
        authority_id: consultation.authority.id,
        revision_id: passage.revision.id,
        published_at: passage.revision.published_at,
        created_at: now,
    };
    insert_section(connection, &draft, &section)?;
    Ok(())
}
