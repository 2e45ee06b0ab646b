//! A source file as its guard reads it: the paths it names, the tables it writes, the texts in it; tests left out.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use walkdir::WalkDir;

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// One file below `src` or `tests`.
pub struct Source {
    /// Below the root: `src/comments/store/state.rs`.
    pub path: String,
    /// `["comments", "store", "state"]`; the room itself for a `mod.rs`.
    module: Vec<String>,
    /// Lines of code, without comments.
    pub lines: Vec<String>,
    /// All lines.
    pub total: usize,
    /// Paths that begin in the crate, from its root: `["db", "schema", "comments"]`.
    pub names: BTreeSet<Vec<String>>,
    /// Tables that diesel is told to change. A `?` before a name says that it could not be told which.
    pub writes: BTreeSet<String>,
    /// Texts between quotes.
    pub texts: Vec<String>,
}

/// Every file below a folder.
pub fn sources(folder: &str) -> Vec<Source> {
    WalkDir::new(root().join(folder))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "rs"))
        .map(|entry| Source::read(entry.path()))
        .collect()
}

impl Source {
    fn read(file: &Path) -> Self {
        let text = std::fs::read_to_string(file).unwrap();
        let path = file.strip_prefix(root()).unwrap().display().to_string();
        Self::of(path, &text)
    }

    /// What there is in the text of a file.
    pub fn of(path: String, text: &str) -> Self {
        let mut source = Self {
            module: module_of(&path),
            path,
            lines: code_lines(text),
            total: text.lines().count(),
            names: BTreeSet::new(),
            writes: BTreeSet::new(),
            texts: Vec::new(),
        };
        if !source.is_test() {
            let tokens = without_tests(text.parse().unwrap());
            source.take(&tokens);
            source.take_writes(&tokens, &tokens);
        }
        source
    }

    /// A file of unit tests beside the code.
    fn is_test(&self) -> bool {
        self.path.ends_with("_tests.rs")
    }

    /// The room of the file: `comments`, `db` …, or `app` for a file beside the rooms.
    pub fn room(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }

    /// `domain`, `store`, `service`, `web` … of a slice; `mod` for its face.
    pub fn floor(&self) -> &str {
        self.module.get(1).map_or("mod", String::as_str)
    }

    /// The first line of code with one of these words, and where it is.
    pub fn has(&self, words: &[&str]) -> Option<String> {
        let is_in = |line: &&String| words.iter().any(|word| line.contains(word));
        let line = self.lines.iter().find(is_in)?;
        Some(format!("{}: {}", self.path, line.trim()))
    }

    fn take(&mut self, tokens: &[TokenTree]) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Ident(word) if begins_path(&word.to_string(), tokens, at) => {
                    let mut found = Vec::new();
                    expand(
                        tokens.get(at..).unwrap_or_default(),
                        &mut Vec::new(),
                        &mut found,
                    );
                    for name in found {
                        self.names.extend(self.rooted(&name));
                    }
                }
                TokenTree::Group(group) => self.take(&inner(group)),
                TokenTree::Literal(literal) => self.texts.push(literal.to_string()),
                _ => {}
            }
            at += 1;
        }
    }

    /// A path of `crate`, `super` or `self`, from the root of the crate.
    fn rooted(&self, name: &[String]) -> Option<Vec<String>> {
        let (first, mut rest) = name.split_first()?;
        let mut whole = self.module.clone();
        if first == "crate" {
            whole.clear();
        } else if first == "super" {
            whole.pop();
            while let Some(("super", further)) =
                rest.split_first().map(|(part, more)| (part.as_str(), more))
            {
                whole.pop();
                rest = further;
            }
        }
        whole.extend(rest.iter().cloned());
        Some(whole)
    }

    fn take_writes(&mut self, tokens: &[TokenTree], file: &[TokenTree]) {
        for (at, token) in tokens.iter().enumerate() {
            if let TokenTree::Group(group) = token {
                let arguments = inner(group);
                if is_write(tokens, at) {
                    self.writes.extend(tables(&arguments, file));
                }
                self.take_writes(&arguments, file);
            }
        }
    }
}

fn module_of(path: &str) -> Vec<String> {
    let mut module: Vec<String> = Path::new(path)
        .with_extension("")
        .iter()
        .skip(1)
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    module
}

fn code_lines(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(str::to_owned)
        .collect()
}

fn inner(group: &Group) -> Vec<TokenTree> {
    group.stream().into_iter().collect()
}

