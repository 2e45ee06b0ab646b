//! Files people bring: told by their content, kept under names nobody guesses, swept away when nothing names them, and in
//! every backup.

use std::io::{Cursor, Write as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use image::ImageFormat;
use posvet::testing::db::DatabaseError;
use posvet::testing::db::schema;
use posvet::testing::files::{
    Accepted, FileKind, Files, FilesSettings, KeepError, NewFile, find_file, insert_file,
    sweep_once,
};
use posvet::testing::kernel::clock::Instant;
use posvet::testing::kernel::ids::{FileId, Ids};
use posvet::testing::settings::Settings;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::harness::{Program, TestApp, TestDatabase, picture};

const ALL: &[FileKind] = &[
    FileKind::Png,
    FileKind::Jpeg,
    FileKind::Webp,
    FileKind::Pdf,
    FileKind::Docx,
    FileKind::Xlsx,
];

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n";

fn settings() -> FilesSettings {
    let mut settings = Settings::load(None).unwrap().files;
    settings.largest_megabytes = 1;
    settings
}

fn in_folder(folder: &Path) -> Files {
    Files::open(&settings(), folder).unwrap()
}

fn package(parts: &[&str]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        zip.start_file(*part, SimpleFileOptions::default()).unwrap();
        zip.write_all(b"<x/>").unwrap();
    }
    zip.finish().unwrap().into_inner()
}

async fn keep(files: &Files, content: &[u8]) -> Result<NewFile, KeepError> {
    let content = Bytes::copy_from_slice(content);
    files
        .keep(&Ids::Random, "priloga.pdf", content, Accepted::kinds(ALL))
        .await
}

/// Every file below a folder.
fn stored(folder: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(folder.join("files"))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect()
}

#[tokio::test]
async fn a_file_is_what_is_in_it_and_not_what_it_is_called() {
    let folder = tempfile::tempdir().unwrap();
    let files = in_folder(folder.path());
    let docx = package(&["word/document.xml", "[Content_Types].xml"]);
    let xlsx = package(&["[Content_Types].xml", "xl/workbook.xml"]);
    let known: [(&[u8], FileKind); 6] = [
        (&picture(4, 4, ImageFormat::Png), FileKind::Png),
        (&picture(4, 4, ImageFormat::Jpeg), FileKind::Jpeg),
        // What every program opens instead.
        (&picture(4, 4, ImageFormat::WebP), FileKind::Jpeg),
        (PDF, FileKind::Pdf),
        (&docx, FileKind::Docx),
        (&xlsx, FileKind::Xlsx),
    ];
    for (content, kind) in known {
        assert_eq!(keep(&files, content).await.unwrap().kind, kind);
    }

    let with_program = package(&[
        "[Content_Types].xml",
        "word/document.xml",
        "word/vbaProject.bin",
    ]);
    let error = keep(&files, &with_program).await.unwrap_err();
    assert!(matches!(error, KeepError::HasMacros), "{error}");

    let names: Vec<String> = (0..5_001).map(|number| format!("word/{number}")).collect();
    let mut many: Vec<&str> = names.iter().map(String::as_str).collect();
    many.extend(["[Content_Types].xml", "word/document.xml"]);
    let (bomb, plain) = (package(&many), package(&["a.txt"]));
    let both = package(&[
        "[Content_Types].xml",
        "word/document.xml",
        "xl/workbook.xml",
    ]);
    let cut = docx.get(..docx.len() / 2).unwrap();
    for content in [
        b"MZ\x90\0 a program" as &[u8],
        b"\x7fELF a program",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        b"<!doctype html><script>1</script>",
        b"GIF89a",
        b"plain text",
        &bomb,
        &plain,
        &both,
        cut,
    ] {
        let error = keep(&files, content).await.unwrap_err();
        assert!(
            matches!(error, KeepError::OtherKind),
            "{content:.20?}: {error}"
        );
    }
    assert_eq!(stored(folder.path()).len(), known.len());
}

