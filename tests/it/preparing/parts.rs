//! Beginning, changing parts, giving up.

use chrono::TimeDelta;
use diesel::prelude::*;
use posvet::testing::db::DatabaseError;
use posvet::testing::db::schema::{audit_events, staff};
use posvet::testing::kernel::role::Role;

use super::*;

#[actix_web::test]
async fn three_fields_begin_a_consultation_nobody_else_sees() {
    let (app, browser) = coordinator().await;

    let page = begin(&browser).await;

    assert_eq!(page.status, 200, "{}", page.text);
    assert!(
        page.url.starts_with(&format!("{DESK}/overview")),
        "{}",
        page.url
    );
    assert!(says(&page, "Napovedati še ne morete."), "{}", page.text);
    let anyone = app.browser();
    assert_eq!(anyone.get(PUBLIC).await.status, 404);
    assert!(
        !anyone
            .get("/sl/kranj")
            .await
            .text
            .contains("Strategija varstva")
    );
    let elsewhere = app.sign_in_at(app.maribor, Role::Coordinator).await;
    assert_eq!(elsewhere.get(&format!("{DESK}/overview")).await.status, 404);
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    assert_eq!(reviewer.get(&format!("{DESK}/overview")).await.status, 404);
}

#[actix_web::test]
async fn what_is_wrong_is_said_beside_the_field_and_nothing_is_lost() {
    let (_app, browser) = coordinator().await;
    let fields = [
        ("title", "Moja strategija"),
        ("first_day", "10. 3. 2022"),
        ("last_day", "9. 3. 2022"),
    ];

    let page = browser.post("/sl/desk/kranj/new", &fields).await;

    assert_eq!(page.status, 422);
    assert_eq!(page.value("#title"), "Moja strategija");
    assert_eq!(page.value("#last_day"), "9. 3. 2022");
    assert!(says(&page, "Konec mora biti po začetku"), "{}", page.text);
}

#[actix_web::test]
async fn whoever_saves_second_sees_both_versions() {
    let (app, browser) = coordinator().await;
    begin(&browser).await;
    let other = app.sign_in_as(Role::Coordinator).await;
    let form = browser.get(&format!("{DESK}/parts/basics")).await;
    let base = base_of(&form);
    let mut theirs = BASICS;
    theirs[3] = ("purpose", "Razlog sodelavke.");
    assert_eq!(save(&other, "basics", &theirs).await.status, 200);

    let mut mine = vec![("base", base.as_str()), ("action", "save")];
    mine.extend(BASICS);
    let refused = browser.post(&format!("{DESK}/parts/basics"), &mine).await;

    assert_eq!(refused.status, 409);
    assert!(says(&refused, "Razlog sodelavke."), "{}", refused.text);
    assert!(says(&refused, "Ker je potrebna."), "{}", refused.text);
    let again = base_of(&refused);
    let mut mine = vec![("base", again.as_str()), ("action", "save")];
    mine.extend(BASICS);
    let saved = browser.post(&format!("{DESK}/parts/basics"), &mine).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    let history = browser.get(&format!("{DESK}/history")).await;
    for told in ["Razlog sodelavke.", "Ker je potrebna.", "coordinator"] {
        assert!(says(&history, told), "{told}: {}", history.text);
    }
}

#[actix_web::test]
async fn a_title_changed_after_the_announcement_stays_public() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    announce(&browser).await;
    let browser = later(&app, "2022-02-02T08:00:00Z").await;
    let mut renamed = BASICS;
    renamed[0] = ("title", "Strategija varstva do leta 2030");
    renamed[5] = ("valid_to", "2030");

    assert_eq!(save(&browser, "basics", &renamed).await.status, 200);

    app.clock.set(app.clock.now().plus(TimeDelta::seconds(2)));
    let page = app.browser().get(PUBLIC).await;
    for told in [
        "Strategija varstva do leta 2030",
        "2022–2030",
        "Strategija varstva 2022–2028",
        "(2022–2028)",
    ] {
        assert!(says(&page, told), "{told}: {}", page.text);
    }
    let mut moved = renamed;
    moved[2] = ("slug", "drugam");
    assert_eq!(save(&browser, "basics", &moved).await.status, 409);
}

#[actix_web::test]
async fn what_never_was_public_can_be_given_up_and_what_was_cannot() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    let delete = format!("{DESK}/overview/delete");
    assert_eq!(browser.post(&delete, &[]).await.status, 200);
    assert_eq!(browser.get(&format!("{DESK}/overview")).await.status, 404);

    prepare(&browser).await;
    announce(&browser).await;
    assert_eq!(browser.post(&delete, &[]).await.status, 409);
    assert_eq!(app.browser().get(PUBLIC).await.status, 200);
}

