//! Every mail with parameters as the workers give them.

use posvet::testing::http::{render::MailParts, render::Templates};
use posvet::testing::i18n::Language;
use serde_json::{Value, json};

use super::of_consultation;

const BASE: &str = "https://posvet.example.org/sl";

/// Every mail in a language: its name and its parts.
pub fn mails(templates: &Templates, lang: Language) -> Vec<(&'static str, MailParts)> {
    let site = of_consultation();
    messages()
        .into_iter()
        .map(|(name, params)| {
            let parts = templates.render_mail(lang, &site, name, &params);
            (
                name,
                parts.unwrap_or_else(|error| panic!("{name}: {error:?}")),
            )
        })
        .collect()
}

fn messages() -> Vec<(&'static str, Value)> {
    let subscription = json!({
        "subject": "Socialno varstvo 2022–2028",
        "confirm_url": format!("{BASE}/subscriptions/1/token/confirm"),
        "unsubscribe_url": format!("{BASE}/subscriptions/1/token/unsubscribe"),
    });
    vec![
        ("confirm_submission", confirmation()),
        ("submission_received", submission()),
        ("responses_released", submission()),
        ("confirm_subscription", subscription.clone()),
        ("already_subscribed", subscription),
        ("set_up_done", json!({"authority": "Mestna občina Kranj"})),
        ("invitation", account_mail("invitations")),
        ("new_password", account_mail("new-password")),
        ("new_address", account_mail("new-address")),
        ("password_changed", json!({})),
        ("address_changed", json!({"address": "nova@example.org"})),
        ("second_factor_set", json!({})),
        ("second_factor_removed", json!({})),
        ("notice", notice(false)),
        ("confirm_together", together()),
    ]
}

fn account_mail(section: &str) -> Value {
    json!({
        "authority": "Mestna občina Kranj",
        "role": "reviewer",
        "expires_at": "2022-04-13T19:14:07Z",
        "account_url": format!("{BASE}/{section}/1/token"),
    })
}

fn together() -> Value {
    let item = |message: &str, reference: Option<&str>| {
        json!({
            "message": message,
            "authority": "Mestna občina Kranj",
            "reference": reference,
            "title": "Socialno varstvo 2022–2028",
            "confirm_url": format!("{BASE}/1/token/confirm"),
            "unsubscribe_url": format!("{BASE}/1/token/unsubscribe"),
        })
    };
    json!({ "items": [
        item("confirm_submission", Some("KRANJ-2022-0042")),
        item("confirm_subscription", None),
        item("already_subscribed", None),
    ] })
}

fn confirmation() -> Value {
    json!({
        "reference": "KRANJ-2022-0042",
        "received_at": "2022-04-06T19:14:07Z",
        "confirm_by": "2022-04-13T19:14:07Z",
        "confirm_url": format!("{BASE}/submissions/1/token/confirm"),
        "tracking_url": format!("{BASE}/submissions/1/token"),
        "places": [{"section": 3, "heading": "3.2", "paragraph": 5, "goal": null}],
        "is_reminder": true,
    })
}

fn submission() -> Value {
    json!({
        "reference": "KRANJ-2022-0042",
        "received_at": "2022-04-06T19:14:07Z",
        "confirm_url": format!("{BASE}/submissions/1/token/confirm"),
        "tracking_url": format!("{BASE}/submissions/1/token"),
        "register_url": format!("{BASE}/kranj/socialno-varstvo/register"),
        "answers_expected_on": "2022-05-13",
        "comments": [{
            "number": 1,
            "place": {"section": 3, "heading": "3.2", "paragraph": 5, "goal": null},
            "body": "Noči so mrzle tudi oktobra.\nPodaljšajte <obratovanje>.",
            "proposed_text": "Zavetišče obratuje od 1. oktobra do 30. aprila.",
            "outcome": {
                "disposition": "not_accepted",
                "reason": "Za celoletno delovanje ni sredstev.",
                "change": null,
                "is_unchanged": true,
            },
        }, {
            "number": 2,
            "place": {"section": 3, "heading": "3.2", "paragraph": 6, "goal": null},
            "body": "Naj se objavi tudi seznam.",
            "proposed_text": "",
            "outcome": {
                "disposition": "accepted",
                "reason": "Seznam bo objavljen.",
                "change": {"from": "Seznam <ni> javen.", "to": "Seznam je javen & dostopen."},
                "is_unchanged": false,
            },
        }],
    })
}

fn notice(is_test: bool) -> Value {
    json!({
        "subject": "Še tri dni za pripombe",
        "paragraphs": ["Pozdravljeni,", "v nedeljo se izteče rok za pripombe."],
        "draft_url": format!("{BASE}/kranj/socialno-varstvo"),
        "closes_at": "2022-04-10T22:00:00Z",
        "audience": "authority",
        "is_test": is_test,
        "unsubscribe_url": format!("{BASE}/subscriptions/1/token/unsubscribe"),
    })
}