/// The tokens without attributes and without what is there for tests only.
fn without_tests(stream: TokenStream) -> Vec<TokenTree> {
    let mut kept = Vec::new();
    let mut skips = false;
    let mut tokens = stream.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if is_punct(&token, '#') {
            tokens.next_if(|next| is_punct(next, '!'));
            if let Some(attribute) = tokens.next_if(|next| matches!(next, TokenTree::Group(_))) {
                skips |= attribute.to_string().replace(' ', "") == "[cfg(test)]";
            }
        } else if skips {
            let is_body =
                matches!(&token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
            skips = !(is_body || is_punct(&token, ';'));
        } else if let TokenTree::Group(group) = &token {
            let inside = without_tests(group.stream());
            kept.push(Group::new(group.delimiter(), inside.into_iter().collect()).into());
        } else {
            kept.push(token);
        }
    }
    kept
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_colons(tokens: &[TokenTree], at: usize) -> bool {
    [at, at + 1]
        .iter()
        .all(|at| tokens.get(*at).is_some_and(|token| is_punct(token, ':')))
}

/// Whether a path begins here: `crate`, `self` or `super`, and not in the middle of one.
fn begins_path(word: &str, tokens: &[TokenTree], at: usize) -> bool {
    let is_inside = at >= 2 && is_colons(tokens, at - 2);
    ["crate", "super", "self"].contains(&word) && is_colons(tokens, at + 1) && !is_inside
}

/// Every path that a use tree or an expression names.
fn expand(tokens: &[TokenTree], before: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    let mut at = 0;
    let depth = before.len();
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(word)) => before.push(word.to_string()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                for branch in inner(group).split(|token| is_punct(token, ',')) {
                    if !branch.is_empty() {
                        expand(branch, before, found);
                    }
                }
                break;
            }
            _other => {
                found.push(before.clone());
                break;
            }
        }
        if !is_colons(tokens, at + 1) {
            found.push(before.clone());
            break;
        }
        at += 3;
    }
    before.truncate(depth);
}

/// Whether the group at this place holds what diesel is told to change: `diesel::update(…)`, `insert_rows!(…)`.
fn is_write(tokens: &[TokenTree], at: usize) -> bool {
    let word = |back: usize| {
        let token = at.checked_sub(back).and_then(|at| tokens.get(at));
        token.map(ToString::to_string).unwrap_or_default()
    };
    let acts = ["update", "delete", "insert_into", "replace_into"];
    (acts.contains(&word(1).as_str()) && word(4) == "diesel")
        || (word(1) == "!" && word(2) == "insert_rows")
}

/// The tables of the arguments of a write: named there, or in the `let` that made them.
fn tables(arguments: &[TokenTree], file: &[TokenTree]) -> BTreeSet<String> {
    let named = named_tables(arguments);
    if let Some(first) = named.first() {
        return BTreeSet::from([first.clone()]);
    }
    let variable = arguments
        .iter()
        .find(|token| matches!(token, TokenTree::Ident(_)))
        .map(ToString::to_string)
        .unwrap_or_default();
    let mut made = BTreeSet::new();
    bindings(file, &variable, &mut made);
    if made.is_empty() {
        made.insert(format!("?{variable}"));
    }
    made
}

/// Names before `::table`, in their order.
fn named_tables(tokens: &[TokenTree]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(name)
                if is_colons(tokens, at + 1)
                    && tokens
                        .get(at + 3)
                        .is_some_and(|next| next.to_string() == "table") =>
            {
                found.push(name.to_string());
            }
            TokenTree::Group(group) => found.extend(named_tables(&inner(group))),
            _ => {}
        }
    }
    found
}

/// The first table in each `let NAME = …;` of a file.
fn bindings(tokens: &[TokenTree], name: &str, found: &mut BTreeSet<String>) {
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            bindings(&inner(group), name, found);
        }
        let is_let = token.to_string() == "let"
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.to_string() == name);
        if is_let {
            let rest = tokens.iter().skip(at).cloned();
            let statement: Vec<TokenTree> =
                rest.take_while(|token| !is_punct(token, ';')).collect();
            found.extend(named_tables(&statement).into_iter().next());
        }
    }
}

#[test]
fn every_path_into_the_crate_is_seen_and_none_of_its_tests() {
    let text = "
        use crate::db::{DbConnection, schema::{self, outbox}};
        use super::web::{mail as post};
        #[cfg(test)]
        mod tests { use crate::http::AppState; }
        /// See crate::accounts::web.
        fn f() { super::super::mail::send(self::store::find(crate::i18n::Language::Sl)) }
    ";
    let source = Source::of("src/comments/service/mod.rs".to_owned(), text);
    let names: Vec<String> = source.names.iter().map(|name| name.join("::")).collect();

    assert_eq!(
        names,
        [
            "comments::service::store::find",
            "comments::web::mail",
            "db::DbConnection",
            "db::schema::outbox",
            "db::schema::self",
            "i18n::Language::Sl",
            "mail::send",
        ]
    );
}
