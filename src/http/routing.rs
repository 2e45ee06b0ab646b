//! Routes are declared once, each with who may use it. The router, the guard, `posvet routes` and the access test all
//! read the declaration; what is not declared does not exist.

use std::collections::HashMap;
use std::sync::Arc;

use actix_web::http::Method;
use serde::Serialize;

use crate::kernel::role::Role;

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "roles")]
pub enum Access {
    /// Everyone.
    Public,
    /// Whoever has the link: the address carries a token that the handler checks.
    Link,
    /// Anyone signed in.
    SignedIn,
    /// Signed in with one of these roles in the authority named in the address. Everyone else gets 404.
    Roles(&'static [Role]),
    /// Everyone, on a demonstration only.
    Demo,
}

/// One method on one address.
#[derive(Clone)]
pub struct Route {
    pub method: Method,
    /// In actix syntax: `/{lang}/{authority}`.
    pub path: &'static str,
    pub access: Access,
    handler: fn() -> actix_web::Route,
}

impl Route {
    /// A page.
    pub fn get(path: &'static str, access: Access, handler: fn() -> actix_web::Route) -> Self {
        Self {
            method: Method::GET,
            path,
            access,
            handler,
        }
    }

    /// An act.
    pub fn post(path: &'static str, access: Access, handler: fn() -> actix_web::Route) -> Self {
        Self {
            method: Method::POST,
            path,
            access,
            handler,
        }
    }

    /// What actix mounts.
    pub fn mount(&self) -> actix_web::Route {
        (self.handler)().method(self.method.clone())
    }

    /// The same for `HEAD`, which every page answers (RFC 9110, section 9.3.2).
    pub fn mount_head(&self) -> Option<actix_web::Route> {
        (self.method == Method::GET).then(|| (self.handler)().method(Method::HEAD))
    }
}

/// The access of every declared route, for the guard.
#[derive(Clone, Debug, Default)]
pub struct AccessTable {
    by_route: Arc<HashMap<(Method, String), Access>>,
}

impl AccessTable {
    /// The table of these routes.
    pub fn of(routes: &[Route]) -> Self {
        let by_route = routes
            .iter()
            .map(|route| ((route.method.clone(), route.path.to_owned()), route.access))
            .collect();
        Self {
            by_route: Arc::new(by_route),
        }
    }

    /// Who may use `method` on the address `pattern`; `None` when it was never declared.
    pub fn access(&self, method: &Method, pattern: &str) -> Option<Access> {
        let method = if method == Method::HEAD {
            &Method::GET
        } else {
            method
        };
        self.by_route
            .get(&(method.clone(), pattern.to_owned()))
            .copied()
    }
}