#[actix_web::test]
async fn a_consultation_takes_over_what_an_older_one_has() {
    let (_app, browser) = coordinator().await;
    prepare(&browser).await;
    let group = [
        ("appointing_act", "Sklep župana"),
        ("member_0_role", "Vodja"),
        ("member_0_name", "Oseba A"),
        ("member_1_role", "Član"),
        ("member_1_name", "Oseba B"),
        ("member_1_public", "true"),
    ];
    save(&browser, "group", &group).await;
    let fields = [
        ("title", "Druga strategija"),
        ("first_day", "2022-06-01"),
        ("last_day", "2022-07-15"),
        ("like", "strategija-varstva-2022-2028"),
    ];

    browser.post("/sl/desk/kranj/new", &fields).await;

    let channels = browser
        .get("/sl/desk/kranj/druga-strategija/parts/channels")
        .await;
    assert!(says(&channels, "Tudi po pošti."), "{}", channels.text);
    assert_eq!(channels.value("#contact_0_name"), "Koordinatorka");
    let group = browser
        .get("/sl/desk/kranj/druga-strategija/parts/group")
        .await;
    assert_eq!(group.value("#member_1_name"), "Oseba B");
}

#[actix_web::test]
async fn a_name_in_the_working_group_is_public_only_where_it_was_said() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    let group = [
        ("member_0_role", "Vodja"),
        ("member_0_name", "Oseba Skrita"),
        ("member_1_role", "Član"),
        ("member_1_name", "Oseba Javna"),
        ("member_1_public", "true"),
    ];
    save(&browser, "group", &group).await;
    announce(&browser).await;

    let page = app.browser().get(PUBLIC).await;

    assert!(says(&page, "Oseba Javna"), "{}", page.text);
    assert!(!page.text.contains("Oseba Skrita"), "{}", page.text);
}

#[actix_web::test]
async fn every_act_of_a_coordinator_is_in_the_chain() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    announce(&browser).await;
    let extension = [("last_day", "2022-04-20"), ("reason", "Prazniki.")];
    browser
        .post(&format!("{DESK}/overview/extend"), &extension)
        .await;

    let acts: Vec<(String, String)> = app
        .db()
        .read(|connection| {
            Ok::<_, DatabaseError>(
                audit_events::table
                    .filter(audit_events::action.like("consultation.%"))
                    .order(audit_events::sequence)
                    .select((audit_events::action, audit_events::actor))
                    .load(connection)?,
            )
        })
        .await
        .unwrap();
    let id: posvet::testing::kernel::ids::StaffId = app
        .db()
        .read(|connection| {
            Ok::<_, DatabaseError>(
                staff::table
                    .filter(staff::email.like("coordinator.%"))
                    .select(staff::id)
                    .first(connection)?,
            )
        })
        .await
        .unwrap();

    let names: Vec<&str> = acts.iter().map(|(act, _who)| act.as_str()).collect();
    assert_eq!(
        names,
        [
            "consultation.created",
            "consultation.changed",
            "consultation.changed",
            "consultation.changed",
            "consultation.announced",
            "consultation.extended",
        ]
    );
    assert!(acts.iter().all(|(_act, who)| *who == format!("staff:{id}")));
}

#[actix_web::test]
async fn what_the_gate_asked_for_stays_once_it_was_passed() {
    let (_app, browser) = coordinator().await;
    prepare(&browser).await;
    let without_privacy = [CHANNELS[0], CHANNELS[2]];
    assert_eq!(
        save(&browser, "channels", &without_privacy).await.status,
        200
    );
    save(&browser, "channels", &CHANNELS).await;
    assert_eq!(announce(&browser).await.status, 200);

    let emptied = save(&browser, "channels", &without_privacy).await;
    assert_eq!(emptied.status, 422);
    assert!(emptied.has("#privacy_note-error"), "{}", emptied.text);
    assert_eq!(emptied.value("#contact_0_name"), "Koordinatorka");
    let nameless = [CHANNELS[0], CHANNELS[1]];
    let emptied = save(&browser, "channels", &nameless).await;
    assert!(emptied.has("#contact_0_name-error"), "{}", emptied.text);
    let mut without_purpose = BASICS;
    without_purpose[3] = ("purpose", "");
    let emptied = save(&browser, "basics", &without_purpose).await;
    assert!(emptied.has("#purpose-error"), "{}", emptied.text);
}

#[actix_web::test]
async fn how_long_before_it_is_announced_depends_on_the_kind_of_procedure() {
    let (app, browser) = coordinator().await;
    prepare_in(&browser, "2022-02-15", "2022-03-30").await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let saved = crate::sign_in::settings_of_kranj(&administrator).await;
    assert!(saved.has(".flash"), "{}", saved.text);
    let with = async |procedure: &str| {
        let mut basics = BASICS.to_vec();
        basics.push(("procedure", procedure));
        assert!(save(&browser, "basics", &basics).await.has(".flash"));
        let form = browser.get(&format!("{DESK}/parts/basics")).await;
        assert_eq!(form.value("#procedure option[selected]"), procedure);
        browser.get(&format!("{DESK}/overview")).await
    };

    let mut unknown = BASICS.to_vec();
    unknown.push(("procedure", "coronation"));
    let refused = save(&browser, "basics", &unknown).await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("#procedure-error"), "{}", refused.text);
    // Fourteen days before: enough for rules, thirty are asked for before a spatial plan.
    assert!(!says(&with("regulation").await, "Napovedati je treba"));
    let spatial = with("spatial").await;
    assert!(
        says(&spatial, "čez 14 dni. Napovedati je treba vsaj 30 dni prej"),
        "{}",
        spatial.text
    );
    assert_eq!(announce(&browser).await.status, 409);
    with("regulation").await;
    assert!(announce(&browser).await.has(".flash"));
}
