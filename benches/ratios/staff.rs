//! A coordinator at the desk.

use std::net::SocketAddr;

use anyhow::{Context, ensure};
use posvet::testing::demo::DEMO_PASSWORD;

use crate::client::{Answer, Connection};

/// Somebody who has signed in.
pub(crate) struct Coordinator {
    address: SocketAddr,
    cookie: String,
}

/// A request of a form from one of our own pages.
pub(crate) fn form(path: &str, cookie: &str, fields: &[(&str, &str)]) -> anyhow::Result<String> {
    let form = serde_urlencoded::to_string(fields)?;
    Ok(format!(
        "POST {path} HTTP/1.1\r\nhost: posvet.example.org\r\nsec-fetch-site: same-origin\r\ncookie: {cookie}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    ))
}

impl Coordinator {
    pub(crate) async fn sign_in(address: SocketAddr) -> anyhow::Result<Self> {
        let fields = [
            ("email", "koordinatorka@example.org"),
            ("password", DEMO_PASSWORD),
        ];
        let request = form("/sl/sign-in", "", &fields)?;
        let mut connection = Connection::open(address).await?;
        let answer = connection.ask(request.as_bytes()).await?;
        let cookie = answer
            .header("set-cookie")
            .context("no cookie: not signed in")?;
        Ok(Self {
            address,
            cookie: cookie.split(';').next().unwrap_or_default().to_owned(),
        })
    }

    /// The request for a page of the desk.
    pub(crate) fn request(&self, path: &str) -> String {
        format!(
            "GET {path} HTTP/1.1\r\nhost: posvet.example.org\r\ncookie: {}\r\n\r\n",
            self.cookie
        )
    }

    /// A page of the desk.
    pub(crate) async fn get(&self, path: &str) -> anyhow::Result<Answer> {
        let answer = self.ask(&self.request(path)).await?;
        ensure!(answer.status == 200, "{path}: answered {}", answer.status);
        Ok(answer)
    }

    /// Sends a form of the desk, which must lead on.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<Answer> {
        let answer = self.ask(&form(path, &self.cookie, fields)?).await?;
        ensure!(
            answer.status == 303,
            "{path}: answered {}\n{}",
            answer.status,
            String::from_utf8_lossy(&answer.body)
        );
        Ok(answer)
    }

    async fn ask(&self, request: &str) -> anyhow::Result<Answer> {
        let mut connection = Connection::open(self.address).await?;
        connection.ask(request.as_bytes()).await
    }
}
