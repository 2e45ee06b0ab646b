//! Every declared route is asked by everybody: the public, each role, and the same roles of another authority.

use posvet::testing::app::routes;
use posvet::testing::comments::Disposition;
use posvet::testing::consultations::Consultation;
use posvet::testing::http::{Access, Route};
use posvet::testing::kernel::role::Role;
use posvet::testing::submissions::reference;
use reqwest::Method;

use crate::harness::{Browser, TestApp, a_comment, a_consultation};

/// Somebody who asks.
struct Visitor {
    name: String,
    /// The role in Kranj, whose pages are asked for.
    role: Option<Role>,
    /// Whether they have it in one consultation alone.
    is_in_one: bool,
    is_signed_in: bool,
    browser: Browser,
}

impl Visitor {
    /// Their role on a route.
    fn role_on(&self, route: &Route) -> Option<Role> {
        let is_of_one = route.path.contains("{consultation}");
        self.role.filter(|_role| is_of_one || !self.is_in_one)
    }
}

/// People of another body with a role in this consultation alone.
async fn guests_of(app: &TestApp, consultation: &Consultation) -> Vec<Visitor> {
    let mut guests = Vec::new();
    for role in [Role::Coordinator, Role::Reviewer] {
        let browser = app.sign_in_to(consultation, role).await.staying();
        guests.push(Visitor {
            name: format!("{} of one consultation", role.into_str()),
            role: Some(role),
            is_in_one: true,
            is_signed_in: true,
            browser,
        });
    }
    guests
}

async fn visitors(app: &TestApp) -> Vec<Visitor> {
    let mut visitors = vec![Visitor {
        name: "public".to_owned(),
        role: None,
        is_in_one: false,
        is_signed_in: false,
        browser: app.browser().staying(),
    }];
    for role in [Role::Administrator, Role::Coordinator, Role::Reviewer] {
        let own = app.sign_in_as(role).await.staying();
        let other = app.sign_in_at(app.maribor, role).await.staying();
        let code = role.into_str();
        visitors.push(Visitor {
            name: code.to_owned(),
            role: Some(role),
            is_in_one: false,
            is_signed_in: true,
            browser: own,
        });
        visitors.push(Visitor {
            name: format!("{code} elsewhere"),
            role: None,
            is_in_one: false,
            is_signed_in: true,
            browser: other,
        });
    }
    visitors
}

/// The address of a route with real things in it.
fn address(route: &Route, comment: &str, notice: &str) -> String {
    let unknown = "00000000-0000-7000-8000-000000000000";
    let path = route
        .path
        .replace("/notices/{id}", &format!("/notices/{notice}"));
    [
        ("{lang}", "sl"),
        ("{authority}", "kranj"),
        ("{consultation}", "socialno-varstvo"),
        ("{comment_id}", comment),
        ("{number}", "1"),
        ("{name}", "how"),
        ("{id}", unknown),
        ("{token}", "forged"),
        ("{file:.*}", "posvet.css"),
        ("{part}", "basics"),
        ("{colour}", "1a5f4b"),
    ]
    .into_iter()
    .fold(path, |path, (name, value)| path.replace(name, value))
}

async fn ask(visitor: &Visitor, route: &Route, address: &str) -> (u16, String) {
    let mut request = visitor
        .browser
        .request(route.method.as_str().parse().unwrap(), address);
    if route.method == Method::POST.as_str() {
        request = request
            .header("sec-fetch-site", "same-origin")
            .form(&[("body", "x")]);
    }
    let page = visitor.browser.send(request).await;
    (page.status, page.header("location").unwrap_or_default())
}

/// What the declaration promises; `None` when this answer keeps the promise.
fn broken_promise(
    route: &Route,
    visitor: &Visitor,
    is_get: bool,
    status: u16,
    location: &str,
) -> Option<&'static str> {
    let to_sign_in = location.contains("/sign-in");
    let is_turned_away = status == 401 || (status == 303 && to_sign_in);
    let asks_to_sign_in = if is_get {
        status == 303 && to_sign_in
    } else {
        status == 401
    };
    match route.access {
        Access::Public if is_turned_away || status == 404 => Some("the public is let in"),
        Access::Link if status != 404 => Some("a forged link opens nothing"),
        Access::Demo if status != 404 => Some("demonstrations only"),
        Access::SignedIn | Access::Roles(_) if !visitor.is_signed_in && !asks_to_sign_in => {
            Some("sign in first")
        }
        Access::SignedIn if visitor.is_signed_in && (is_turned_away || status == 404) => {
            Some("anyone signed in is let in")
        }
        Access::Roles(roles) if visitor.is_signed_in => {
            let role = visitor.role_on(route);
            match role.is_some_and(|role| roles.contains(&role)) {
                true if is_turned_away || status == 404 => Some("the role is let in"),
                false if status != 404 => Some("others do not learn that it exists"),
                _ => None,
            }
        }
        _ => None,
    }
}

