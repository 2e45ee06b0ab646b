//! Functions and filters templates may use. They read `lang` and `site` from the context, so a component that calls
//! one of them declares `@lang` and, for dates and addresses, `@site`.

use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::{Europe, Tz};
use fluent_bundle::FluentValue;
use tera::{Error, Kwargs, State, StringInput, Tera, TeraResult, Value};

use super::assets;
use crate::i18n::dates::{self, Style};
use crate::i18n::{Args, Catalogue, Language, numbers, spaces};
use crate::kernel::bidi;
use crate::kernel::clock::Instant;
use crate::kernel::limits;
use crate::kernel::redline;

/// Adds all of them.
pub(super) fn register(tera: &mut Tera, catalogue: Arc<Catalogue>) {
    let messages = Arc::clone(&catalogue);
    tera.register_function("t", move |args: Kwargs, state: &State| {
        translate(&messages, &args, state)
    });
    tera.register_filter("when", move |value: &str, args: Kwargs, state: &State| {
        when(&catalogue, value, &args, state)
    });
    tera.register_filter("number", number);
    tera.register_filter(
        "nbsp",
        |value: StringInput<'_>, _: Kwargs, state: &State| {
            TeraResult::Ok(value.inherit_safety(spaces::bind(language(state)?, value.as_str())))
        },
    );
    tera.register_filter("lines", lines);
    tera.register_filter("isolate", |text: &str, _: Kwargs, _: &State| {
        bidi::isolated(text).into_owned()
    });
    tera.register_filter("for_field", for_field);
    tera.register_function("redline", redlined);
    tera.register_function("foreign", foreign);
    tera.register_function("native", native);
    tera.register_function("asset", asset);
    tera.register_function("longest", longest);
    tera.register_function("public_url", |args: Kwargs, state: &State| {
        consultation_url("", &args, state)
    });
    tera.register_function("desk_url", |args: Kwargs, state: &State| {
        consultation_url("/desk", &args, state)
    });
}

/// Around a text in the language of drafts, until the sentence around it is escaped.
const FOREIGN: [char; 2] = ['\u{e000}', '\u{e001}'];

/// `t(key="…", count=n)`; `args` may hold further variables as a map. Texts are isolated, so that no name turns the
/// sentence around it. `foreign="title"` names the variables that hold texts in the language of drafts: in a page of
/// another language they are marked. `noun` is what the consultation calls its draft.
fn translate(catalogue: &Catalogue, kwargs: &Kwargs, state: &State) -> TeraResult<Value> {
    let lang = language(state)?;
    let key = kwargs.must_get::<&str>("key")?;
    let mut args = Args::new();
    args.set("noun", draft_noun(state)?);
    for (name, value) in kwargs.iter() {
        match (name.as_str(), value.as_map()) {
            (Some("key" | "foreign"), _) | (None, _) => {}
            (Some("args"), Some(map)) => {
                for (name, value) in map {
                    set(&mut args, &name.to_string(), value);
                }
            }
            (Some(name), _) => set(&mut args, name, value),
        }
    }
    let marked = kwargs
        .get::<&str>("foreign")?
        .filter(|_name| lang != Language::default() && state.autoescaping_enabled());
    let Some(names) = marked else {
        let sentence = catalogue.format(lang, key, &args);
        return Ok(Value::from(bound(lang, sentence, state)));
    };
    enclose(&mut args, names);
    let sentence = bound(lang, catalogue.format(lang, key, &args), state);
    Ok(Value::safe_string(&with_marks(&sentence)))
}

/// Puts the signs around the variables with these names.
fn enclose(args: &mut Args<'_>, names: &str) {
    for name in names.split_whitespace() {
        if let Some(FluentValue::String(text)) = args.get(name) {
            let [open, close] = FOREIGN;
            let text = format!("{open}{}{close}", text.replace(FOREIGN, ""));
            args.set(name.to_owned(), text);
        }
    }
}

