//! A site of which nothing is made yet: every file with its fingerprint, each to be made when it is wanted.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::atomic::Ordering;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::plan::{Planned, plan, problems, renderer};
use super::understood::{Bodies, Documents, Understood, told, understand};
use super::{Build, Content, Failure, Inputs, Output, Recall, Stamp, TOOL, TextFile, Work};
use crate::model::{Date, Diagnostic, Digest, Document, Entry, OutPath, Settings, SourcePath};
use crate::render::{self, Renderer, ShownStep};
use crate::site::bodies::BodyPlan;
use crate::site::search::{Bundle, FOLDER, SearchFiles, Searched};
use crate::site::texts::Texts;
use crate::site::{DataFile, Page};

/// Of how many entries the text may be another, for the draft before to be worth looking at.
const MOST_TEXTS: usize = 64;

/// What a file is made of.
#[derive(Debug, Clone)]
enum Maker {
    Page(Arc<Page>),
    Data(Arc<DataFile>),
    /// It is there already.
    File(Content),
}

/// A file of the site, and what stands for its bytes.
#[derive(Debug, Clone)]
struct Drafted {
    fingerprint: Digest,
    maker: Maker,
}

impl Drafted {
    fn page(page: Arc<Page>, renderer: &Renderer, site: &render::Site) -> Self {
        let fingerprint = Digest::of(&(TOOL, renderer.digest(&page.template), site.digest, &*page));
        Self { fingerprint, maker: Maker::Page(page) }
    }

    fn data(data: Arc<DataFile>) -> Self {
        Self { fingerprint: Digest::of(&(TOOL, &*data)), maker: Maker::Data(data) }
    }

    fn file(file: Output) -> Self {
        Self { fingerprint: file.fingerprint, maker: Maker::File(file.content) }
    }
}

/// A file, made.
#[derive(Debug, Clone)]
pub enum Made {
    /// Its bytes.
    Bytes(Arc<[u8]>),
    /// A copy of this file of the journal.
    Copy(SourcePath),
}

/// The site of some inputs.
pub struct Draft {
    inputs: Stamp,
    /// The entries as they were read.
    texts: BTreeMap<SourcePath, TextFile>,
    understood: Understood,
    renderer: Arc<Renderer>,
    site: Arc<render::Site>,
    /// Every file but those of the search index.
    files: BTreeMap<OutPath, Drafted>,
    search: Option<Searched>,
    index: OnceLock<SearchFiles>,
    /// What is wrong with links, addresses and names.
    found: Vec<Diagnostic>,
    /// All that is wrong, sorted.
    diagnostics: Vec<Diagnostic>,
}

impl Draft {
    /// Drafts the site of `inputs`. What is `known` is not parsed again.
    ///
    /// # Errors
    /// When the settings are broken, or a template can't be read.
    pub fn new(known: &dyn Recall, inputs: &Inputs, keep: Bodies, work: &Work) -> Result<Self, Failure> {
        let understood = understand(known, inputs, keep, work)?;
        let renderer = renderer(inputs, &understood.language)?;
        let Planned { site, pages, files, data, search, export: _, found } = plan(&understood, inputs, &renderer);
        let page = |page: Arc<Page>| (page.out.clone(), Drafted::page(page, &renderer, &site));
        let pages: Vec<(OutPath, Drafted)> = pages.into_par_iter().map(page).collect();
        let data = data.into_par_iter().map(|file| (file.out.clone(), Drafted::data(file)));
        let data: Vec<(OutPath, Drafted)> = data.collect();
        let files = files.into_iter().map(|(out, file)| (out, Drafted::file(file)));
        work.planned.store(pages.len() + data.len() + files.len(), Ordering::Relaxed);
        Ok(Self {
            inputs: inputs.stamp(),
            texts: inputs.sources.entries.clone(),
            files: pages.into_iter().chain(data).chain(files).collect(),
            search,
            index: OnceLock::new(),
            diagnostics: sorted(problems(&understood, inputs), &found),
            found,
            understood,
            renderer: Arc::new(renderer),
            site,
        })
    }

