//! Inputs in, a build out: the one way from a journal to its site. No I/O happens here.
//!
//! 1. *settings*: `journal.yaml` is read; broken settings end the build here.
//! 2. *documents*: every entry whose text is new is parsed, the others are recalled.
//! 3. *published*: what this audience may not see is left out, once and for all; what is left gets the days that the
//!    versions of its files tell.
//! 4. *plan*: which pages there are, and what each of them sees.
//! 5. *render*: pages whose fingerprint is not that of the previous build become bytes.
//!
//! `build(previous, inputs)` uses the previous build as a cache and for nothing else: what it returns does not depend
//! on it, only how much work it takes.

mod failure;
mod shown;

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::history::{History, Present};
use crate::language::Language;
use crate::model::{
    Audience, Body, Code, Date, Diagnostic, Digest, Document, Entry, Faces, OutPath, Published, Settings, Severity,
    SourcePath,
};
use crate::parse::{self, place_of};
use crate::render::{self, Renderer};
use crate::site::search::Bundle;
use crate::site::status::Status;
use crate::site::{self, DataFile, Page, Plan, Theme};

pub use failure::Failure;
pub use shown::Shown;

/// A text file of the journal, as read.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// Its text.
    pub text: Arc<str>,
    /// The digest of its bytes.
    pub digest: Digest,
}

/// A file of the journal that need not be text, as read.
#[derive(Debug, Clone)]
pub struct BinaryFile {
    /// All of it.
    pub bytes: Arc<[u8]>,
    /// The digest of its bytes.
    pub digest: Digest,
}

/// A file that is copied as it is; its bytes stay on disk.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Asset {
    /// Where it is: relative to the journal.
    pub source: SourcePath,
    /// The digest of its bytes.
    pub digest: Digest,
    /// How many bytes it has.
    pub size: u64,
}

/// What a journal's folder holds.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Markdown files.
    pub entries: BTreeMap<SourcePath, TextFile>,
    /// Every other file.
    pub assets: BTreeMap<SourcePath, Asset>,
    /// Files of `static/`, by where they go.
    pub statics: BTreeMap<OutPath, Asset>,
    /// Templates, by their path below `templates/`.
    pub templates: BTreeMap<String, TextFile>,
    /// The theme's other files, by their path below `templates/`.
    pub theme: BTreeMap<String, BinaryFile>,
    /// What could not be read, and why, in the order in which problems are shown.
    pub diagnostics: Vec<Diagnostic>,
}

/// Everything that a build depends on.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// `journal.yaml`, if there is one.
    pub settings: Option<TextFile>,
    /// What its folder holds.
    pub sources: Sources,
    /// The day to reckon for, unless the settings fix one.
    pub today: Date,
    /// `--today` or `JOURNAL_TODAY`, which go before the settings.
    pub today_override: Option<Date>,
    /// Who the site is for.
    pub audience: Audience,
    /// `--base-url`, which goes before the settings; ends in `/`.
    pub base_url: Option<String>,
    /// What the versions of its files tell this audience; none where there are none.
    pub history: Option<Arc<History>>,
}

impl Inputs {
    /// Stands for all inputs: the same digest, the same site.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let texts = |files: &BTreeMap<String, TextFile>| -> Vec<(String, Digest)> {
            files.iter().map(|(name, file)| (name.clone(), file.digest)).collect()
        };
        let Sources { entries, assets, statics, templates, theme, diagnostics } = &self.sources;
        let entries: Vec<(&SourcePath, Digest)> = entries.iter().map(|(path, file)| (path, file.digest)).collect();
        let day = self.today_override.unwrap_or(self.today);
        let head = (TOOL, self.settings.as_ref().map(|file| file.digest), day, self.today_override.is_some());
        let theme: Vec<(&String, Digest)> = theme.iter().map(|(name, file)| (name, file.digest)).collect();
        let files = (entries, assets, statics, texts(templates), theme);
        let history = self.history.as_ref().map(|history| history.digest());
        Digest::of(&(head, files, diagnostics, self.audience, &self.base_url, history))
    }
}

/// The name under which results are kept: another version may understand the same text differently.
pub const TOOL: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));

/// What a file of the site is made of.
#[derive(Debug, Clone)]
pub enum Content {
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// A copy of this file of the journal.
    Copy(SourcePath),
    /// As the previous build had it, with the same fingerprint; its bytes are where that build was stored.
    Stored,
}

