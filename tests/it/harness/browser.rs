//! A browser: keeps cookies, follows redirects, says where a request came from.

use std::sync::Arc;

use reqwest::cookie::{CookieStore as _, Jar};
use reqwest::redirect::Policy;
use scraper::{Html, Selector};

/// Somebody's browser.
#[derive(Clone)]
pub struct Browser {
    client: reqwest::Client,
    base: String,
    jar: Arc<Jar>,
}

/// What was answered in the end, and where.
#[derive(Clone, Debug)]
pub struct Page {
    pub status: u16,
    pub text: String,
    /// The path that was answered, after redirects.
    pub url: String,
    pub headers: reqwest::header::HeaderMap,
}

impl Browser {
    pub fn new(base: &str) -> Self {
        let jar = Arc::new(Jar::default());
        let client = client(&jar, Policy::limited(5));
        Self {
            client,
            base: base.to_owned(),
            jar,
        }
    }

    /// The same person without following redirects.
    pub fn staying(&self) -> Self {
        Self {
            client: client(&self.jar, Policy::none()),
            base: self.base.clone(),
            jar: Arc::clone(&self.jar),
        }
    }

    /// The same person on another node.
    pub fn at(&self, base: &str) -> Self {
        Self {
            base: base.to_owned(),
            ..self.clone()
        }
    }

    pub async fn get(&self, path: &str) -> Page {
        self.send(self.client.get(self.url(path))).await
    }

    /// Posts a form of one of our own pages.
    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Page {
        self.send(
            self.client
                .post(self.url(path))
                .header("sec-fetch-site", "same-origin")
                .form(form),
        )
        .await
    }

    /// Sends a form with a file in it.
    pub async fn upload(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        (field, name, content): (&str, &str, &[u8]),
    ) -> Page {
        let mut body = String::new();
        for (field, value) in fields {
            body += &format!(
                "--x7\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
            );
        }
        body += &format!(
            "--x7\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: \
             application/octet-stream\r\n\r\n"
        );
        let body = [body.as_bytes(), content, b"\r\n--x7--\r\n"].concat();
        let request = self
            .request(reqwest::Method::POST, path)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "multipart/form-data; boundary=x7")
            .body(body);
        self.send(request).await
    }

    /// A request to be made up by the test.
    pub fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        self.client.request(method, self.url(path))
    }

    pub async fn send(&self, request: reqwest::RequestBuilder) -> Page {
        let response = request.send().await.unwrap();
        Page {
            status: response.status().as_u16(),
            url: response.url().path().to_owned(),
            headers: response.headers().clone(),
            text: response.text().await.unwrap(),
        }
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        let cookies = self.jar.cookies(&self.base.parse().unwrap())?;
        let cookies = cookies.to_str().unwrap();
        cookies
            .split("; ")
            .find_map(|cookie| cookie.strip_prefix(&format!("{name}=")).map(str::to_owned))
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.jar.add_cookie_str(
            &format!("{name}={value}; Path=/"),
            &self.base.parse().unwrap(),
        );
    }

    fn url(&self, path: &str) -> String {
        let path = path.strip_prefix(&self.base).unwrap_or(path);
        format!("{}{path}", self.base)
    }
}

/// A client that talks to this machine only. Its library wants to know whom to encrypt with, though nothing is.
pub fn client_builder() -> reqwest::ClientBuilder {
    let _already = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder().no_proxy()
}

fn client(jar: &Arc<Jar>, redirects: Policy) -> reqwest::Client {
    client_builder()
        .cookie_provider(Arc::clone(jar))
        .redirect(redirects)
        .build()
        .unwrap()
}

impl Page {
    pub fn html(&self) -> &str {
        &self.text
    }

    /// The text of every element that matches.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let document = Html::parse_document(&self.text);
        let selector = Selector::parse(selector).unwrap();
        let texts = document
            .select(&selector)
            .map(|element| element.text().collect::<String>().trim().to_owned());
        texts.collect()
    }

    /// The text of the first element that matches.
    pub fn text(&self, selector: &str) -> String {
        let found = self.texts(selector).into_iter().next();
        found.unwrap_or_else(|| panic!("no {selector} in {}", self.text))
    }

    pub fn has(&self, selector: &str) -> bool {
        !self.texts(selector).is_empty()
    }

    /// An attribute of the first element that matches.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let document = Html::parse_document(&self.text);
        let element = document
            .select(&Selector::parse(selector).unwrap())
            .next()?;
        element.value().attr(name).map(str::to_owned)
    }

    pub fn value(&self, selector: &str) -> String {
        self.attribute(selector, "value")
            .unwrap_or_else(|| panic!("no value at {selector} in {}", self.text))
    }

    pub fn href(&self, selector: &str) -> Option<String> {
        self.attribute(selector, "href")
    }

    /// Where every link on the page leads.
    pub fn hrefs(&self) -> Vec<String> {
        self.hrefs_of("a[href]")
    }

    /// Where every link that matches leads.
    pub fn hrefs_of(&self, selector: &str) -> Vec<String> {
        let document = Html::parse_document(&self.text);
        let selector = Selector::parse(selector).unwrap();
        let links = document
            .select(&selector)
            .filter_map(|link| link.value().attr("href").map(str::to_owned));
        links.collect()
    }

    pub fn header(&self, name: &str) -> Option<String> {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned)
    }
}