    /// Drafts the site of other inputs: what [`Draft::new`] would; none if they are the same. Where only the running text
    /// of a few entries is another, it takes no more work than they do.
    ///
    /// # Errors
    /// When the settings are broken, or a template can't be read.
    pub fn next(&self, inputs: &Inputs, work: &Work) -> Result<Option<Self>, Failure> {
        let stamp = inputs.stamp();
        if stamp == self.inputs {
            return Ok(None);
        }
        let mut read = Documents::new();
        match self.with_other_texts(inputs, stamp, &mut read, work) {
            Some(next) => Ok(Some(next)),
            None => Self::new(&Known(&read, self.documents()), inputs, Bodies::Dropped, work).map(Some),
        }
    }

    /// The draft of inputs that differ from this one's in the running text of a few entries; none if they differ in
    /// more. What had to be parsed to find out is put into `read`.
    fn with_other_texts(&self, inputs: &Inputs, stamp: Stamp, read: &mut Documents, work: &Work) -> Option<Self> {
        if stamp.ground != self.inputs.ground {
            return None;
        }
        for (path, file) in self.changed(inputs)? {
            // Where a problem was found, its line may be another now.
            if self.found.iter().any(|problem| problem.path == path.as_str()) {
                return None;
            }
            work.parsed.fetch_add(1, Ordering::Relaxed);
            let (digest, document) = self.understood.read(path, file);
            let (_, old) = self.documents().get(path)?;
            let same = old.differs_only_in_text(&document);
            read.insert(path.clone(), (digest, Arc::new(document)));
            if !same {
                return None;
            }
        }
        let mut documents = self.documents().clone();
        documents.extend(read.iter().map(|(path, known)| (path.clone(), known.clone())));
        let published = told(self.understood.published.with_texts(read), &documents, inputs, self.today());
        // What is not committed is of today: with the first change of a file, more is another than its text.
        let same = |(old, new): (&Arc<Entry>, &Arc<Entry>)| {
            if read.contains_key(&new.path) { old.differs_only_in_text(new) } else { old.digest == new.digest }
        };
        if !self.understood.published.entries().iter().zip(published.entries()).all(same) {
            return None;
        }
        let seen = published.entries().iter().filter(|entry| read.contains_key(&entry.path));
        let texts: Texts = seen.map(|entry| (entry.path.clone(), Arc::clone(entry))).collect();
        let understood = self.understood.with_texts(documents, published);
        let mut files = self.files.clone();
        let other = self.files.iter().filter_map(|(out, file)| Some((out.clone(), self.with_texts(file, &texts)?)));
        files.extend(other);
        work.planned.store(self.files.len(), Ordering::Relaxed);
        Some(Self {
            inputs: stamp,
            texts: inputs.sources.entries.clone(),
            renderer: Arc::clone(&self.renderer),
            site: Arc::clone(&self.site),
            files,
            search: self.search.as_ref().map(|search| search.with_texts(&texts)),
            index: OnceLock::new(),
            diagnostics: sorted(problems(&understood, inputs), &self.found),
            found: self.found.clone(),
            understood,
        })
    }

