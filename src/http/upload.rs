//! Reads a form with a file in it (RFC 7578). Only behind a route that asks for a role: the body is held in memory.

use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{Bytes, Payload};
use actix_web::{HttpRequest, web};
use futures_util::StreamExt as _;
use futures_util::stream;
use multer::Multipart;

use super::Error;
use crate::kernel::plain_text;

/// What a form may be larger than its file by.
const BESIDE: usize = 64 * 1024;

/// Longest time the whole may take to arrive: 20 MB over a slow line.
const DEADLINE: Duration = Duration::from_secs(120);

/// More is not even thrown away.
const MOST_THROWN_AWAY: usize = 512 * 1024 * 1024;

/// A form with a file.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    /// The fields before the file, as plain text.
    pub fields: Vec<(String, String)>,
    /// The file, if one was chosen.
    pub file: Option<SentFile>,
    /// Whether it was larger than allowed; then there is no file.
    pub is_too_large: bool,
}

/// A file as it was sent.
#[derive(Clone, Debug)]
pub struct SentFile {
    /// What it is called, as the browser says.
    pub name: String,
    pub content: Bytes,
}

impl Upload {
    /// What stands in a field.
    pub fn value(&self, name: &str) -> String {
        let field = self.fields.iter().find(|(field, _value)| field == name);
        field
            .map(|(_name, value)| value.clone())
            .unwrap_or_default()
    }
}

/// Reads the form. What is more than `most` bytes is read to its end and thrown away, so that the browser gets an answer with
/// the rest of the form, instead of a broken connection.
///
/// # Errors
/// 400 when it is no such form, 408 when it takes too long, 413 far above what is allowed.
pub async fn read(request: &HttpRequest, payload: Payload, most: usize) -> Result<Upload, Error> {
    let kind = request.headers().get(CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or("");
    let boundary = multer::parse_boundary(kind).map_err(|_other| Error::bad_request())?;
    let collected = tokio::time::timeout(DEADLINE, collect(payload, most + BESIDE)).await;
    let (chunks, is_too_large) = collected
        .map_err(|_elapsed| Error::new(StatusCode::REQUEST_TIMEOUT, "http-error-too-slow"))??;
    parse(chunks, boundary, is_too_large).await
}

/// What arrived, in its pieces; of what is too large only the beginning, where the fields are.
async fn collect(mut payload: web::Payload, most: usize) -> Result<(Vec<Bytes>, bool), Error> {
    let (mut chunks, mut kept, mut thrown_away) = (Vec::new(), 0, 0);
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_broken| Error::bad_request())?;
        if thrown_away == 0 && kept + chunk.len() <= most {
            kept += chunk.len();
            chunks.push(chunk);
        } else {
            if thrown_away == 0 {
                chunks = vec![beginning(&chunks)];
            }
            thrown_away += chunk.len();
            if thrown_away > MOST_THROWN_AWAY {
                return Err(Error::new(
                    StatusCode::PAYLOAD_TOO_LARGE,
                    "http-error-too-large",
                ));
            }
        }
    }
    Ok((chunks, thrown_away > 0))
}

/// As much of what arrived as the fields before the file may take.
fn beginning(chunks: &[Bytes]) -> Bytes {
    chunks.iter().flatten().take(BESIDE).copied().collect()
}

async fn parse(chunks: Vec<Bytes>, boundary: String, is_too_large: bool) -> Result<Upload, Error> {
    let body = stream::iter(chunks.into_iter().map(Ok::<_, std::convert::Infallible>));
    let mut parts = Multipart::new(body, boundary);
    let mut upload = Upload {
        is_too_large,
        ..Upload::default()
    };
    loop {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => return Ok(upload),
            // Of what was cut off the end is missing; what stands before the file is kept.
            Err(_cut) if is_too_large => return Ok(upload),
            Err(_broken) => return Err(Error::bad_request()),
        };
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let content = match part.bytes().await {
            Ok(content) => content,
            Err(_cut) if is_too_large => return Ok(upload),
            Err(_broken) => return Err(Error::bad_request()),
        };
        match file_name {
            Some(_none) if content.is_empty() && !is_too_large => {}
            Some(file_name) => {
                upload.file = Some(SentFile {
                    name: plain_text::line(&file_name),
                    content,
                });
            }
            None => {
                let text = String::from_utf8(content.to_vec());
                let text = text.map_err(|_other| Error::bad_request())?;
                upload.fields.push((name, plain_text::lines(&text)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &str = "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nAnaliza\r\n\
        --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF\0\x07\r\n--x--\r\n";

    #[tokio::test]
    async fn a_form_is_read_with_its_file_and_what_stands_before_it() {
        let upload = parse(vec![Bytes::from(FORM)], "x".to_owned(), false).await;

        let upload = upload.expect("a form");
        assert_eq!(upload.value("title"), "Analiza");
        let file = upload.file.expect("a file");
        assert_eq!(file.name, "a.pdf");
        assert!(file.content.starts_with(b"%PDF\0"));
    }

    #[tokio::test]
    async fn of_what_was_cut_off_the_rest_is_kept() {
        let cut = FORM.split("PDF").next().expect("a beginning").to_owned();

        let kept = parse(vec![Bytes::from(cut.clone())], "x".to_owned(), true).await;
        let broken = parse(vec![Bytes::from(cut)], "x".to_owned(), false).await;

        assert_eq!(kept.expect("kept").value("title"), "Analiza");
        assert!(broken.is_err());
    }
}