/// One file of the site.
#[derive(Debug, Clone)]
pub struct Output {
    /// Stands for everything that its bytes depend on.
    pub fingerprint: Digest,
    /// What it is made of.
    pub content: Content,
}

/// What was parsed before.
pub trait Recall: Send + Sync {
    /// The document of this file with this digest, if it is known.
    fn document(&self, path: &SourcePath, digest: Digest) -> Option<Arc<Document>>;
}

impl Recall for BTreeMap<SourcePath, (Digest, Arc<Document>)> {
    fn document(&self, path: &SourcePath, digest: Digest) -> Option<Arc<Document>> {
        self.get(path).filter(|(known, _)| *known == digest).map(|(_, document)| Arc::clone(document))
    }
}

/// How much work there was. Counted as it is done, so that who waits can be told.
#[derive(Debug, Default)]
pub struct Work {
    /// Files parsed.
    pub parsed: AtomicUsize,
    /// Pages and other files planned.
    pub planned: AtomicUsize,
    /// Pages and other files rendered, but for those of the search index.
    pub rendered: AtomicUsize,
    /// Files of the search index made.
    pub indexed: AtomicUsize,
}

/// A site, and what a next build can reuse of it.
pub struct Build {
    /// Stands for the inputs it was made from.
    pub inputs: Digest,
    /// Every file of the site.
    pub outputs: BTreeMap<OutPath, Output>,
    /// What is wrong in the journal, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Everything that was parsed.
    pub documents: Arc<dyn Recall>,
    /// The documents by path, where this build had to know them.
    pub parsed: Option<BTreeMap<SourcePath, (Digest, Arc<Document>)>>,
    /// What its pages show of whose text, where this build had to know it.
    pub shown: Option<Shown>,
}

impl Build {
    /// The build before the first.
    #[must_use]
    pub fn empty() -> Self {
        let nothing: BTreeMap<SourcePath, (Digest, Arc<Document>)> = BTreeMap::new();
        Self {
            inputs: Digest::default(),
            outputs: BTreeMap::new(),
            diagnostics: Vec::new(),
            documents: Arc::new(nothing),
            parsed: None,
            shown: None,
        }
    }
}

/// Builds the site of `inputs`.
///
/// # Errors
/// When the settings or a template are broken: then there is no site, and the previous one stays.
pub fn build(previous: &Build, inputs: &Inputs, work: &Work) -> Result<Build, Failure> {
    let digest = inputs.digest();
    if digest == previous.inputs {
        let stored = |(out, output): (&OutPath, &Output)| {
            (out.clone(), Output { fingerprint: output.fingerprint, content: Content::Stored })
        };
        work.planned.store(previous.outputs.len(), Ordering::Relaxed);
        return Ok(Build {
            inputs: digest,
            outputs: previous.outputs.iter().map(stored).collect(),
            diagnostics: previous.diagnostics.clone(),
            documents: Arc::clone(&previous.documents),
            parsed: None,
            shown: None,
        });
    }
    let understood = understand(previous, inputs, work)?;
    let renderer = renderer(inputs, &understood.language)?;
    let planned = plan(&understood, inputs, &renderer);
    work.planned.store(planned.pages.len() + planned.data.len() + planned.files.len(), Ordering::Relaxed);

    let reused = |out: &OutPath, fingerprint: Digest| {
        let known = previous.outputs.get(out).is_some_and(|output| output.fingerprint == fingerprint);
        known.then_some(Content::Stored)
    };
    let bodies = |entry: &Entry| understood.bodies(entry, inputs);
    let pages: Vec<(OutPath, Output)> = planned
        .pages
        .par_iter()
        .map(|page| {
            let fingerprint = fingerprint(page, &planned, &renderer);
            let content = if let Some(stored) = reused(&page.out, fingerprint) {
                stored
            } else {
                work.rendered.fetch_add(1, Ordering::Relaxed);
                Content::Bytes(renderer.page(page, &planned.site, &bodies)?.into())
            };
            Ok((page.out.clone(), Output { fingerprint, content }))
        })
        .collect::<Result<_, render::Error>>()?;
    let data = planned.data.par_iter().map(|file| {
        let fingerprint = Digest::of(&(TOOL, file));
        let content = reused(&file.out, fingerprint).unwrap_or_else(|| {
            let counted = if file.data.is_of_search() { &work.indexed } else { &work.rendered };
            counted.fetch_add(1, Ordering::Relaxed);
            Content::Bytes(render::data(&file.data, &planned.site, &bodies).into())
        });
        (file.out.clone(), Output { fingerprint, content })
    });
    let data: Vec<_> = data.collect();
    let bundles: Vec<_> = planned.bundles.par_iter().flat_map_iter(|bundle| bundled(bundle, previous, work)).collect();
    let mut outputs: BTreeMap<OutPath, Output> = bundles.into_iter().collect();
    // An address of its own goes before a name in the index.
    outputs.extend(pages.into_iter().chain(data).chain(planned.files));
    let mut diagnostics = planned.diagnostics;
    diagnostics.sort();
    let shown = Shown::of(&planned.pages, &understood);
    // Giving back what the views of thousands of pages hold is a tenth of a build's time; who waits need not wait for it.
    let (pages, views) = (planned.pages, (planned.data, planned.export, renderer));
    rayon::spawn(move || drop((pages, views)));
    let parsed = understood.documents;
    let documents = Arc::new(parsed.clone());
    Ok(Build { inputs: digest, outputs, diagnostics, documents, parsed: Some(parsed), shown: Some(shown) })
}

