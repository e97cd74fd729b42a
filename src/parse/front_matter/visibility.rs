//! Who may see an entry: the strictest of all that is said, and never a guess.

use super::keys::{self, Claim, Key};
use crate::model::{Code, Diagnostic, Severity, Visibility};
use crate::parse::fields::Field;

/// Something about the visibility can't be understood: the entry is left out.
pub(super) struct Unclear;

/// Words for who may see an entry.
pub(crate) const VISIBILITIES: [(Visibility, &str); 3] =
    [(Visibility::Public, "public"), (Visibility::Unlisted, "unlisted"), (Visibility::Private, "private")];

/// What the keys say of it; `None` when they say nothing.
pub(super) fn read(claims: &[Claim<'_>], out: &mut Vec<Diagnostic>) -> Result<Option<Visibility>, Unclear> {
    let mut strictest = None;
    let mut clear = true;
    for claim in claims {
        let field = &claim.field;
        let said = match claim.key {
            Some(key) if key.is_about_visibility() && !claim.is_a_date() => said(key, field),
            Some(_) => continue,
            None => match keys::nearly_visibility(field) {
                Some(near) => Err(misspelt(field, near)),
                None => continue,
            },
        };
        match said {
            Ok(said) => strictest = strictest.max(said),
            Err(problem) => {
                out.push(problem);
                clear = false;
            }
        }
    }
    if clear { Ok(strictest) } else { Err(Unclear) }
}

/// What one key says. `draft: false` says nothing: it is no promise that the world may see the entry.
fn said(key: Key, field: &Field<'_>) -> Result<Option<Visibility>, Diagnostic> {
    if key == Key::Visibility {
        return word(field).map(Some);
    }
    if field.node.is_null() {
        return Ok(None);
    }
    let Some(value) = field.as_bool() else {
        return Err(field.problem(
            Code::BadVisibility,
            "is neither `true` nor `false`",
            "write `true` or `false`; until then the entry is left out",
        ));
    };
    Ok(match (key, value) {
        (Key::Publish, true) => Some(Visibility::Public),
        (Key::Publish, false) | (Key::Draft | Key::Private, true) => Some(Visibility::Private),
        (Key::Unlisted, true) => Some(Visibility::Unlisted),
        _ => None,
    })
}

fn word(field: &Field<'_>) -> Result<Visibility, Diagnostic> {
    let mut problems = Vec::new();
    field.word(&VISIBILITIES, &mut problems).ok_or_else(|| {
        let help = problems.pop().and_then(|problem| problem.help);
        let help = help.unwrap_or_else(|| "write `public`, `unlisted` or `private`".into());
        field.problem(Code::BadVisibility, "has no such value", format!("{help}; until then the entry is left out"))
    })
}

fn misspelt(field: &Field<'_>, near: &str) -> Diagnostic {
    let message = format!("`{}` may be meant to say who can see this entry, which is therefore left out", field.name);
    field
        .source
        .diagnostic(Code::BadVisibility, Severity::Error, field.key_range(), message)
        .help(format!("did you mean `{near}`?"))
}
