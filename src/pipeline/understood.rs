//! The journal understood: the settings, every entry parsed or recalled, and what the audience may see of it.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::Ordering;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::{Failure, Inputs, Recall, TOOL, TextFile, Work};
use crate::history::Present;
use crate::language::Language;
use crate::model::{
    Body, Code, Date, Diagnostic, Digest, Document, Entry, Faces, Published, Settings, Severity, SourcePath, settings,
};
use crate::parse;

/// What was parsed, by path, each with the digest of what it was parsed from.
pub type Documents = BTreeMap<SourcePath, (Digest, Arc<Document>)>;

/// A journal, parsed and cut to its audience: where `check`, `export` and `context` part from `build`.
pub struct Understood {
    /// The settings, with what the command line changes.
    pub settings: Settings,
    /// The day everything is reckoned for.
    pub today: Date,
    /// Everything parsed, by path.
    pub documents: Documents,
    /// What the audience may see.
    pub published: Published,
    /// The words of the site.
    pub language: Arc<Language>,
    /// What is wrong with them.
    pub(super) problems: Vec<Diagnostic>,
    key: Digest,
    bodies: HashMap<SourcePath, OnceLock<Faces<Arc<Body>>>>,
}

impl Understood {
    /// The body of an entry: from this build's parsing, or parsed again from the texts that the entries were read from.
    pub(super) fn body(&self, entry: &Entry, texts: &BTreeMap<SourcePath, TextFile>) -> Arc<Body> {
        let parsed = || {
            let text = texts.get(&entry.path).map_or("", |file| &file.text);
            shared(parse::parse(&entry.path, text, &self.settings, self.key).bodies)
        };
        let face = |faces: &Faces<Arc<Body>>| Arc::clone(faces.face(self.published.audience()));
        match self.bodies.get(&entry.path) {
            Some(slot) => face(slot.get_or_init(parsed)),
            None => face(&parsed()),
        }
    }

    /// The same where the files of these paths are others, and the audience sees other texts of them and nothing else.
    /// No body is kept.
    pub(super) fn with_texts(&self, documents: Documents, published: Published) -> Self {
        Self {
            settings: self.settings.clone(),
            today: self.today,
            documents,
            published,
            language: Arc::clone(&self.language),
            problems: self.problems.clone(),
            key: self.key,
            bodies: HashMap::new(),
        }
    }

    /// One file, parsed as all others were; the digest is that under which it is remembered.
    pub(super) fn read(&self, path: &SourcePath, file: &TextFile) -> (Digest, Document) {
        let digest = Digest::of(&(self.key, file.digest));
        (digest, parse::parse(path, &file.text, &self.settings, self.key).document)
    }
}

pub(super) fn shared(bodies: Faces<Body>) -> Faces<Arc<Body>> {
    Faces { writer: Arc::new(bodies.writer), public: bodies.public.map(Arc::new) }
}

/// A file as it was parsed or recalled; the bodies are there if it was parsed now.
type Read = (SourcePath, Digest, Arc<Document>, Option<Faces<Body>>);

/// Whether the bodies of entries are worth their memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bodies {
    /// They are kept: most pages are about to be made.
    Kept,
    /// They are parsed again for each page that shows them.
    Dropped,
}