/// The files of a bundle: all as the previous build had them, or all made anew.
fn bundled(bundle: &Bundle, previous: &Build, work: &Work) -> Vec<(OutPath, Output)> {
    let fingerprint = Digest::of(&(TOOL, bundle));
    let under = bundle.under();
    let from = Bound::Included(under.as_str());
    let before = previous.outputs.range::<str, _>((from, Bound::Unbounded));
    let before = before.take_while(|(out, _)| out.as_str().starts_with(&under));
    let stored: Vec<&OutPath> =
        before.filter(|(_, output)| output.fingerprint == fingerprint).map(|(out, _)| out).collect();
    let first = format!("{under}.js");
    if stored.iter().any(|out| out.as_str() == first) {
        let output = || Output { fingerprint, content: Content::Stored };
        return stored.into_iter().map(|out| (out.clone(), output())).collect();
    }
    let files = render::bundle(bundle);
    work.indexed.fetch_add(files.len(), Ordering::Relaxed);
    let output = |bytes: Vec<u8>| Output { fingerprint, content: Content::Bytes(bytes.into()) };
    files.into_iter().map(|(out, bytes)| (out, output(bytes))).collect()
}

/// A journal, parsed and cut to its audience: where `check`, `export` and `context` part from `build`.
pub struct Understood {
    /// The settings, with what the command line changes.
    pub settings: Settings,
    /// The day everything is reckoned for.
    pub today: Date,
    /// Everything parsed, by path.
    pub documents: BTreeMap<SourcePath, (Digest, Arc<Document>)>,
    /// What the audience may see.
    pub published: Published,
    /// The words of the site.
    pub language: Arc<Language>,
    /// What is wrong with them.
    problems: Vec<Diagnostic>,
    key: Digest,
    bodies: HashMap<SourcePath, OnceLock<Faces<Arc<Body>>>>,
}

impl Understood {
    /// The body of an entry: from this build's parsing, or parsed again where the document was recalled.
    fn bodies(&self, entry: &Entry, inputs: &Inputs) -> Arc<Body> {
        let Some(slot) = self.bodies.get(&entry.path) else { return Arc::default() };
        let faces = slot.get_or_init(|| {
            let text = inputs.sources.entries.get(&entry.path).map_or("", |file| &file.text);
            shared(parse::parse(&entry.path, text, &self.settings, self.key).bodies)
        });
        Arc::clone(faces.face(self.published.audience()))
    }
}

fn shared(bodies: Faces<Body>) -> Faces<Arc<Body>> {
    Faces { writer: Arc::new(bodies.writer), public: bodies.public.map(Arc::new) }
}

/// A file as it was parsed or recalled; the bodies are there if it was parsed now.
type Read = (SourcePath, Digest, Arc<Document>, Option<Faces<Body>>);