    /// The entries that read otherwise than here, if there are the same ones and those are few.
    fn changed<'a>(&self, inputs: &'a Inputs) -> Option<Vec<(&'a SourcePath, &'a TextFile)>> {
        let files = &inputs.sources.entries;
        if files.len() != self.texts.len() {
            return None;
        }
        let mut changed = Vec::new();
        for ((path, file), (known, old)) in files.iter().zip(&self.texts) {
            if path != known || changed.len() > MOST_TEXTS {
                return None;
            }
            if file.digest != old.digest {
                changed.push((path, file));
            }
        }
        Some(changed)
    }

    /// A file with these texts in it; none if it does not show them.
    fn with_texts(&self, file: &Drafted, texts: &Texts) -> Option<Drafted> {
        match &file.maker {
            Maker::Page(page) if page.shows(texts) => {
                Some(Drafted::page(Arc::new(page.with_texts(texts)), &self.renderer, &self.site))
            }
            Maker::Data(data) if data.shows(texts) => Some(Drafted::data(Arc::new(data.with_texts(texts)))),
            _ => None,
        }
    }

    /// What is wrong in the journal, sorted.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Everything parsed.
    #[must_use]
    pub fn documents(&self) -> &Documents {
        &self.understood.documents
    }

    /// Every file with its fingerprint, but for those of the search index: they are known when they are made.
    pub fn files(&self) -> impl Iterator<Item = (&OutPath, Digest)> {
        self.files.iter().map(|(out, file)| (out, file.fingerprint))
    }

    /// Every file, made or as the previous build has it.
    pub(super) fn outputs(&self, previous: &Build, work: &Work) -> Result<BTreeMap<OutPath, Output>, Failure> {
        let index = self.index();
        let data = index.data.par_iter().map(|file| (file.out.clone(), Drafted::data(Arc::new(file.clone()))));
        let data: Vec<(OutPath, Drafted)> = data.collect();
        work.planned.fetch_add(data.len(), Ordering::Relaxed);
        let bundles = index.bundles.par_iter().flat_map_iter(|bundle| bundled(bundle, previous, work));
        let mut outputs: BTreeMap<OutPath, Output> = bundles.collect::<Vec<_>>().into_iter().collect();
        let of_search: Vec<(&OutPath, &Drafted)> = data.iter().map(|(out, file)| (out, file)).collect();
        let files: Vec<(&OutPath, &Drafted)> = self.files.iter().collect();
        let made = |&(out, file): &(&OutPath, &Drafted)| {
            let fingerprint = file.fingerprint;
            let known = previous.outputs.get(out).is_some_and(|output| output.fingerprint == fingerprint);
            let content = match &file.maker {
                Maker::File(content) => content.clone(),
                _ if known => Content::Stored,
                maker => {
                    let of_search = matches!(maker, Maker::Data(file) if file.data.is_of_search());
                    let counted = if of_search { &work.indexed } else { &work.rendered };
                    counted.fetch_add(1, Ordering::Relaxed);
                    Content::Bytes(self.bytes(maker)?)
                }
            };
            Ok((out.clone(), Output { fingerprint, content }))
        };
        // An address of its own goes before a name in the index.
        for files in [of_search, files] {
            outputs.extend(files.par_iter().map(made).collect::<Result<Vec<_>, Failure>>()?);
        }
        Ok(outputs)
    }

    fn bytes(&self, maker: &Maker) -> Result<Arc<[u8]>, Failure> {
        let bodies = |entry: &Entry| self.understood.body(entry, &self.texts);
        Ok(match maker {
            Maker::Page(page) => self.renderer.page(page, &self.site, &bodies)?.into(),
            Maker::Data(file) => render::data(&file.data, &self.site, &bodies).into(),
            Maker::File(Content::Bytes(bytes)) => Arc::clone(bytes),
            Maker::File(Content::Copy(_) | Content::Stored) => Arc::default(),
        })
    }

    fn index(&self) -> &SearchFiles {
        self.index.get_or_init(|| self.search.as_ref().map(Searched::files).unwrap_or_default())
    }

    /// The file at an address, made now; none if there is no such file.
    ///
    /// # Errors
    /// When its template fails on it.
    pub fn file(&self, out: &str) -> Result<Option<Made>, Failure> {
        let maker = match self.files.get(out) {
            Some(Drafted { maker: Maker::File(Content::Copy(source)), .. }) => {
                return Ok(Some(Made::Copy(source.clone())));
            }
            Some(file) => file.maker.clone(),
            None => match self.index_file(out) {
                Some(maker) => maker,
                None => return Ok(None),
            },
        };
        self.bytes(&maker).map(|bytes| Some(Made::Bytes(bytes)))
    }

    /// Makes every page that is not as in the draft `before`, to see whether it can be made.
    ///
    /// # Errors
    /// When a template fails on one.
    pub fn tried(&self, before: Option<&Self>, work: &Work) -> Result<(), Failure> {
        let same = |out: &OutPath, file: &Drafted| {
            before.and_then(|before| before.files.get(out)).is_some_and(|old| old.fingerprint == file.fingerprint)
        };
        self.files.par_iter().filter(|(out, file)| !same(out, file)).try_for_each(|(_, file)| {
            if let Maker::Page(_) = file.maker {
                work.rendered.fetch_add(1, Ordering::Relaxed);
                self.bytes(&file.maker)?;
            }
            Ok(())
        })
    }

    /// Whether there is a file at an address.
    #[must_use]
    pub fn has(&self, out: &str) -> bool {
        self.files.contains_key(out) || self.index_file(out).is_some()
    }

    /// A file of the search index.
    fn index_file(&self, out: &str) -> Option<Maker> {
        let name = out.strip_prefix(FOLDER).filter(|_| self.search.is_some())?;
        let index = self.index();
        if let Some(file) = index.data.iter().find(|file| file.out.as_str() == out) {
            return Some(Maker::Data(Arc::new(file.clone())));
        }
        let bundle = index
            .bundles
            .iter()
            .find(|bundle| bundle.under().strip_prefix(FOLDER).is_some_and(|under| name.starts_with(under)))?;
        let (_, bytes) = render::bundle(bundle).into_iter().find(|(path, _)| path.as_str() == out)?;
        Some(Maker::File(Content::Bytes(bytes.into())))
    }

    /// The entry that a page is made of; none for pages that are made of many.
    #[must_use]
    pub fn source(&self, page: &str) -> Option<&SourcePath> {
        self.body_of(page).map(|body| &body.entry.path)
    }

    /// Every page that is made of one entry, with it.
    pub fn sources(&self) -> impl Iterator<Item = (&OutPath, &SourcePath)> {
        self.files.iter().filter_map(|(out, file)| match &file.maker {
            Maker::Page(page) => Some((out, &page.body.as_ref()?.entry.path)),
            _ => None,
        })
    }

    fn body_of(&self, page: &str) -> Option<&BodyPlan> {
        match &self.files.get(page)?.maker {
            Maker::Page(page) => page.body.as_deref(),
            _ => None,
        }
    }

    /// The steps in the text of a page, those of embedded entries too.
    #[must_use]
    pub fn steps(&self, page: &str) -> Vec<ShownStep> {
        let bodies = |entry: &Entry| self.understood.body(entry, &self.texts);
        self.body_of(page).map(|body| render::steps_shown(body, &bodies)).unwrap_or_default()
    }

    /// Every entry with its text, as it was read.
    #[must_use]
    pub fn texts(&self) -> &BTreeMap<SourcePath, TextFile> {
        &self.texts
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.understood.settings
    }

    /// The day everything was reckoned for.
    #[must_use]
    pub fn today(&self) -> Date {
        self.understood.today
    }
}

impl Recall for Draft {
    fn document(&self, path: &SourcePath, digest: Digest) -> Option<Arc<Document>> {
        self.documents().document(path, digest)
    }
}

/// What was read just now, before what was known.
struct Known<'a>(&'a Documents, &'a Documents);

impl Recall for Known<'_> {
    fn document(&self, path: &SourcePath, digest: Digest) -> Option<Arc<Document>> {
        self.0.document(path, digest).or_else(|| self.1.document(path, digest))
    }
}

fn sorted(mut problems: Vec<Diagnostic>, found: &[Diagnostic]) -> Vec<Diagnostic> {
    problems.extend_from_slice(found);
    problems.sort();
    problems
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

#[cfg(test)]
mod tests;