/// Parses what is not known and leaves out what is private.
///
/// # Errors
/// When the settings are broken.
pub fn understand(known: &dyn Recall, inputs: &Inputs, keep: Bodies, work: &Work) -> Result<Understood, Failure> {
    let settings = settings(inputs)?;
    let key = Digest::of(&(TOOL, &settings));
    let parsed: Vec<Read> = inputs
        .sources
        .entries
        .par_iter()
        .map(|(path, file)| {
            let digest = Digest::of(&(key, file.digest));
            if let Some(document) = known.document(path, digest) {
                return (path.clone(), digest, document, None);
            }
            work.parsed.fetch_add(1, Ordering::Relaxed);
            let parsed = parse::parse(path, &file.text, &settings, key);
            (path.clone(), digest, Arc::new(parsed.document), Some(parsed.bodies).filter(|_| keep == Bodies::Kept))
        })
        .collect();
    let mut documents = BTreeMap::new();
    let mut bodies = HashMap::new();
    for (path, digest, document, body) in parsed {
        if keep == Bodies::Kept {
            bodies.insert(path.clone(), body.map_or_else(OnceLock::new, |body| OnceLock::from(shared(body))));
        }
        documents.insert(path, (digest, document));
    }
    let known = documents.iter().map(|(path, (_, document))| (path, &**document));
    let published = Published::of(known, inputs.sources.assets.keys(), inputs.audience);
    let today = inputs.today_override.or(settings.today).unwrap_or(inputs.today);
    let published = told(published, &documents, inputs, today);
    let (language, problems) = language(inputs, &settings);
    Ok(Understood { settings, today, documents, published, language: Arc::new(language), problems, key, bodies })
}

/// The same with the days that the text of an entry leaves open and its versions tell.
pub(super) fn told(published: Published, documents: &Documents, inputs: &Inputs, today: Date) -> Published {
    let Some(history) = &inputs.history else { return published };
    let audience = published.audience();
    let files = inputs.sources.entries.iter();
    let files: Vec<Present<'_>> =
        files.map(|(path, file)| Present { path, text: &file.text, raw: file.digest }).collect();
    // As they are written: what was told already may be another day by now.
    let written = |entry: &Arc<Entry>| {
        let faces = documents.get(&entry.path).and_then(|(_, document)| document.entry.as_ref());
        Arc::clone(faces.map_or(entry, |faces| faces.face(audience)))
    };
    published.with(|entries| history.tell(&entries.iter().map(written).collect::<Vec<_>>(), &files, today))
}

/// The settings, with what the command line changes.
///
/// # Errors
/// When `journal.yaml` is broken.
pub fn settings(inputs: &Inputs) -> Result<Settings, Failure> {
    let path = settings::path();
    let mut settings = match &inputs.settings {
        Some(file) => parse::settings(&path, &file.text).map_err(Failure::Settings)?,
        None => Settings::default(),
    };
    if let Some(base_url) = &inputs.base_url {
        settings.base_url.clone_from(base_url);
    }
    Ok(settings)
}

/// Where a journal keeps words of its own, below `templates/`.
pub(super) const LANGUAGES: &str = "languages/";

/// The words of the site: the journal's own file for its language, or for the language without its region, over the
/// built-in ones. And what can't be read in it.
fn language(inputs: &Inputs, settings: &Settings) -> (Language, Vec<Diagnostic>) {
    let tag = settings.language.as_str();
    let names = [tag, tag.split('-').next().unwrap_or(tag)].map(|tag| format!("{LANGUAGES}{tag}.ftl"));
    let own = names.iter().find_map(|name| Some((name, inputs.sources.templates.get(name)?)));
    let (language, faults) = Language::new(tag, own.map(|(_, file)| &*file.text));
    let Some((name, file)) = own else {
        let message = format!("the theme has no words in `{tag}`, so it speaks English");
        let help = format!("put them into `templates/{}`; `journal theme copy languages/en.ftl` begins it", names[0]);
        let unknown = Diagnostic::of_file(Code::UnknownLanguage, Severity::Warning, &settings::path(), message);
        let problems = if language.is_known() { Vec::new() } else { vec![unknown.help(help)] };
        return (language, problems);
    };
    let path = SourcePath::new(&format!("templates/{name}")).unwrap_or_else(settings::path);
    let faults = faults.into_iter().map(|fault| {
        let help = "messages are written in the syntax of Fluent, as in `today = aujourd’hui`";
        parse::diagnostic_in(&path, &file.text, Code::BadWords, Severity::Error, fault.range, fault.message).help(help)
    });
    (language, faults.collect())
}
