//! Files that are brought beside a draft: what is taken, what is refused, and how it is given out.

use std::io::Write as _;

use diesel::prelude::*;
use image::ImageFormat;
use posvet::testing::db::DatabaseError;
use posvet::testing::db::schema;

use super::*;
use crate::harness::{Browser, TestApp, picture};

const PDF: &[u8] = b"%PDF-1.7\n<script>alert(1)</script>\n";

/// Brings a related document.
pub(crate) async fn bring(
    browser: &Browser,
    desk: &str,
    title: &str,
    (name, content): (&str, &[u8]),
) -> Page {
    let path = format!("{desk}/parts/documents/upload");
    let fields = [("upload_title", title)];
    browser
        .upload(&path, &fields, ("upload_file", name, content))
        .await
}

/// A package with these parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A picture that says it has 900 million dots.
fn huge() -> Vec<u8> {
    let mut picture = picture(1, 1, ImageFormat::Png);
    let size = 30_000_u32.to_be_bytes();
    picture.splice(16..24, [size, size].concat());
    let mut crc = flate2::Crc::new();
    crc.update(picture.get(12..29).unwrap());
    picture.splice(29..33, crc.sum().to_be_bytes());
    picture
}

/// How many files have a row.
async fn files(app: &TestApp) -> i64 {
    app.db()
        .read(|connection| {
            Ok::<i64, DatabaseError>(schema::files::table.count().get_result(connection)?)
        })
        .await
        .unwrap()
}

async fn file_link(app: &TestApp) -> String {
    let page = app.browser().get(PUBLIC).await;
    let link = page
        .hrefs()
        .into_iter()
        .find(|href| href.contains("/documents/"));
    link.unwrap_or_else(|| panic!("no file on {}", page.text))
}

#[actix_web::test]
async fn a_large_file_comes_back_whole() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    let large = [PDF, &b"0123456789abcde\n".repeat(200_000)].concat();
    bring(&browser, DESK, "Priloga", ("priloga.pdf", &large)).await;
    announce(&browser).await;

    let file = app.browser().get(&file_link(&app).await).await;

    assert_eq!(file.header("content-length").unwrap(), "3200035");
    assert!(file.text.as_bytes() == large, "other bytes came back");
}

#[actix_web::test]
async fn a_file_is_public_with_the_consultation_and_is_given_out_as_nothing_but_a_file() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    let brought = bring(
        &browser,
        DESK,
        "Analiza položaja",
        ("Analiza č (1).pdf", PDF),
    )
    .await;
    assert!(brought.has(".flash"), "{}", brought.text);
    let form = browser.get(&format!("{DESK}/parts/documents")).await;
    let id = form.value("input[name=related_0_file]");
    let hidden = app.browser().get(&format!("{PUBLIC}/documents/{id}")).await;
    assert_eq!(hidden.status, 404, "not before the announcement");
    announce(&browser).await;

    let page = app.browser().get(PUBLIC).await;
    assert!(says(&page, "Analiza položaja (PDF, 1 kB)"), "{}", page.text);
    let file = app.browser().get(&file_link(&app).await).await;

    assert_eq!(file.status, 200);
    assert_eq!(file.text.as_bytes(), PDF);
    assert_eq!(file.header("content-type").unwrap(), "application/pdf");
    let disposition = file.header("content-disposition").unwrap();
    assert!(
        disposition.starts_with("attachment; filename=\"Analiza _ (1).pdf\""),
        "{disposition}"
    );
    assert_eq!(file.header("x-content-type-options").unwrap(), "nosniff");
    let policy = file.header("content-security-policy").unwrap();
    assert!(
        policy.contains("sandbox") && !policy.contains("self"),
        "{policy}"
    );
}

#[actix_web::test]
async fn what_is_no_document_is_refused_beside_the_field_and_the_title_is_kept() {
    let (_app, browser) = coordinator().await;
    begin(&browser).await;
    let document: &[(&str, &[u8])] = &[("[Content_Types].xml", b"x"), ("word/document.xml", b"x")];
    let macros = [document, &[("word/vbaProject.bin", b"x".as_slice())]].concat();
    let too_many: Vec<(String, &[u8])> = (0..5_001)
        .map(|number| (format!("word/{number}.xml"), b"x".as_slice()))
        .collect();
    let too_many: Vec<(&str, &[u8])> = too_many
        .iter()
        .map(|(name, content)| (name.as_str(), *content))
        .collect();
    let half_a_jpeg = b"\xff\xd8\xff\xe1\0\x10Exif\0\0GPS";

    for (name, content, told) in [
        ("prazno.pdf", Vec::new(), "manjka"),
        (
            "program.pdf",
            b"MZ\x90\0\x03\0\0\0".to_vec(),
            "ne moremo sprejeti",
        ),
        (
            "skripta.pdf",
            b"#!/bin/sh\nrm -rf /\n".to_vec(),
            "ne moremo sprejeti",
        ),
        (
            "slika.svg",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".to_vec(),
            "ne moremo sprejeti",
        ),
        (
            "stran.pdf",
            b"<!DOCTYPE html><script>alert(1)</script>".to_vec(),
            "ne moremo sprejeti",
        ),
        ("pol.jpg", half_a_jpeg.to_vec(), "ni mogoče prebrati"),
        ("velika.png", huge(), "preveč točk"),
        (
            "zip.docx",
            package(&[("a.txt", b"x")]),
            "ne moremo sprejeti",
        ),
        ("bomba.docx", package(&too_many), "ne moremo sprejeti"),
        ("makri.docx", package(&macros), "makre"),
    ] {
        let page = bring(&browser, DESK, "Analiza", (name, &content)).await;
        assert_eq!(page.status, 422, "{name}");
        let said = page.text("#upload_file-error");
        assert!(said.contains(told) || content.is_empty(), "{name}: {said}");
        assert_eq!(page.value("#upload_title"), "Analiza", "{name}");
    }
    let right = bring(&browser, DESK, "", ("Osnutek.docx", &package(document))).await;
    assert!(right.has(".flash"), "{}", right.text);
    let form = browser.get(&format!("{DESK}/parts/documents")).await;
    assert_eq!(form.value("#related_0_title"), "Osnutek.docx");
}

