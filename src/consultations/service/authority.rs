//! What an authority says of itself and the rules it has for its consultations. Its pages are published ones, so whoever changes
//! it tells every node.

use chrono_tz::Tz;
use serde_json::json;

use super::act::Act;
use crate::accounts::{self, Authority, By, LeadTimes, NotAllowed};
use crate::audit::{self, Entry, Scope, text_hash};
use crate::consultations::domain::{Fault, FaultKind, Reader, Values, put};
use crate::consultations::store;
use crate::context::Context;
use crate::db::Failure;
use crate::kernel::colour::Colour;
use crate::kernel::limits;
use crate::kernel::role::Role;

/// Why an authority was left as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveAuthorityError {
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("a field is wrong")]
    Wrong(Vec<Fault>),
}

/// Most days a rule can ask for.
const MOST_DAYS: i32 = 365;

/// What a ticked box says.
const TICKED: &str = "true";

fn ticked(is_ticked: bool) -> String {
    if is_ticked {
        TICKED.to_owned()
    } else {
        String::new()
    }
}

/// What stands in the fields of an authority.
pub fn authority_values(authority: &Authority) -> Values {
    let (mut values, lead) = (Values::new(), authority.announced_before);
    for (name, value) in [
        ("name", &authority.name),
        ("short_name", &authority.short_name),
        ("department", &authority.department),
        ("contact_email", &authority.contact_email),
        ("contact_phone", &authority.contact_phone),
        ("postal_address", &authority.postal_address),
        ("time_zone", &authority.zone.name().to_owned()),
        ("shortest_window", &authority.shortest_window.to_string()),
        ("announced_before", &lead.strategy.to_string()),
        ("announced_before_regulation", &lead.regulation.to_string()),
        ("announced_before_spatial", &lead.spatial.to_string()),
        (
            "second_factor",
            &ticked(authority.is_second_factor_required),
        ),
        ("main_colour", &authority.main_colour),
        ("english", &ticked(authority.is_english_offered)),
        ("logo_text", &authority.logo_text),
        ("logo_text_en", &authority.logo_text_en),
    ] {
        put(&mut values, name, value);
    }
    values
}

/// The authority with what stands in the fields. Address and reference prefix stay: they are in links and on letters.
fn parse(authority: &Authority, values: &Values) -> Result<Authority, Vec<Fault>> {
    let mut reader = Reader::new(values);
    let zone = reader.needed("time_zone", limits::NAME);
    let zone: Result<Tz, _> = zone.parse();
    if zone.is_err() {
        reader.fault("time_zone", FaultKind::NoZone);
    }
    let contact_email = reader.address("contact_email");
    if contact_email.is_empty() {
        reader.fault("contact_email", FaultKind::Missing);
    }
    let main_colour = colour(&mut reader);
    let changed = Authority {
        main_colour,
        name: reader.needed("name", limits::NAME),
        short_name: reader.needed("short_name", limits::NAME),
        department: reader.line("department", limits::NAME),
        contact_email,
        contact_phone: reader.line("contact_phone", limits::NAME),
        postal_address: reader.line("postal_address", limits::NAME),
        zone: zone.unwrap_or(authority.zone),
        shortest_window: reader.days("shortest_window", MOST_DAYS),
        announced_before: LeadTimes {
            strategy: reader.days("announced_before", MOST_DAYS),
            regulation: reader.days("announced_before_regulation", MOST_DAYS),
            spatial: reader.days("announced_before_spatial", MOST_DAYS),
        },
        is_english_offered: values.get("english").is_some_and(|on| on == TICKED),
        is_second_factor_required: values.get("second_factor").is_some_and(|on| on == TICKED),
        ..authority.clone()
    };
    reader.end(Some(changed))
}

/// The main colour as it is stored, if it can be read.
fn colour(reader: &mut Reader<'_>) -> String {
    let typed = reader.line("main_colour", limits::NAME);
    if typed.is_empty() {
        return typed;
    }
    match Colour::parse(&typed) {
        None => reader.fault("main_colour", FaultKind::NoColour),
        Some(colour) if !colour.is_legible() => {
            let measured = format!("{:.1}", colour.contrast_to_white());
            reader.fault("main_colour", FaultKind::LowContrast(measured));
        }
        Some(colour) => return format!("#{}", colour.digits()),
    }
    typed
}

/// What the chain keeps of it: an address may be a person's, so its hash.
fn kept(mut values: Values) -> Values {
    for name in ["contact_email", "contact_phone"] {
        if let Some(value) = values.get_mut(name) {
            *value = text_hash(value);
        }
    }
    values
}

/// Changes what an authority says of itself and its rules.
///
/// # Errors
/// [`SaveAuthorityError`], or the database.
pub async fn save_authority(
    context: &Context,
    by: &By,
    authority: &Authority,
    values: &Values,
) -> Result<(), Failure<SaveAuthorityError>> {
    by.holder_of(&[Role::Administrator], authority.id)
        .map_err(|refused| Failure::Refused(refused.into()))?;
    let changed = parse(authority, values)
        .map_err(|faults| Failure::Refused(SaveAuthorityError::Wrong(faults)))?;
    let (act, before) = (Act::new(context, by), kept(authority_values(authority)));
    context
        .db
        .write(move |connection| {
            accounts::update_authority(connection, &changed)?;
            let after = json!(kept(authority_values(&changed)));
            let entry = Entry {
                actor: act.by.audit_name(),
                action: "authority.changed",
                subject: format!("authority:{}", changed.id),
                scope: Scope::authority(changed.id),
                before: Some(&json!(before)),
                after: &after,
            };
            audit::append(connection, &act.tokens, act.now, &entry)?;
            store::bump_authority(connection, changed.id)?;
            Ok(())
        })
        .await
}
