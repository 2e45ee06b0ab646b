//! What an authority says of itself.

use chrono::TimeDelta;
use diesel::prelude::*;
use posvet::testing::db::{DatabaseError, schema::cache_versions};
use posvet::testing::kernel::role::Role;

use crate::harness::{Browser, Page, TestApp};

pub(super) const FIELDS: [(&str, &str); 12] = [
    ("name", "Mestna občina Kranj"),
    ("short_name", "Kranj"),
    ("department", "Urad za družbene dejavnosti"),
    ("contact_email", "novi@example.org"),
    ("contact_phone", ""),
    ("postal_address", "Slovenski trg 1"),
    ("time_zone", "Europe/Ljubljana"),
    ("shortest_window", "15"),
    ("announced_before", "0"),
    ("announced_before_regulation", "14"),
    ("announced_before_spatial", "30"),
    ("english", "true"),
];
const SETTINGS: &str = "/sl/desk/kranj/settings";

pub async fn settings_of_kranj(administrator: &Browser) -> Page {
    administrator.post(SETTINGS, &FIELDS).await
}

/// The settings of Kranj with one more field.
pub(super) async fn settings_with(administrator: &Browser, name: &str, value: &str) -> Page {
    let mut fields = FIELDS.to_vec();
    fields.push((name, value));
    administrator.post(SETTINGS, &fields).await
}

#[actix_web::test]
async fn what_an_administrator_changes_is_on_the_public_pages() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    assert_eq!(app.browser().get("/sl/kranj").await.status, 200);

    let saved = settings_of_kranj(&administrator).await;

    assert_eq!((saved.status, saved.url.as_str()), (200, SETTINGS));
    assert_eq!(saved.value("#shortest_window"), "15");
    let kranj = app.kranj.to_string();
    let told: i64 = app
        .db()
        .read_blocking(move |connection| {
            let of_kranj = cache_versions::table.find(kranj);
            Ok::<_, DatabaseError>(of_kranj.select(cache_versions::version).first(connection)?)
        })
        .unwrap();
    assert_eq!(told, 1, "no node is told");
    app.state.pages.clear();
    app.clock.set(app.clock.now().plus(TimeDelta::seconds(1)));
    let home = app.browser().get("/sl/kranj").await;
    assert!(home.text.contains("novi@example.org"), "{}", home.text);
}

#[actix_web::test]
async fn wrong_settings_are_refused_beside_the_field_and_only_administrators_may() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let mut wrong = FIELDS;
    wrong[3] = ("contact_email", "");
    wrong[6] = ("time_zone", "Luna/Morje");
    wrong[7] = ("shortest_window", "dolgo");

    let page = administrator.post(SETTINGS, &wrong).await;

    assert_eq!(page.status, 422);
    for field in ["contact_email", "time_zone", "shortest_window"] {
        assert!(page.has(&format!("#{field}-error")), "{field}");
    }
    assert_eq!(page.value("#time_zone"), "Luna/Morje");
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    assert_eq!(coordinator.get(SETTINGS).await.status, 404);
    assert_eq!(settings_of_kranj(&coordinator).await.status, 404);
}