#[actix_web::test]
async fn a_hundred_megabytes_are_refused_with_a_sentence_and_not_a_broken_connection() {
    let (_app, browser) = coordinator().await;
    begin(&browser).await;
    let mut large = b"%PDF-1.7\n".to_vec();
    large.resize(100 * 1024 * 1024, b' ');

    let page = bring(&browser, DESK, "Velika analiza", ("velika.pdf", &large)).await;

    assert_eq!(page.status, 422);
    assert!(
        page.text("#upload_file-error").contains("20"),
        "{}",
        page.text
    );
    assert_eq!(page.value("#upload_title"), "Velika analiza");
    assert!(
        browser
            .get(&format!("{DESK}/parts/documents"))
            .await
            .has("#upload_file")
    );
}

#[actix_web::test]
async fn a_file_is_kept_by_its_title_removed_without_and_never_taken_from_another() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    bring(&browser, DESK, "Analiza", ("a.pdf", PDF)).await;
    let form = browser.get(&format!("{DESK}/parts/documents")).await;
    let file = form.value("input[name=related_0_file]");
    let other = crate::harness::a_consultation()
        .slug("druga")
        .insert(&app)
        .await;
    let theirs = crate::desk::desk(&other);

    let renamed = [
        ("related_0_title", "Nova analiza"),
        ("related_0_file", file.as_str()),
    ];
    assert!(save(&browser, "documents", &renamed).await.has(".flash"));
    let form = browser.get(&format!("{theirs}/parts/documents")).await;
    let base = base_of(&form);
    let stolen = [
        ("base", base.as_str()),
        ("action", "save"),
        ("related_0_title", "Ukradena"),
        ("related_0_file", &file),
    ];
    let refused = browser
        .post(&format!("{theirs}/parts/documents"), &stolen)
        .await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    announce(&browser).await;
    assert!(says(&app.browser().get(PUBLIC).await, "Nova analiza"));
    let through_the_other = format!("/sl/kranj/druga/documents/{file}");
    assert_eq!(app.browser().get(&through_the_other).await.status, 404);

    let removed = [("related_0_title", ""), ("related_0_file", file.as_str())];
    assert!(save(&browser, "documents", &removed).await.has(".flash"));
    app.state.pages.clear();
    assert!(!says(&app.browser().get(PUBLIC).await, "Nova analiza"));
    let gone = app
        .browser()
        .get(&format!("{PUBLIC}/documents/{file}"))
        .await;
    assert_eq!(gone.status, 404);
    assert_eq!(files(&app).await, 0, "what was removed is not kept");
}

#[actix_web::test]
async fn a_consultation_that_is_given_up_takes_its_files_along() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    bring(&browser, DESK, "Analiza", ("a.pdf", PDF)).await;
    assert_eq!(files(&app).await, 1);

    let given_up = browser.post(&format!("{DESK}/overview/delete"), &[]).await;

    assert_eq!(given_up.status, 200, "{}", given_up.text);
    assert_eq!(files(&app).await, 0);
}

#[actix_web::test]
async fn nobody_brings_a_file_without_the_role() {
    let (app, browser) = coordinator().await;
    begin(&browser).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;

    let strange = bring(&reviewer, DESK, "Analiza", ("a.pdf", PDF)).await;
    let nobody = bring(&app.browser().staying(), DESK, "Analiza", ("a.pdf", PDF)).await;

    assert_eq!((strange.status, nobody.status), (404, 401));
}

#[actix_web::test]
async fn a_photograph_is_given_out_without_where_it_was_taken_and_whatever_was_behind_its_end() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    let mut photograph = picture(40, 20, ImageFormat::Jpeg);
    let exif = b"\xff\xe1\0\x1fExif\0\0II*\0\x08\0\0\0\0\0GPS 46.2397N";
    photograph.splice(2..2, exif.iter().copied());
    photograph.extend_from_slice(b"PK\x03\x04<script>alert(1)</script>");

    let brought = bring(&browser, DESK, "Trg", ("trg.PNG", &photograph)).await;
    assert!(brought.has(".flash"), "{}", brought.text);
    announce(&browser).await;
    let page = app.browser().get(PUBLIC).await;
    assert!(says(&page, "Trg (JPEG, 1 kB)"), "{}", page.text);
    let link = app
        .browser()
        .request(reqwest::Method::GET, &file_link(&app).await);
    let file = link.send().await.unwrap();

    assert_eq!(file.headers()["content-type"], "image/jpeg");
    let disposition = file.headers()["content-disposition"].to_str().unwrap();
    assert!(
        disposition.contains("filename=\"trg.jpg\""),
        "{disposition}"
    );
    let content = file.bytes().await.unwrap();
    let has = |what: &[u8]| content.windows(what.len()).any(|window| window == what);
    assert!(!has(b"GPS") && !has(b"Exif") && !has(b"PK\x03\x04"));
    let shown = image::load_from_memory(&content).unwrap();
    assert_eq!((shown.width(), shown.height()), (40, 20));
}