#[tokio::test]
async fn an_empty_or_too_large_file_and_one_of_a_kind_that_is_not_taken_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let files = in_folder(folder.path());
    let mut large = PDF.to_vec();
    large.resize((1 << 20) + 1, b' ');

    let empty = keep(&files, b"").await.unwrap_err();
    let too_large = keep(&files, &large).await.unwrap_err();
    let content = Bytes::from_static(PDF);
    let only_images = files
        .keep(
            &Ids::Random,
            "logo.png",
            content,
            Accepted::kinds(&[FileKind::Png]),
        )
        .await
        .unwrap_err();
    large.pop();

    assert!(matches!(empty, KeepError::Empty));
    assert!(matches!(too_large, KeepError::TooLarge { most: 1_048_576 }));
    assert!(matches!(only_images, KeepError::OtherKind));
    assert!(
        keep(&files, &large).await.is_ok(),
        "just as large as it may be"
    );
}

#[tokio::test]
async fn a_file_is_kept_under_a_name_nobody_guesses() {
    let folder = tempfile::tempdir().unwrap();
    let files = in_folder(folder.path());
    let name = format!("../../a\r\n{}.pdf", "č".repeat(300));
    let content = Bytes::from_static(PDF);

    let one = files
        .keep(&Ids::Random, &name, content, Accepted::kinds(ALL))
        .await
        .unwrap();
    let other = keep(&files, PDF).await.unwrap();

    assert_ne!(one.place, other.place);
    assert_eq!(one.place.len(), 35, "{}", one.place);
    assert!(one.name.starts_with("../../a č") && one.name.chars().count() == 200);
    assert_eq!(files.read(&one.place).await.unwrap(), PDF);
    for path in stored(folder.path()) {
        assert_eq!(std::fs::read(&path).unwrap(), PDF);
        let path = path.to_string_lossy().into_owned();
        assert!(
            path.ends_with(&one.place) || path.ends_with(&other.place),
            "{path}"
        );
    }
    assert!(files.read("../posvet.db").await.is_err());
}

/// A server that speaks S3, until the test ends. Returns where it answers.
fn s3_server(folder: &Path) -> String {
    std::fs::create_dir_all(folder.join("posvet")).unwrap();
    let mut builder = S3ServiceBuilder::new(FileSystem::new(folder).unwrap());
    builder.set_auth(SimpleAuth::from_single("key", "secret"));
    let service = builder.build();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _peer)) = listener.accept().await {
            let service = service.clone();
            tokio::spawn(async move {
                let server = auto::Builder::new(TokioExecutor::new());
                let _ended = server.serve_connection(TokioIo::new(stream), service).await;
            });
        }
    });
    format!("http://{address}")
}

fn in_bucket(endpoint: &str, secret: &str) -> Files {
    let mut settings = settings();
    settings.store = serde_json::from_str("\"s3\"").unwrap();
    settings.endpoint = endpoint.to_owned();
    settings.bucket = "posvet".to_owned();
    settings.access_key = "key".to_owned();
    settings.secret_key = secret.into();
    Files::open(&settings, Path::new("nowhere")).unwrap()
}

#[tokio::test]
async fn a_bucket_keeps_files_as_a_folder_does() {
    let folder = tempfile::tempdir().unwrap();
    let endpoint = s3_server(folder.path());
    let mut app = TestApp::spawn().await;
    app.state.context.files = in_bucket(&endpoint, "secret");
    let files = app.state.context.files.clone();

    let (named, orphan) = (
        keep(&files, PDF).await.unwrap(),
        keep(&files, PDF).await.unwrap(),
    );
    insert(&app, &named).await;
    let read = files.read(&named.place).await.unwrap();
    app.clock.set(in_a_hundred_years());
    let removed = sweep_once(&app.state.context).await.unwrap();

    assert_eq!(read, PDF);
    assert_eq!(removed, 1);
    assert!(files.read(&orphan.place).await.is_err());
    assert!(files.read(&named.place).await.is_ok());
}

#[tokio::test]
async fn a_bucket_that_is_away_or_refuses_keeps_nothing_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let endpoint = s3_server(folder.path());
    let closed = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();

    for files in [
        in_bucket(&endpoint, "another secret"),
        in_bucket(&format!("http://{closed}"), "secret"),
        // Nothing answers there; what is tried is that there is something to speak TLS with.
        in_bucket(&format!("https://{closed}"), "secret"),
    ] {
        let error = keep(&files, PDF).await.unwrap_err();
        assert!(matches!(error, KeepError::Away(_)), "{error}");
    }
}

fn in_a_hundred_years() -> Instant {
    Instant::new("2126-11-29T12:00:00Z".parse().unwrap())
}