/// Parses what is new and leaves out what is private.
///
/// # Errors
/// When the settings are broken.
pub fn understand(previous: &Build, inputs: &Inputs, work: &Work) -> Result<Understood, Failure> {
    let settings = settings(inputs)?;
    let key = Digest::of(&(TOOL, &settings));
    let parsed: Vec<Read> = inputs
        .sources
        .entries
        .par_iter()
        .map(|(path, file)| {
            let digest = Digest::of(&(key, file.digest));
            if let Some(document) = previous.documents.document(path, digest) {
                return (path.clone(), digest, document, None);
            }
            work.parsed.fetch_add(1, Ordering::Relaxed);
            let parsed = parse::parse(path, &file.text, &settings, key);
            (path.clone(), digest, Arc::new(parsed.document), Some(parsed.bodies))
        })
        .collect();
    let mut documents = BTreeMap::new();
    let mut bodies = HashMap::new();
    for (path, digest, document, body) in parsed {
        bodies.insert(path.clone(), body.map_or_else(OnceLock::new, |body| OnceLock::from(shared(body))));
        documents.insert(path, (digest, document));
    }
    let known = documents.iter().map(|(path, (_, document))| (path, &**document));
    let published = Published::of(known, inputs.sources.assets.keys(), inputs.audience);
    let today = inputs.today_override.or(settings.today).unwrap_or(inputs.today);
    let published = match &inputs.history {
        Some(history) => published.with(|entries| history.tell(entries, &present(inputs), today)),
        None => published,
    };
    let (language, problems) = language(inputs, &settings);
    Ok(Understood { settings, today, documents, published, language: Arc::new(language), problems, key, bodies })
}

/// The journal's files as they are, for what is known of their earlier versions.
fn present(inputs: &Inputs) -> Vec<Present<'_>> {
    let files = inputs.sources.entries.iter();
    files.map(|(path, file)| Present { path, text: &file.text, raw: file.digest }).collect()
}

fn settings_path() -> SourcePath {
    SourcePath::new("journal.yaml").expect("a plain name")
}

/// The settings, with what the command line changes.
///
/// # Errors
/// When `journal.yaml` is broken.
pub fn settings(inputs: &Inputs) -> Result<Settings, Failure> {
    let path = settings_path();
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
const LANGUAGES: &str = "languages/";

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
        let unknown = Diagnostic::of_file(Code::UnknownLanguage, Severity::Warning, &settings_path(), message);
        let problems = if language.is_known() { Vec::new() } else { vec![unknown.help(help)] };
        return (language, problems);
    };
    let path = SourcePath::new(&format!("templates/{name}")).unwrap_or_else(settings_path);
    let faults = faults.into_iter().map(|fault| {
        let help = "messages are written in the syntax of Fluent, as in `today = aujourd’hui`";
        parse::diagnostic_in(&path, &file.text, Code::BadWords, Severity::Error, fault.range, fault.message).help(help)
    });
    (language, faults.collect())
}

/// The templates: those of the program under those of the journal.
///
/// # Errors
/// When one of the journal's is broken.
pub fn renderer(inputs: &Inputs, language: &Arc<Language>) -> Result<Renderer, Failure> {
    let templates = inputs.sources.templates.iter().filter(|(name, _)| !name.starts_with(LANGUAGES));
    let own = templates.map(|(name, file)| (name.clone(), Arc::clone(&file.text))).collect();
    let theme = inputs.sources.theme.iter().map(|(name, file)| (name.clone(), Arc::clone(&file.bytes))).collect();
    Ok(Renderer::new(&own, &theme, language)?)
}

/// The pages and other files of a site.
pub struct Planned {
    /// What every template sees.
    pub site: render::Site,
    /// What templates make.
    pub pages: Vec<Page>,
    /// What is copied, and the theme's files.
    pub files: BTreeMap<OutPath, Output>,
    /// What is data in a format of its own.
    pub data: Vec<DataFile>,
    /// What makes several files at once.
    pub bundles: Vec<Bundle>,
    /// What `journal.json` holds.
    pub export: Arc<site::export::Export>,
    /// What is wrong in the journal.
    pub diagnostics: Vec<Diagnostic>,
}

/// What is wrong in files by themselves.
fn problems(understood: &Understood, inputs: &Inputs) -> Vec<Diagnostic> {
    let of_documents = understood.documents.values().flat_map(|(_, document)| &document.diagnostics);
    let of_history = inputs.history.iter().flat_map(|history| &history.diagnostics);
    let of_folder = inputs.sources.diagnostics.iter().chain(of_history);
    of_folder.chain(&understood.problems).chain(of_documents).cloned().collect()
}

