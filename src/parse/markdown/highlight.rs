//! Colours for code, made while the site is built: a dozen classes that say what a word is for.
//!
//! Recognising costs about a tenth of a millisecond a line, far more than all else in an entry, so what was done is
//! kept within the process; builds keep what was parsed between them anyway. Keeping single lines as well was tried:
//! a third of the lines of other people's code repeat, but the cheap ones, and a quarter of the time was won.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use syntect::easy::ScopeRangeIterator;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::output::escape;

/// Longer blocks are data rather than something to read, and stay plain.
const LONGEST_BLOCK: usize = 64 << 10;

/// The same for a line: minified code would take seconds.
const LONGEST_LINE: usize = 2000;

/// How many bytes of HTML are kept.
const KEPT: usize = 32 << 20;

/// What scopes mean, the most special first; what is not named here has the meaning of what it stands in.
const MEANINGS: [(&str, Option<&str>); 22] = [
    // Code inside a string or a page begins anew.
    ("meta.interpolation", None),
    ("source", None),
    ("text", None),
    ("comment", Some("hl-comment")),
    ("constant.numeric", Some("hl-number")),
    ("constant", Some("hl-constant")),
    ("string", Some("hl-string")),
    ("entity.name.function", Some("hl-function")),
    ("support.function", Some("hl-function")),
    ("variable.function", Some("hl-function")),
    ("entity.name.tag", Some("hl-tag")),
    ("entity.other.attribute-name", Some("hl-attribute")),
    ("entity.name", Some("hl-type")),
    ("entity.other.inherited-class", Some("hl-type")),
    ("support.type.property-name", Some("hl-attribute")),
    ("support", Some("hl-type")),
    ("keyword.operator", Some("hl-operator")),
    ("keyword", Some("hl-keyword")),
    ("storage", Some("hl-keyword")),
    ("variable", Some("hl-variable")),
    ("markup.inserted", Some("hl-inserted")),
    ("markup.deleted", Some("hl-deleted")),
];

/// The syntaxes, and the meanings of their scopes.
struct Syntaxes {
    set: SyntaxSet,
    meanings: Vec<(Scope, Option<&'static str>)>,
}

impl Syntaxes {
    fn load() -> Self {
        let known = |(scope, class): (&str, _)| Scope::new(scope).ok().map(|scope| (scope, class));
        Self { set: SyntaxSet::load_defaults_newlines(), meanings: MEANINGS.into_iter().filter_map(known).collect() }
    }
}

/// The syntaxes while they are wanted: with what they learn from use, they take some 40 MB.
static SYNTAXES: Mutex<Option<Arc<Syntaxes>>> = Mutex::new(None);

fn syntaxes() -> Arc<Syntaxes> {
    let mut syntaxes = SYNTAXES.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(syntaxes.get_or_insert_with(|| Arc::new(Syntaxes::load())))
}

/// Gives the memory of the syntaxes back: a whole journal has been read, and for a while there will be little to read.
pub(crate) fn forget_syntaxes() {
    *SYNTAXES.lock().unwrap_or_else(PoisonError::into_inner) = None;
}

/// What was made before, by language and code.
#[derive(Default)]
struct Kept {
    html: HashMap<(String, String), Arc<str>>,
    bytes: usize,
}

/// The code as HTML with spans; none if the language is not known, or there is too much of it.
pub(super) fn highlighted(language: &str, code: &str) -> Option<Arc<str>> {
    static KEEP: OnceLock<Mutex<Kept>> = OnceLock::new();
    if language.is_empty() || code.len() > LONGEST_BLOCK || code.split('\n').any(|line| line.len() > LONGEST_LINE) {
        return None;
    }
    let name = name_of(language)?;
    let kept = KEEP.get_or_init(Mutex::default);
    let key = (name.to_owned(), code.to_owned());
    // Nothing is left half done under the lock, so another thread's panic does not matter.
    if let Some(html) = kept.lock().unwrap_or_else(PoisonError::into_inner).html.get(&key) {
        return Some(Arc::clone(html));
    }
    let syntaxes = syntaxes();
    let html: Arc<str> = spans(&syntaxes, syntaxes.set.find_syntax_by_token(name)?, code)?.into();
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    let more = html.len() + code.len();
    if kept.bytes + more > KEPT {
        *kept = Kept::default();
    }
    kept.bytes += more;
    kept.html.insert(key, Arc::clone(&html));
    Some(html)
}

/// What the syntax of a language is looked up by: its name or an ending of its files; none for plain text.
fn name_of(language: &str) -> Option<&str> {
    let other = match language.to_ascii_lowercase().as_str() {
        "typescript" | "ts" | "tsx" | "jsx" | "mjs" | "cjs" => "js",
        "jsonc" | "json5" => "json",
        "shell" | "console" | "shell-session" | "zsh" | "fish" => "sh",
        "text" | "txt" | "plain" | "plaintext" => return None,
        _ => language,
    };
    Some(other)
}

fn spans(Syntaxes { set, meanings }: &Syntaxes, syntax: &SyntaxReference, code: &str) -> Option<String> {
    let mut html = String::with_capacity(code.len() * 3);
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut open: Option<&str> = None;
    for line in code.split_inclusive('\n') {
        let operations = state.parse_line(line, set).ok()?;
        for (range, operation) in ScopeRangeIterator::new(&operations, line) {
            stack.apply(operation).ok()?;
            let text = &line[range];
            if text.is_empty() {
                continue;
            }
            let class = meaning(meanings, stack.as_slice());
            // Neighbours of one meaning share a span, and space has none.
            if class != open && !text.trim().is_empty() {
                close(&mut html, open);
                if let Some(class) = class {
                    html.push_str("<span class=\"");
                    html.push_str(class);
                    html.push_str("\">");
                }
                open = class;
            }
            escape(&mut html, text);
        }
        // A span ends with its line.
        close(&mut html, open.take());
    }
    Some(html)
}

/// Ends a span, before the space that follows it.
fn close(html: &mut String, open: Option<&str>) {
    if open.is_some() {
        let end = html.trim_end().len();
        html.insert_str(end, "</span>");
    }
}

/// What the innermost scope with a meaning means.
fn meaning(meanings: &[(Scope, Option<&'static str>)], scopes: &[Scope]) -> Option<&'static str> {
    let of = |scope: &Scope| meanings.iter().find(|(known, _)| known.is_prefix_of(*scope));
    scopes.iter().rev().find_map(of).and_then(|(_, class)| *class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_class_of_what_they_are_for() {
        let html = highlighted("rust", "fn a() { // b\n    \"<c>\" + 1;\n}\n");
        let expected = "<span class=\"hl-keyword\">fn</span> <span class=\"hl-function\">a</span>() { \
             <span class=\"hl-comment\">// b</span>\n    <span class=\"hl-string\">&quot;&lt;c&gt;&quot;</span> \
             <span class=\"hl-operator\">+</span> <span class=\"hl-number\">1</span>;\n}\n";
        assert_eq!(html.as_deref(), Some(expected));
        assert_eq!(highlighted("rust", "fn a() { // b\n    \"<c>\" + 1;\n}\n").as_deref(), Some(expected));
    }

    #[test]
    fn what_is_not_known_stays_plain() {
        assert_eq!(highlighted("", "a"), None);
        assert_eq!(highlighted("no-such-language", "a"), None);
        assert_eq!(highlighted("rust", &"a".repeat(LONGEST_LINE + 1)), None);
    }
}
