//! `journal init`: a folder becomes a journal, and nothing that is in it already is touched.

mod starter;
mod workflows;

use std::path::{Path, PathBuf};

use super::args::Init as Args;
use super::session::{Session, this_day, today_override};
use super::terminal::Terminal;
use super::{Failure, Outcome};
use crate::model::{Settings, SourcePath, settings};
use crate::store::{self, Created};
use crate::{parse, pipeline};
use workflows::Service;

pub(super) fn run(args: &Args, chosen: Option<&Path>, terminal: &Terminal) -> Result<Outcome, Failure> {
    let root = folder(chosen, args.journal.as_deref());
    if root.exists() && !root.is_dir() {
        return Err(Failure::Usage(format!("`{}` is a file; name a folder", root.display())));
    }
    let today = today_override(None)?.unwrap_or_else(this_day);
    store::make_journal_folder(&root)?;
    let real = store::real_folder(&root)?;
    let before = store::read_settings(&root)?;
    let output = match &before {
        Some(file) => parse::settings(&settings::path(), &file.text).map_err(pipeline::Failure::Settings)?.output,
        None => Settings::default().output,
    };
    let is_new = before.is_none() && !store::holds_entries(&root)?;

    let told = Told { terminal, root: &root };
    if before.is_none() {
        let title = starter::title(&real);
        told.file(settings::FILE, starter::settings(&title).as_bytes())?;
    }
    if is_new {
        for (name, text) in starter::entries(today) {
            told.file(&name, text.as_bytes())?;
        }
    }
    if store::ignore_in_git(&root, &output)? {
        told.made(".gitignore")?;
    }
    let services = [(args.github, Service::GitHub), (args.gitlab, Service::GitLab), (args.forgejo, Service::Forgejo)];
    for service in services.into_iter().filter_map(|(wanted, service)| wanted.then_some(service)) {
        told.workflow(service)?;
    }
    if before.is_some() {
        terminal.note("this is a journal already, so its entries and settings stay as they are");
    } else if !is_new {
        terminal.note("there is Markdown here already, so no entries were added; all of it is read as it is");
    }
    if let Some(above) = real.ancestors().skip(1).find(|folder| folder.join(settings::FILE).is_file()) {
        terminal.note(&format!("note: the journal `{}` reads this folder, too", Session::shown(above)));
    }
    terminal.note(&next(&root, chosen.or(args.journal.as_deref()).is_some()));
    Ok(Outcome::Fine)
}

/// The folder that is meant; unlike with other commands none is looked for upwards.
fn folder(chosen: Option<&Path>, argument: Option<&Path>) -> PathBuf {
    match (chosen, argument) {
        (Some(folder), Some(below)) => folder.join(below),
        (Some(folder), None) | (None, Some(folder)) => folder.to_owned(),
        (None, None) => PathBuf::from("."),
    }
}

fn path(text: &str) -> SourcePath {
    SourcePath::new(text).expect("a plain path")
}

/// The two commands that come next.
fn next(root: &Path, elsewhere: bool) -> String {
    let folder = Session::shown(root);
    let folder = if folder.contains(|c: char| !c.is_alphanumeric() && !"-_./~".contains(c)) {
        format!("'{}'", folder.replace('\'', r"'\''"))
    } else {
        folder
    };
    if elsewhere {
        format!("next:\n  cd {folder}\n  journal watch --open    # see it in your browser while you write")
    } else {
        "next:\n  journal watch --open    # see it in your browser while you write\n  journal build           # write the site"
            .to_owned()
    }
}

/// Says what was made as it is made.
struct Told<'a> {
    terminal: &'a Terminal,
    root: &'a Path,
}

impl Told<'_> {
    /// Makes a file of the journal, unless there is one.
    fn file(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        if store::create(self.root, &path(name), bytes)? {
            self.made(name)
        } else {
            self.terminal.note(&format!("{name} is there already and stays as it is"));
            Ok(())
        }
    }

    /// Makes the workflow of a service, at the top of the repository that the journal is in.
    fn workflow(&self, service: Service) -> Result<(), Failure> {
        let name = service.path();
        let way = store::way_to(self.root, self.root);
        match store::create_in_repository(self.root, &path(name), service.text(&way).as_bytes())? {
            Created::New(file) => {
                self.made(&Session::shown(&file))?;
                self.terminal
                    .note(&format!("read the top of {name}: it says what {} must be told first", service.name()));
            }
            Created::Present(file) => {
                let file = Session::shown(&file);
                self.terminal.say(&format!("{file} is there already and stays as it is; its jobs are yours to add"));
            }
        }
        Ok(())
    }

    fn made(&self, name: &str) -> Result<(), Failure> {
        self.terminal.print(&format!("{name}\n"))?;
        Ok(())
    }
}
