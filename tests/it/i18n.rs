//! The catalogues agree with each other and with what templates and code ask for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::parser;
use walkdir::WalkDir;

const SLICES: [&str; 13] = [
    "accounts",
    "comments",
    "consultations",
    "dates",
    "mailbox",
    "desk",
    "http",
    "jobs",
    "mail",
    "notices",
    "site",
    "submissions",
    "subscribers",
];

/// Ids of a language with the variables of each.
type Messages = BTreeMap<String, BTreeSet<String>>;

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let (mut slovene, english) = (messages("sl"), messages("en"));

    assert_eq!(
        slovene.keys().collect::<Vec<_>>(),
        english.keys().collect::<Vec<_>>()
    );
    for (id, variables) in &mut slovene {
        // The word a consultation has for its draft is Slovene, and every message is given it.
        variables.remove("noun");
        assert_eq!(Some(&*variables), english.get(id), "variables of {id}");
    }
}

#[test]
fn every_message_lives_in_the_file_of_its_slice() {
    for lang in ["sl", "en"] {
        for file in files(&root().join("templates/locales").join(lang), "ftl") {
            let slice = file
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            for id in entries(&file).into_keys() {
                assert!(
                    id.starts_with(&format!("{slice}-")),
                    "{id} in {}",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn every_message_asked_for_exists() {
    let known = messages("sl");

    let missing: Vec<_> = asked()
        .whole
        .into_iter()
        .filter(|id| !known.contains_key(id) && !known.contains_key(&format!("{id}-title")))
        .collect();

    assert!(missing.is_empty(), "missing: {missing:#?}");
}

#[test]
fn no_message_is_unused() {
    let asked = asked();

    let unused: Vec<_> = messages("sl")
        .into_keys()
        .filter(|id| !asked.covers(id))
        .collect();

    assert!(unused.is_empty(), "unused: {unused:#?}");
}

/// What templates and code ask for: whole ids, and beginnings that are completed while rendering.
struct Asked {
    whole: BTreeSet<String>,
    beginnings: BTreeSet<String>,
}

impl Asked {
    fn covers(&self, id: &str) -> bool {
        let error = id
            .strip_suffix("-title")
            .or_else(|| id.strip_suffix("-next"));
        self.whole.contains(id)
            || error.is_some_and(|start| self.whole.contains(start))
            || self.beginnings.iter().any(|start| id.starts_with(start))
    }
}

fn asked() -> Asked {
    let mut asked = Asked {
        whole: BTreeSet::new(),
        beginnings: BTreeSet::new(),
    };
    let templates = files(&root().join("templates"), "html")
        .into_iter()
        .chain(files(&root().join("templates"), "txt"));
    for file in templates.chain(files(&root().join("src"), "rs")) {
        let text = fs::read_to_string(&file).expect("readable");
        for quoted in text.split('"').filter(|quoted| is_id(quoted)) {
            if quoted.ends_with('-') {
                asked.beginnings.insert(quoted.to_owned());
            } else {
                asked.whole.insert(quoted.to_owned());
            }
        }
    }
    asked
}

fn is_id(text: &str) -> bool {
    text.split_once('-')
        .is_some_and(|(slice, _)| SLICES.contains(&slice))
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn messages(lang: &str) -> Messages {
    files(&root().join("templates/locales").join(lang), "ftl")
        .iter()
        .flat_map(|file| entries(file))
        .collect()
}

fn entries(file: &Path) -> Messages {
    let source = fs::read_to_string(file).expect("readable");
    let resource = parser::parse(source.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    messages
        .map(|message| {
            let mut variables = BTreeSet::new();
            if let Some(pattern) = &message.value {
                in_pattern(pattern, &mut variables);
            }
            (message.id.name.to_owned(), variables)
        })
        .collect()
}

fn in_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, variables);
        }
    }
}

fn in_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, variables),
        Expression::Select { selector, variants } => {
            in_inline(selector, variables);
            for variant in variants {
                in_pattern(&variant.value, variables);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. },
            ..
        } => {
            for argument in positional {
                in_inline(argument, variables);
            }
        }
        InlineExpression::Placeable { expression } => in_expression(expression, variables),
        _ => {}
    }
}

fn files(folder: &Path, suffix: &str) -> Vec<PathBuf> {
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("readable").into_path())
        .filter(|path| path.extension().is_some_and(|found| found == suffix))
        .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