/// Where the plans stand, and what is wrong in the journal. No page is planned for it, and no template looked at.
#[must_use]
pub fn status(understood: &Understood, inputs: &Inputs) -> (Status, Vec<Diagnostic>) {
    let (status, found) = site::status::status(
        &understood.published,
        &understood.settings,
        &understood.language,
        understood.today,
        inputs.sources.assets.keys(),
        inputs.sources.statics.iter().map(|(out, asset)| (out, &asset.source)),
    );
    let mut diagnostics = problems(understood, inputs);
    diagnostics.extend(found);
    for diagnostic in &mut diagnostics {
        add_line(diagnostic, inputs);
    }
    (status, diagnostics)
}

/// Which pages there are, and everything else that goes into the site.
#[must_use]
pub fn plan(understood: &Understood, inputs: &Inputs, renderer: &Renderer) -> Planned {
    let theme_files: Vec<(OutPath, Vec<u8>)> = renderer.theme_outputs(&understood.settings);
    let theme = Theme::of(&theme_files.iter().map(|(out, _)| out).collect::<Vec<_>>());
    let mut diagnostics = problems(understood, inputs);
    let Plan { site, mut pages, copies, mut data, bundles, export, diagnostics: problems } = site::plan(
        &understood.published,
        &understood.settings,
        &understood.language,
        understood.today,
        &theme,
        inputs.sources.assets.keys(),
        inputs.sources.statics.iter().map(|(out, asset)| (out, &asset.source)),
    );
    diagnostics.extend(problems);
    for page in &mut pages {
        if !renderer.knows(&page.template) {
            diagnostics.push(unknown_template(page));
            page.template = page.view.template().to_owned();
        }
    }
    for diagnostic in &mut diagnostics {
        add_line(diagnostic, inputs);
    }

    let mut files = BTreeMap::new();
    for (out, source) in copies {
        let asset = inputs.sources.statics.get(&out).or_else(|| inputs.sources.assets.get(&source));
        let Some(asset) = asset else { continue };
        files.insert(out, Output { fingerprint: asset.digest, content: Content::Copy(asset.source.clone()) });
    }
    for (out, bytes) in theme_files {
        let fingerprint = Digest::of_bytes(&bytes);
        // What the person put into `static/` goes before what the program would make.
        files.entry(out).or_insert(Output { fingerprint, content: Content::Bytes(bytes.into()) });
    }
    pages.retain(|page| !files.contains_key(&page.out));
    data.retain(|file| !files.contains_key(&file.out));
    let site = render::Site::new(site, Arc::clone(&understood.language));
    Planned { site, pages, files, data, bundles, export, diagnostics }
}

/// Stands for everything that the bytes of a page depend on.
fn fingerprint(page: &Page, planned: &Planned, renderer: &Renderer) -> Digest {
    Digest::of(&(TOOL, renderer.digest(&page.template), planned.site.digest, page))
}

/// What a template would be given for a page, as JSON: the contract with theme authors.
#[must_use]
pub fn context(page: &Page, planned: &Planned, understood: &Understood, inputs: &Inputs) -> serde_json::Value {
    let bodies = |entry: &Entry| understood.bodies(entry, inputs);
    let language = &understood.language;
    let body = page.body.as_ref().map(|body| render::body_html(body, &page.head.root, language, &bodies));
    let texts = render::texts(page, &planned.site, &bodies);
    serde_json::json!({
        "template": page.template,
        "site": planned.site.view,
        "page": page.head,
        "view": page.view,
        "body": body,
        "texts": texts,
    })
}

fn unknown_template(page: &Page) -> Diagnostic {
    let entry = page.body.as_ref().map(|body| &body.entry);
    let named = entry.and_then(|entry| entry.template.as_ref());
    let message = format!("there is no template `{}`", page.template);
    let help = format!("put it into `templates/`; the page is made with `{}`", page.view.template());
    let problem = match (entry, named) {
        (Some(entry), Some(named)) => site::at(entry, named.spot, Code::UnknownTemplate, message),
        // Only an entry's own word can name a template that is not there.
        _ => Diagnostic::of_file(Code::UnknownTemplate, Severity::Warning, &settings_path(), message),
    };
    problem.help(help)
}

/// Puts in the text of the line that a diagnostic is about, where the stage that found it had none.
fn add_line(diagnostic: &mut Diagnostic, inputs: &Inputs) {
    let Some(place) = &mut diagnostic.place else { return };
    if !place.text.is_empty() {
        return;
    }
    if let Some(file) = inputs.sources.entries.get(diagnostic.path.as_str()) {
        let spot = crate::model::Spot { line: place.line, column: place.column, length: place.length };
        *place = place_of(&file.text, spot);
    }
}