/// Escapes a sentence and marks the foreign text in it.
fn with_marks(sentence: &str) -> String {
    let mut html = String::with_capacity(sentence.len() + 32);
    for letter in sentence.chars() {
        match letter {
            '\u{e000}' => html.push_str(&format!("<span{}>", lang_attribute(Language::default()))),
            '\u{e001}' => html.push_str("</span>"),
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
    html
}

fn draft_noun(state: &State) -> TeraResult<String> {
    let site = state.get::<Value>("site")?;
    let noun = site.as_ref().and_then(|site| {
        site.get_from_path("consultation.draft_noun")
            .and_then(Value::as_str)
    });
    Ok(noun.unwrap_or("none").to_owned())
}

fn lang_attribute(lang: Language) -> String {
    format!(" lang=\"{}\"", lang.into_str())
}

/// ` lang="sl"` for a text in another language than the page: that of drafts, or the one `of` names.
fn foreign(args: Kwargs, state: &State) -> TeraResult<Value> {
    let own = args.get::<&str>("of")?.and_then(|code| code.parse().ok());
    let own = own.unwrap_or_default();
    let is_marked = own != language(state)?;
    Ok(Value::safe_string(&if is_marked {
        lang_attribute(own)
    } else {
        String::new()
    }))
}

/// ` lang="en"` for our own words within a text in the language of drafts.
fn native(_: Kwargs, state: &State) -> TeraResult<Value> {
    let lang = language(state)?;
    Ok(Value::safe_string(&if lang == Language::default() {
        String::new()
    } else {
        lang_attribute(lang)
    }))
}

fn set(args: &mut Args<'_>, name: &str, value: &Value) {
    let value = if let Some(number) = value.as_f64() {
        FluentValue::from(number)
    } else if let Some(text) = value.as_str() {
        FluentValue::from(bidi::isolated(text).into_owned())
    } else {
        return;
    };
    args.set(name.to_owned(), value);
}

/// An instant (RFC 3339) or a local date (`2022-05-13`) in a named style.
fn when(catalogue: &Catalogue, value: &str, args: &Kwargs, state: &State) -> TeraResult<String> {
    let name = args.must_get::<&str>("style")?;
    let style =
        Style::parse(name).ok_or_else(|| Error::message(format!("no such style: {name}")))?;
    let lang = language(state)?;
    let text = if let Ok(date) = value.parse::<NaiveDate>() {
        dates::day(catalogue, lang, date, style)
    } else {
        let at = value
            .parse()
            .map(Instant::new)
            .map_err(|error: chrono::ParseError| {
                Error::chain(format!("not a moment: {value}"), error)
            })?;
        dates::moment(catalogue, lang, zone(state)?, at, style)
    };
    Ok(bound(lang, text, state))
}

/// Text with its line ends shown, for mails, where `white-space` cannot be relied on. Escapes whatever is not safe yet.
fn lines(text: StringInput<'_>, _: Kwargs, state: &State) -> TeraResult<Value> {
    let html = text
        .rendered(state)?
        .replace("\r\n", "\n")
        .replace('\n', "<br>");
    Ok(Value::safe_string(&html))
}

/// `count | number`; with `most=1000` whatever is more is `1.000+`, because nobody counted further.
fn number(value: i64, args: Kwargs, state: &State) -> TeraResult<String> {
    let lang = language(state)?;
    Ok(match args.get::<i64>("most")? {
        Some(most) if value > most => format!("{}+", numbers::whole(lang, most)),
        _exact => numbers::whole(lang, value),
    })
}

/// `redline(from="…", to="…")`: the change between two texts as HTML.
fn redlined(args: Kwargs, _: &State) -> TeraResult<Value> {
    let html = redline::html(args.must_get("from")?, args.must_get("to")?);
    Ok(Value::safe_string(&html))
}

/// The errors of one field.
fn for_field(errors: Vec<Value>, args: Kwargs, _: &State) -> TeraResult<Vec<Value>> {
    let name = args.must_get::<&str>("name")?;
    let is_about =
        |error: &Value| error.get_from_path("field").and_then(Value::as_str) == Some(name);
    Ok(errors.into_iter().filter(is_about).collect())
}

fn asset(args: Kwargs, _: &State) -> TeraResult<String> {
    let path = args.must_get::<&str>("path")?;
    assets::address(path).ok_or_else(|| Error::message(format!("no such asset: {path}")))
}

/// `longest(of="text")`: how long a field may be.
fn longest(args: Kwargs, _: &State) -> TeraResult<usize> {
    let name = args.must_get::<&str>("of")?;
    let limit = limits::ALL.into_iter().find(|limit| limit.name == name);
    let limit = limit.ok_or_else(|| Error::message(format!("no such limit: {name}")))?;
    Ok(limit.most)
}

/// Address of the consultation in `site`, with `path` (such as `/register`) after it.
fn consultation_url(room: &str, args: &Kwargs, state: &State) -> TeraResult<String> {
    let lang = language(state)?;
    let site = site(state)?;
    let part = |path: &str| {
        site.get_from_path(path)
            .and_then(Value::as_str)
            .map(str::to_owned)
            .ok_or_else(|| Error::message(format!("the page has no site.{path}")))
    };
    let (authority, consultation) = (part("authority.slug")?, part("consultation.slug")?);
    let path = args.get::<&str>("path")?.unwrap_or_default();
    Ok(format!(
        "/{}{room}/{authority}/{consultation}{path}",
        lang.into_str()
    ))
}

fn language(state: &State) -> TeraResult<Language> {
    state
        .get::<String>("lang")?
        .and_then(|code| code.parse().ok())
        .ok_or_else(|| Error::message("there is no language here; a component declares @lang"))
}

fn site(state: &State) -> TeraResult<Value> {
    state
        .get::<Value>("site")?
        .ok_or_else(|| Error::message("there is no site here; a component declares @site"))
}

fn zone(state: &State) -> TeraResult<Tz> {
    let site = site(state)?;
    let name = site
        .get_from_path("zone")
        .and_then(Value::as_str)
        .unwrap_or_default();
    Ok(name.parse().unwrap_or(Europe::Ljubljana))
}

/// No-break spaces are for pages; plain text stays searchable.
fn bound(lang: Language, text: String, state: &State) -> String {
    if state.autoescaping_enabled() {
        spaces::bind(lang, &text)
    } else {
        text
    }
}
