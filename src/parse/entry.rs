//! Front matter and Markdown put together: the only place that decides what an entry is.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::conflict::conflicts;
use super::front_matter::{self, FrontMatter, Head};
use super::markdown::{self, Markdown};
use super::private;
use super::source::Source;
use super::steps;
use super::terms::{Searched, terms};
use crate::model::{
    Address, Audience, Body, Code, Date, Diagnostic, Digest, Document, Entry, Faces, Fix, Kind, NotADate, Past,
    Settings, Severity, SourcePath, State, Step, Terms, Visibility, mended, parse_date, readable,
};

/// A parsed file.
#[derive(Debug)]
pub struct Parsed {
    /// What other stages know of it.
    pub document: Document,
    /// What its own page shows; empty when there is no entry.
    pub bodies: Faces<Body>,
}

/// Reads one file. `key` stands for the settings and the tool: the same text under another key is another entry.
#[must_use]
pub fn parse(path: &SourcePath, text: &str, settings: &Settings, key: Digest) -> Parsed {
    let source = Source::new(path, text);
    let mut head = front_matter::read(&source, settings);
    // A comment in front matter is one, too: nobody but the person who writes it should read it.
    if let Some(commentless) = private::commentless_head(text, head.body) {
        head = front_matter::read(&Source::new(path, &commentless), settings);
        let moved =
            |fix: &Fix| commentless.lines().nth(fix.line as usize - 1) != text.lines().nth(fix.line as usize - 1);
        for diagnostic in &mut head.diagnostics {
            // Where a comment was taken out, what stands behind it was read at another place than it has in the file.
            diagnostic.fix = diagnostic.fix.take().filter(|fix| !moved(fix));
        }
    }
    let Head { mut front_matter, body, mut withheld, mut diagnostics } = head;
    let conflicts = conflicts(&source, body);
    if !conflicts.is_empty() {
        // Nobody knows which side is meant, nor who may see it; all else that is wrong may come of that.
        withheld = withheld.or_else(|| front_matter.take()?.cover);
        diagnostics = conflicts;
        front_matter = None;
    }
    let title = front_matter.as_ref().and_then(|found| found.title.clone());
    let title = title.as_deref();
    let written = markdown::read(&source, body, title, settings);
    let Some(front_matter) = front_matter else {
        let withheld = written.links.into_iter().chain(withheld).collect();
        let document = Document { entry: None, withheld, diagnostics };
        return Parsed { document, bodies: Faces { writer: Body::default(), public: None } };
    };
    let visibility = front_matter.visibility.unwrap_or(settings.visibility);
    let digest = |face: Audience, text: &str| Digest::of(&(key, path, face, Digest::of_bytes(text.as_bytes())));

    let public = (visibility != Visibility::Private).then(|| private::public_text(&source, body)).flatten();
    let public = public.map(|text| {
        let found = markdown::read(&Source::new(path, &text), body, title, settings);
        face(path, &front_matter, visibility, found, digest(Audience::Public, &text), settings)
    });
    diagnostics.extend(written.diagnostics.iter().cloned());
    for found in steps::contradictions(&written.steps) {
        let line = source.line_range(found.line);
        let mut problem = source.diagnostic(found.code, found.severity, line, found.message);
        problem.help = found.help;
        diagnostics.push(problem);
    }
    keep_sound_boxes(&source, body, &written, settings, &mut diagnostics);
    if let Some(Err(NotADate::NoSuchDay { why })) = date_in_name(path) {
        let message = format!("the file's name begins with `{}`, which is not a date: {why}", &path.file_name()[..10]);
        let problem = Diagnostic::of_file(Code::BadDate, Severity::Warning, path, message);
        diagnostics.push(problem.help("rename the file; until then its name tells no date"));
    }
    diagnostics.sort();
    let (entry, body) = face(path, &front_matter, visibility, written, digest(Audience::Writer, text), settings);
    let (public_entry, public_body) = public.map_or((None, None), |(entry, body)| (Some(entry), Some(body)));
    Parsed {
        document: Document {
            entry: Some(Faces { writer: entry, public: public_entry }),
            withheld: Vec::new(),
            diagnostics,
        },
        bodies: Faces { writer: body, public: public_body },
    }
}

