//! What a page says first after an act: the act leaves a code in the address it leads to, as `?done=saved`.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use url::form_urlencoded;

use super::Error;

/// The code in the address. Anybody can write one there, so a page names those it can speak of.
#[derive(Clone, Debug, Default)]
pub struct Done(Option<String>);

impl Done {
    /// What the address of a request says.
    pub fn of(request: &HttpRequest) -> Self {
        let code = form_urlencoded::parse(request.query_string().as_bytes())
            .find(|(name, _value)| name == "done")
            .map(|(_name, code)| code.into_owned());
        Self(code)
    }

    /// The code, if it is one of `known`; each has a message `http-flash-{code}`.
    pub fn one_of(&self, known: &[&str]) -> Option<String> {
        self.0.clone().filter(|code| known.contains(&code.as_str()))
    }
}

impl FromRequest for Done {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}
