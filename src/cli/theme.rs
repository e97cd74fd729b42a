//! `journal theme`: the built-in templates, listed, shown and copied.

use super::args::ThemeAction;
use super::terminal::Terminal;
use super::{Failure, Outcome};
use crate::model::SourcePath;
use crate::{render, store};

pub(super) fn run(
    action: Option<ThemeAction>,
    root: &std::path::Path,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    match action.unwrap_or(ThemeAction::List) {
        ThemeAction::List => list(root, terminal),
        ThemeAction::Show { name } => {
            let (_, bytes) = built_in(&name)?;
            let text = std::str::from_utf8(bytes).map_err(|_| Failure::Usage(format!("`{name}` is not text")))?;
            terminal.print(text)?;
            Ok(Outcome::Fine)
        }
        ThemeAction::Copy { names, all } => copy(&names, all, root, terminal),
    }
}

fn list(root: &std::path::Path, terminal: &Terminal) -> Result<Outcome, Failure> {
    let mut text = String::new();
    for (name, _) in render::builtins() {
        let own = if store::has_template(root, name) { "  (overridden by templates/)" } else { "" };
        text.extend([name, own, "\n"]);
    }
    terminal.print(&text)?;
    Ok(Outcome::Fine)
}

fn copy(names: &[String], all: bool, root: &std::path::Path, terminal: &Terminal) -> Result<Outcome, Failure> {
    let chosen: Vec<(&str, &[u8])> = if all {
        render::builtins().collect()
    } else {
        names.iter().map(|name| built_in(name)).collect::<Result<_, _>>()?
    };
    for (name, bytes) in chosen {
        let path = SourcePath::new(&format!("templates/{name}")).expect("the names of templates are plain");
        if store::create(root, &path, bytes)? {
            terminal.print(&format!("{path}\n"))?;
        } else {
            terminal.say(&format!("{path} is there already and stays as it is"));
        }
    }
    Ok(Outcome::Fine)
}

fn built_in(name: &str) -> Result<(&'static str, &'static [u8]), Failure> {
    let wanted = name.strip_prefix("templates/").unwrap_or(name);
    render::builtins().find(|(known, _)| *known == wanted).ok_or_else(|| {
        let near = render::builtins().map(|(known, _)| (strsim::damerau_levenshtein(known, wanted), known)).min();
        let near = near.filter(|(distance, _)| *distance <= 3).map(|(_, known)| format!("; did you mean `{known}`?"));
        Failure::Usage(format!("there is no built-in template `{name}`{}", near.unwrap_or_default()))
    })
}