#[actix_web::test]
async fn every_route_admits_exactly_whom_it_declares() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await.to_string();
    let answered = a_comment(&consultation).answered(Disposition::Noted);
    answered.insert(&app).await;
    let notice = a_notice(&app).await;
    let person_id = app
        .person("oseba@example.org", app.kranj, Role::Reviewer)
        .await;
    let person = person_id.to_string();
    let document = a_document(&app, &consultation).await;
    let logo = crate::sign_in::a_logo(&app).await;
    let event = an_event(&app, &consultation).await;
    let mut visitors = visitors(&app).await;
    visitors.extend(guests_of(&app, &consultation).await);
    let (mut cells, mut broken) = (0, Vec::new());

    for route in routes()
        .into_iter()
        .filter(|route| !route.path.ends_with("/sign-out"))
    {
        let address = address(&route, &comment, &notice)
            .replace("{person_id}", &person)
            .replace("{document_id}", &document)
            .replace("{file_id}", &logo)
            .replace("{event}", &event)
            .replace("{reference}", &reference(&consultation.reference_prefix, 2))
            .replace("{position}", "1")
            .replace("{job_id}", "01a222be-91c0-775b-bc96-ab606a4e4076");
        assert!(
            !address.contains('{'),
            "the test does not know what to put into {}",
            route.path
        );
        for visitor in &visitors {
            // What the one before did to them is undone: they work here again.
            app.grant(person_id, app.kranj, Role::Reviewer).await;
            let (status, location) = ask(visitor, &route, &address).await;
            let is_get = route.method == "GET";
            if let Some(promise) = broken_promise(&route, visitor, is_get, status, &location) {
                broken.push(format!(
                    "{} {address} as {}: {status}, but {promise}",
                    route.method, visitor.name
                ));
            }
            cells += 1;
        }
    }

    assert!(broken.is_empty(), "{}", broken.join("\n"));
    println!("{cells} cells of routes × visitors");
}

/// A file beside a draft, brought through the desk.
async fn a_document(app: &TestApp, consultation: &Consultation) -> String {
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let desk = crate::desk::desk(consultation);
    let file = ("a.pdf", b"%PDF-1.7\n".as_slice());
    let brought = crate::preparing::bring(&coordinator, &desk, "Analiza", file).await;
    assert!(brought.has(".flash"), "{}", brought.text);
    let form = coordinator.get(&format!("{desk}/parts/documents")).await;
    form.value("input[name=related_0_file]")
}

/// A round table, as its address names it.
async fn an_event(app: &TestApp, consultation: &Consultation) -> String {
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let part = format!("{}/parts/events", crate::desk::desk(consultation));
    let base = coordinator.get(&part).await.value("input[name=base]");
    let form = [
        ("base", base.as_str()),
        ("action", "save"),
        ("event_0_title", "Okrogla miza"),
        ("event_0_starts_at", "2099-03-30T17:00"),
    ];
    let saved = coordinator.post(&part, &form).await;
    assert!(saved.has(".flash"), "{}", saved.text);
    let page = app.browser().get("/sl/kranj/socialno-varstvo").await;
    let links = page.hrefs().into_iter();
    let mut names = links.filter_map(|link| {
        let (_before, name) = link.split_once("/events/")?;
        name.strip_suffix(".ics").map(str::to_owned)
    });
    names.next().expect("a link to the event")
}

/// A draft of a notice, made through the desk.
async fn a_notice(app: &TestApp) -> String {
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let form = [
        ("subject", "Rok se izteka"),
        ("body", "Še tri dni."),
        ("audience", "consultation"),
    ];
    let page = coordinator
        .post("/sl/desk/kranj/socialno-varstvo/notices", &form)
        .await;
    page.url.rsplit('/').next().unwrap().to_owned()
}

#[actix_web::test]
async fn what_is_not_declared_does_not_exist() {
    let app = TestApp::spawn().await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;

    for path in [
        "/admin",
        "/sl/desk/kranj/socialno-varstvo/secret",
        "/metrics",
        "/sl/desk/kranj",
    ] {
        assert_eq!(coordinator.get(path).await.status, 404, "{path}");
    }
    for method in [Method::PUT, Method::DELETE, Method::PATCH] {
        let request = coordinator.request(method.clone(), "/sl/kranj");
        let status = coordinator.send(request).await.status;
        assert!(status == 404 || status == 405, "{method}: {status}");
    }
}
