//! What is in the site, before any of it is made.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::understood::LANGUAGES;
use super::{Content, Failure, Inputs, Output, Understood};
use crate::language::Language;
use crate::model::{Code, Diagnostic, Digest, Entry, OutPath, Severity, settings};
use crate::parse::place_of;
use crate::render::{self, Renderer};
use crate::site::search::Searched;
use crate::site::status::Status;
use crate::site::{self, DataFile, Page, Plan, Theme};

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
    pub site: Arc<render::Site>,
    /// What templates make.
    pub pages: Vec<Arc<Page>>,
    /// What is copied, and the theme's files.
    pub files: BTreeMap<OutPath, Output>,
    /// What is data in a format of its own.
    pub data: Vec<Arc<DataFile>>,
    /// What can be searched; none where the settings want no search.
    pub search: Option<Searched>,
    /// What `journal.json` holds.
    pub export: Arc<site::export::Export>,
    /// What is wrong with links, addresses and names.
    pub found: Vec<Diagnostic>,
}

/// What is wrong in files by themselves.
#[must_use]
pub fn problems(understood: &Understood, inputs: &Inputs) -> Vec<Diagnostic> {
    let of_documents = understood.documents.values().flat_map(|(_, document)| &document.diagnostics);
    let of_history = inputs.history.iter().flat_map(|history| &history.diagnostics);
    let of_folder = inputs.sources.diagnostics.iter().chain(of_history);
    let all = of_folder.chain(&understood.problems).chain(of_documents).cloned();
    with_lines(all.collect(), inputs)
}

/// The same with the text of the line that each is about.
fn with_lines(mut diagnostics: Vec<Diagnostic>, inputs: &Inputs) -> Vec<Diagnostic> {
    for diagnostic in &mut diagnostics {
        add_line(diagnostic, inputs);
    }
    diagnostics
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
    diagnostics.extend(with_lines(found, inputs));
    (status, diagnostics)
}

/// Which pages there are, and everything else that goes into the site.
#[must_use]
pub fn plan(understood: &Understood, inputs: &Inputs, renderer: &Renderer) -> Planned {
    let theme_files: Vec<(OutPath, Vec<u8>)> = renderer.theme_outputs(&understood.settings);
    let theme = Theme::of(&theme_files.iter().map(|(out, _)| out).collect::<Vec<_>>());
    let Plan { site, mut pages, copies, mut data, search, export, diagnostics: mut found } = site::plan(
        &understood.published,
        &understood.settings,
        &understood.language,
        understood.today,
        &theme,
        inputs.sources.assets.keys(),
        inputs.sources.statics.iter().map(|(out, asset)| (out, &asset.source)),
    );
    for page in &mut pages {
        if !renderer.knows(&page.template) {
            found.push(unknown_template(page));
            page.template = page.view.template().to_owned();
        }
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
    let site = Arc::new(render::Site::new(site, Arc::clone(&understood.language)));
    let (pages, data) = (pages.into_iter().map(Arc::new).collect(), data.into_iter().map(Arc::new).collect());
    Planned { site, pages, files, data, search, export, found: with_lines(found, inputs) }
}

/// What a template would be given for a page, as JSON: the contract with theme authors.
#[must_use]
pub fn context(page: &Page, planned: &Planned, understood: &Understood, inputs: &Inputs) -> serde_json::Value {
    let bodies = |entry: &Entry| understood.body(entry, &inputs.sources.entries);
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
        _ => Diagnostic::of_file(Code::UnknownTemplate, Severity::Warning, &settings::path(), message),
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