async fn insert(app: &TestApp, file: &NewFile) -> FileId {
    let (file, now) = (file.clone(), app.clock.now());
    let id = app.state.context.ids.next(now);
    app.db()
        .write::<_, DatabaseError, _>(move |conn| insert_file(conn, id, &file, now))
        .await
        .unwrap();
    id
}

#[tokio::test]
async fn what_no_row_names_is_swept_away_after_a_day() {
    let app = TestApp::spawn().await;
    let files = &app.state.context.files;
    let (named, orphan) = (
        keep(files, PDF).await.unwrap(),
        keep(files, PDF).await.unwrap(),
    );
    let id = insert(&app, &named).await;

    // The clock stands in 2022, so both are from the future; then they are old.
    let young = sweep_once(&app.state.context).await.unwrap();
    app.clock.set(in_a_hundred_years());
    let old = sweep_once(&app.state.context).await.unwrap();

    assert_eq!((young, old), (0, 1));
    assert!(files.read(&orphan.place).await.is_err());
    let row = app
        .db()
        .read(move |conn| find_file(conn, id))
        .await
        .unwrap();
    let row = row.unwrap();
    assert_eq!((row.place, row.kind), (named.place.clone(), FileKind::Pdf));
    assert_eq!(files.read(&named.place).await.unwrap(), PDF);
}

/// An installation with two files; where the second is.
async fn with_files(database: &TestDatabase) -> (Program, PathBuf) {
    let program = Program::on(database).prepare();
    let data = database.folder.path().join("data");
    let files = Files::open(&Settings::load(None).unwrap().files, &data).unwrap();
    let mut large = PDF.to_vec();
    // More than a line of a backup holds.
    large.extend((0..3_000_000_u32).map(|number| (number * 31 % 251).to_le_bytes()[0]));
    let mut places = Vec::new();
    for content in [PDF, &large] {
        let content = Bytes::copy_from_slice(content);
        let file = files
            .keep(&Ids::Random, "a.pdf", content, Accepted::kinds(ALL))
            .await
            .unwrap();
        let now = in_a_hundred_years();
        let mut connection = database.url.connect().unwrap();
        insert_file(&mut connection, Ids::Random.next(now), &file, now).unwrap();
        places.push(data.join("files").join(&file.place));
    }
    (program, places.pop().unwrap())
}

#[actix_web::test]
async fn a_backup_holds_the_files_and_a_restore_brings_them_back() {
    let database = TestDatabase::empty();
    let (program, large) = with_files(&database).await;
    let backup = database.folder.path().join("backup").display().to_string();
    program.must(&["backup", "--to", &backup]);
    let other = TestDatabase::empty();

    Program::on(&other).must(&["restore", &backup]);

    let restored = other.folder.path().join("data").join("files");
    let place: PathBuf = large
        .iter()
        .rev()
        .take(2)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    assert_eq!(
        std::fs::read(restored.join(place)).unwrap(),
        std::fs::read(large).unwrap()
    );
    assert_eq!(stored(&other.folder.path().join("data")).len(), 2);
    let rows: i64 = {
        use diesel::{QueryDsl as _, RunQueryDsl as _};
        let mut connection = other.url.connect().unwrap();
        schema::files::table
            .count()
            .get_result(&mut connection)
            .unwrap()
    };
    assert_eq!(rows, 2);
}

#[actix_web::test]
async fn a_backup_without_one_of_the_files_is_none() {
    let database = TestDatabase::empty();
    let (program, large) = with_files(&database).await;
    let backup = database.folder.path().join("backup");
    let to = backup.display().to_string();

    let content = std::fs::read(&large).unwrap();
    std::fs::write(&large, PDF).unwrap();
    let changed = program.run(&["backup", "--to", &to]);
    std::fs::remove_file(&large).unwrap();
    let missing = program.run(&["backup", "--to", &to]);
    let is_there = backup.exists();
    std::fs::write(&large, content).unwrap();

    assert_eq!((changed.code, missing.code), (Some(1), Some(1)));
    assert!(
        changed.err.contains("was changed after it was kept"),
        "{}",
        changed.err
    );
    assert!(
        missing.err.contains("is not in the store"),
        "{}",
        missing.err
    );
    assert!(!is_there);
    program.must(&["backup", "--to", &to]);
}
