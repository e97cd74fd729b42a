//! Keys that are about addresses and files: checked here once, so that nothing in a file's own words leads out of the
//! site.

use super::names;
use crate::model::{Address, Code, Diagnostic, Link, Named, Naming, Purpose, SourcePath};
use crate::parse::fields::Field;

/// The longest part of an address, in bytes: file names end at 255, and an ending must fit beside it.
const LONGEST_PART: usize = 200;

/// `slug`: the last part of the address.
pub(super) fn slug(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<Address> {
    let text = field.text(out)?;
    if is_part(&text) {
        return Some(Address::Slug(text));
    }
    let help =
        if text.contains('/') { "for a whole address use `permalink`" } else { "write one word, such as `my-novel`" };
    out.push(field.problem(Code::BadAddress, "can't be the last part of an address", help));
    None
}

/// `permalink`: the whole address, without the `/` at its start; one at its end says that it is a folder.
pub(super) fn permalink(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<Address> {
    let text = field.text(out)?;
    let inner = text.trim_matches('/');
    if !text.starts_with("//") && inner.split('/').all(is_part) {
        let folder = if text.ends_with('/') { "/" } else { "" };
        return Some(Address::Permalink(format!("{inner}{folder}")));
    }
    out.push(field.problem(
        Code::BadAddress,
        "can't be an address in the site",
        "write plain names with `/` between them, such as `plans/my-novel`",
    ));
    None
}

/// Whether a text can be one part of an address on every host and file system, and leads nowhere else.
fn is_part(part: &str) -> bool {
    !matches!(part, "" | "." | "..")
        && part.len() <= LONGEST_PART
        && part.trim() == part
        && !part
            .chars()
            .any(|c| c.is_control() || matches!(c, '/' | '\\' | '?' | '#' | ':' | '*' | '"' | '<' | '>' | '|'))
}

/// `aliases`: other names, or old paths.
pub(super) fn aliases(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Vec<Named> {
    let mut aliases: Vec<Named> = Vec::new();
    for item in names::items(field) {
        let Some(text) = names::text_or_wikilink(&item, out) else { continue };
        let name = names::wikilink(&text).map_or(text.as_str(), |(name, _)| name);
        let is_path = name.contains(['/', '\\']);
        let stays = !name.starts_with("//") && name.trim_matches('/').split('/').all(is_part);
        if name.chars().any(char::is_control) || matches!(name, "." | "..") || (is_path && !stays) {
            out.push(item.problem(
                Code::BadAddress,
                "can't be an address in the site",
                "write a name, or an old path such as `/old/path/`",
            ));
        } else if !name.is_empty() && !aliases.iter().any(|known| known.name == name) {
            aliases.push(Named { name: name.to_owned(), spot: item.source.spot(item.range()) });
        }
    }
    aliases
}

/// `template`: a file below `templates/`.
pub(super) fn template(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<Named> {
    let text = field.text(out)?;
    if SourcePath::new(&text).is_some() && !text.chars().any(|c| c.is_control() || c == ':') {
        return Some(Named { name: text, spot: field.source.spot(field.range()) });
    }
    out.push(field.problem(
        Code::BadValue,
        "is not the name of a template",
        "write the name of a file in `templates/`, such as `plan.html`",
    ));
    None
}

/// Where a cover is.
pub(super) enum Cover {
    /// A file of the journal.
    Here(Link),
    /// On another site; it is kept for templates, and the site itself asks nobody for it.
    Elsewhere(String),
}

/// `cover`: a path, a wikilink or a Markdown image.
pub(super) fn cover(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<Cover> {
    let text = names::text_or_wikilink(field, out)?;
    let spot = field.source.spot(field.range());
    let link = |naming, target: &str, fragment: Option<&str>| {
        let fragment = fragment.map(str::to_owned);
        Cover::Here(Link { naming, purpose: Purpose::Embed, target: target.to_owned(), fragment, spot })
    };
    if let Some((target, fragment)) = names::wikilink(&text) {
        return Some(link(Naming::Wiki, target, fragment));
    }
    let image = text.strip_prefix("![").and_then(|image| image.split_once("](")?.1.strip_suffix(')'));
    let target = image.map_or(text.as_str(), str::trim);
    let scheme = target.split_once(':').map(|(scheme, _)| scheme);
    let elsewhere = target.starts_with("//")
        || scheme
            .is_some_and(|scheme| scheme.len() > 1 && scheme.chars().all(|c| c.is_ascii_alphanumeric() || c == '+'));
    if elsewhere {
        return Some(Cover::Elsewhere(target.to_owned()));
    }
    Some(link(Naming::Path, target, None))
}
