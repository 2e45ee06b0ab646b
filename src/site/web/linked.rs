//! What pages say to programs: JSON-LD with the words of schema.org.

use serde_json::{Value, json};

use crate::consultations::{Authority, Consultation, Event};
use crate::i18n::Language;

/// An authority.
pub(super) fn authority(base_url: &str, lang: Language, authority: &Authority) -> String {
    let mut said = organisation(base_url, lang, authority);
    if let Some(object) = said.as_object_mut() {
        object.insert("@context".to_owned(), json!("https://schema.org"));
    }
    script(&said)
}

/// A consultation, as an event online that lasts as long as comments are accepted, and the events of its work.
pub(super) fn consultation(
    base_url: &str,
    lang: Language,
    one: &Consultation,
    events: &[Event],
) -> String {
    let english = lang == Language::En;
    let url = format!(
        "{base_url}/{}/{}/{}",
        lang.into_str(),
        one.authority.slug,
        one.slug
    );
    let status = match one.withdrawn_at {
        Some(_withdrawn) => "https://schema.org/EventCancelled",
        None => "https://schema.org/EventScheduled",
    };
    script(&json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "name": one.title_in(english),
        "inLanguage": one.title_language(english).into_str(),
        "description": one.summary_in(english),
        "url": url,
        "startDate": one.window.opens_at,
        "endDate": one.window.closes_at,
        "eventStatus": status,
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "location": { "@type": "VirtualLocation", "url": url },
        "organizer": organisation(base_url, lang, &one.authority),
        "isAccessibleForFree": true,
        "subEvent": events.iter().filter_map(|event| sub_event(one, event)).collect::<Vec<_>>(),
    }))
}

/// A workshop, a hearing, a session.
fn sub_event(one: &Consultation, event: &Event) -> Option<Value> {
    let (starts, ends) = event.moments(one.authority.zone).ok()?;
    let location = match (event.place.as_str(), event.url.as_str()) {
        ("", "") => json!({ "@type": "Place", "name": one.authority.name }),
        ("", url) => json!({ "@type": "VirtualLocation", "url": url }),
        (place, _url) => json!({ "@type": "Place", "name": place }),
    };
    Some(json!({
        "@type": "Event",
        "name": event.title,
        "description": event.description,
        "startDate": starts,
        "endDate": ends,
        "location": location,
    }))
}

fn organisation(base_url: &str, lang: Language, authority: &Authority) -> Value {
    json!({
        "@type": "GovernmentOrganization",
        "name": authority.name,
        "url": format!("{base_url}/{}/{}", lang.into_str(), authority.slug),
        "email": authority.contact_email,
        "telephone": some(&authority.contact_phone),
        "address": some(&authority.postal_address),
        "department": some(&authority.department).map(|name| json!({
            "@type": "GovernmentOrganization",
            "name": name,
        })),
    })
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// As it may stand within a script element: no text in it can end the element or begin a comment (HTML, "Restrictions for
/// contents of script elements").
fn script(value: &Value) -> String {
    value
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_script_and_it_reads_the_same() {
        let said = json!({ "name": "</script><!-- <script> & \u{2028} \"" });

        let written = script(&said);

        assert!(!written.contains(['<', '>', '&']), "{written}");
        let read: Value = serde_json::from_str(&written).expect("JSON");
        assert_eq!(read, said);
    }
}
