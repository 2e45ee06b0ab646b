//! Pages whose every text turns around what stands behind it, unless it is isolated.

use std::marker::PhantomData;

use posvet::testing::http::{render::Page, render::Site};
use serde::{Serialize, Serializer};
use serde_json::Value;

/// Right-to-left override.
const MARK: char = '\u{202e}';

/// A page with marks.
pub struct Turned<P> {
    values: Value,
    page: PhantomData<P>,
}

impl<P: Page> Turned<P> {
    pub fn of(page: &P) -> Self {
        let mut values = serde_json::to_value(page).expect("plain data");
        turn(&mut values);
        Self {
            values,
            page: PhantomData,
        }
    }
}

impl<P> Serialize for Turned<P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.values.serialize(serializer)
    }
}

impl<P: Page> Page for Turned<P> {
    const TEMPLATE: &'static str = P::TEMPLATE;
}

/// The chrome with marks.
pub fn site(site: &Site) -> Site {
    let mut site = site.clone();
    if let Some(authority) = &mut site.authority {
        authority.name.push(MARK);
        if let Some(department) = &mut authority.department {
            department.push(MARK);
        }
    }
    if let Some(consultation) = &mut site.consultation {
        consultation.title.push(MARK);
        consultation.short_title.push(MARK);
    }
    if let Some(staff) = &mut site.staff {
        staff.display_name.push(MARK);
    }
    site
}

/// Marks what people wrote: texts with a space, which are neither codes nor moments nor addresses, and no HTML of ours.
fn turn(value: &mut Value) {
    match value {
        Value::String(text) if text.contains(' ') && !text.contains('<') => text.push(MARK),
        Value::Array(values) => values.iter_mut().for_each(turn),
        Value::Object(fields) => {
            let typed = fields
                .iter_mut()
                .filter(|(name, _)| !name.ends_with("_html"));
            typed.for_each(|(_name, value)| turn(value));
        }
        _ => {}
    }
}