/// The text of a file as the public may read it, if it may read it at all: comments and private callouts are spaces.
#[must_use]
pub fn public_text<'a>(path: &SourcePath, text: &'a str, settings: &Settings) -> Cow<'a, str> {
    let body = |text: &str| front_matter::read(&Source::new(path, text), settings).body;
    let commentless = private::commentless_head(text, body(text));
    let seen = commentless.as_deref().unwrap_or(text);
    match private::public_text(&Source::new(path, seen), body(seen)) {
        Some(public) => Cow::Owned(public),
        None => commentless.map_or(Cow::Borrowed(text), Cow::Owned),
    }
}

/// Takes the fixes of boxes back if one of them would do more than make a step of its line. A line that becomes an item
/// of a list takes what is indented below it along: then nobody can say what was meant but the person who wrote it.
fn keep_sound_boxes(
    source: &Source<'_>,
    body: usize,
    written: &Markdown,
    settings: &Settings,
    diagnostics: &mut [Diagnostic],
) {
    let is_box = |diagnostic: &Diagnostic| diagnostic.code == Code::BadBox;
    let fixes: Vec<Fix> = diagnostics.iter().filter(|d| is_box(d)).filter_map(|d| d.fix.clone()).collect();
    if fixes.is_empty() {
        return;
    }
    let (text, _) = mended(source.text, &fixes);
    let again = markdown::read(&Source::new(source.path, &text), body, None, settings);
    let boxes: BTreeMap<u32, &str> = again.steps.items.iter().map(|step| (step.line, step.symbol.as_str())).collect();
    let stays = |step: &Step| boxes.get(&step.line) == Some(&step.symbol.as_str());
    let sound = written.steps.items.iter().all(stays) && fixes.iter().all(|fix| boxes.contains_key(&fix.line));
    for diagnostic in diagnostics.iter_mut().filter(|diagnostic| is_box(diagnostic) && !sound) {
        diagnostic.fix = None;
    }
}

/// One face of an entry.
fn face(
    path: &SourcePath,
    front_matter: &FrontMatter,
    visibility: Visibility,
    written: Markdown,
    digest: Digest,
    settings: &Settings,
) -> (Arc<Entry>, Body) {
    let date = front_matter.date.or_else(|| date_in_name(path)?.ok());
    let mut tags = front_matter.tags.clone();
    for tag in written.tags {
        if !tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            tags.push(tag);
        }
    }
    let has_steps = written.steps.items.iter().any(|step| step.state != State::Note);
    let kind = front_matter.kind.unwrap_or_else(|| kind_of(path, date, has_steps, settings));
    let title = front_matter.title.clone().or(written.title).unwrap_or_else(|| readable(path.stem()));
    let terms = if settings.search {
        let passages = written.body.passages();
        let searched = Searched { title: &title, tags: &tags, outline: &written.outline, passages: &passages };
        terms(searched, &settings.language)
    } else {
        Terms::default()
    };
    let entry = Entry {
        path: path.clone(),
        digest,
        kind,
        visibility,
        title,
        address: front_matter.address.clone().unwrap_or(Address::Path),
        date,
        time: front_matter.time,
        updated: front_matter.updated,
        tags,
        summary: front_matter.summary.clone().unwrap_or(written.summary),
        aliases: front_matter.aliases.clone(),
        template: front_matter.template.clone(),
        cover: front_matter.cover.clone(),
        weight: front_matter.weight,
        extra: front_matter.extra.clone(),
        plan: front_matter.plan.clone(),
        reflection: front_matter.reflection.clone(),
        outline: written.outline,
        steps: written.steps,
        gates: written.gates,
        links: written.links,
        blocks: written.blocks,
        words: written.words,
        terms,
        past: Past::default(),
    };
    (Arc::new(entry), written.body)
}

/// What an entry is that does not say: by the nearest folder with a meaning, its date, its steps. An `index` speaks
/// for its folder and is a page.
fn kind_of(path: &SourcePath, date: Option<Date>, has_steps: bool, settings: &Settings) -> Kind {
    if path.stem().eq_ignore_ascii_case("index") {
        return Kind::Page;
    }
    let by_folder = path.folder().rsplit('/').find_map(|folder| settings.kinds.get(folder));
    match by_folder {
        Some(kind) => *kind,
        None if date.is_some() => Kind::Reflection,
        None if has_steps => Kind::Plan,
        None => Kind::Page,
    }
}

/// The date at the start of a file's name, if the name is long enough to have one.
fn date_in_name(path: &SourcePath) -> Option<Result<Date, NotADate>> {
    path.file_name().get(..10).map(parse_date)
}
