//! Lists of names stand in the order of the Slovene alphabet, on both databases.

use diesel::RunQueryDsl as _;
use posvet::testing::accounts::{self, NewAuthority};
use posvet::testing::db::DatabaseError;
use posvet::testing::kernel::alphabet;
use posvet::testing::kernel::role::Role;
use posvet::testing::kernel::token::hex;

use crate::harness::{TestApp, TestDatabase, a_consultation, backend_name};
use crate::sign_in::invite;

#[actix_web::test]
async fn authorities_and_people_stand_in_the_order_of_the_alphabet() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    for (number, name) in [
        "Žiri",
        "Črnomelj",
        "Cerkno",
        "Šentjur",
        "Sežana",
        "Đurđevac",
        "Dravograd",
    ]
    .into_iter()
    .enumerate()
    {
        insert_authority(&app, name).await;
        let email = format!("oseba.{number}@example.org");
        let link = invite(&app, &administrator, &email, "reviewer", "").await;
        let fields = [("display_name", name), ("password", "lipa kraj vode")];
        let page = app.browser().post(&link, &fields).await;
        assert_eq!(page.status, 200);
    }
    let expected = [
        "Cerkno",
        "Črnomelj",
        "Dravograd",
        "Đurđevac",
        "Sežana",
        "Šentjur",
        "Žiri",
    ];
    let only = |names: Vec<String>| -> Vec<String> {
        names
            .into_iter()
            .filter(|name| expected.contains(&name.as_str()))
            .collect()
    };

    let home = app.browser().get("/sl").await;
    let people = administrator.get("/sl/desk/kranj/people").await;

    assert_eq!(only(home.texts("aside li a")), expected);
    assert_eq!(only(people.texts("tbody th a")), expected);
}

async fn insert_authority(app: &TestApp, name: &str) {
    let now = app.clock.now();
    let slug = format!("a{}", hex(&app.state.context.ids.bytes::<4>()));
    let authority = NewAuthority {
        reference_prefix: slug.to_uppercase(),
        slug,
        name: name.to_owned(),
        short_name: name.to_owned(),
        contact_email: "posvet@example.org".to_owned(),
        ..NewAuthority::begun(app.state.context.ids.next(now))
    };
    app.db()
        .write::<_, DatabaseError, _>(move |connection| {
            accounts::insert_authority(connection, &authority, now)
        })
        .await
        .unwrap();
}

#[test]
fn the_order_is_the_one_of_icu() {
    if backend_name() != "PostgreSQL" {
        return;
    }
    #[derive(diesel::QueryableByName)]
    struct Name {
        #[diesel(sql_type = diesel::sql_types::Text)]
        name: String,
    }
    let mut names: Vec<&str> = "Ana Novak|Ana-Marija Novak|Anamarija|ana novak|Čatež ob Savi|Čatež|Cerkno|Ćirić|Član B|\
         Članica A|Črt|Daša|Đorđe|Dravograd|Łukasz|Mueller|Müller|Muller|O'Neill|Oneill|Občina 2|Občina 10|Øyvind|Šentjur|Sežana|\
         Škofja Loka|Straße|Strasse|Zreče|Žalec|Živa|Zavod Čebelica|Žiga, d. o. o.|Žiga d.o.o."
        .split('|')
        .collect();
    let rows: Vec<String> = names
        .iter()
        .map(|name| format!("('{}')", name.replace('\'', "''")))
        .collect();
    let sql = format!(
        "select name from (values {}) as names (name) order by name collate \"sl-x-icu\"",
        rows.join(", ")
    );
    let database = TestDatabase::migrated();
    let expected: Vec<Name> = diesel::sql_query(sql)
        .load(&mut database.url.connect().unwrap())
        .unwrap();

    alphabet::sort_by_name(&mut names, |name| name);

    let expected: Vec<&str> = expected.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, expected);
}
