//! Which elements and attributes of raw HTML may stand in a page: those that can neither run, frame, ask another site
//! for something, nor leave the place they are in.

/// What an element may hold, as far as it matters for where it may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Text, and it is text itself.
    Text,
    /// Text, but it is a block.
    Line,
    /// Blocks.
    Blocks,
    /// Certain elements only.
    Parts,
    /// Nothing, and it is text itself.
    Nothing,
    /// Nothing, but it is a block.
    NothingBlock,
}

use Holds::{Blocks, Line, Nothing, NothingBlock, Parts, Text};

/// The elements that may stand, by name.
const ELEMENTS: [(&str, Holds); 81] = [
    ("a", Text),
    ("abbr", Text),
    ("address", Blocks),
    ("article", Blocks),
    ("aside", Blocks),
    ("audio", Text),
    ("b", Text),
    ("bdi", Text),
    ("bdo", Text),
    ("big", Text),
    ("blockquote", Blocks),
    ("br", Nothing),
    ("caption", Line),
    ("center", Blocks),
    ("cite", Text),
    ("code", Text),
    ("col", NothingBlock),
    ("colgroup", Parts),
    ("data", Text),
    ("dd", Blocks),
    ("del", Text),
    ("details", Blocks),
    ("dfn", Text),
    ("div", Blocks),
    ("dl", Parts),
    ("dt", Line),
    ("em", Text),
    ("figcaption", Blocks),
    ("figure", Blocks),
    ("font", Text),
    ("footer", Blocks),
    ("h1", Line),
    ("h2", Line),
    ("h3", Line),
    ("h4", Line),
    ("h5", Line),
    ("h6", Line),
    ("header", Blocks),
    ("hgroup", Blocks),
    ("hr", NothingBlock),
    ("i", Text),
    ("img", Nothing),
    ("ins", Text),
    ("kbd", Text),
    ("li", Blocks),
    ("mark", Text),
    ("meter", Text),
    ("nav", Blocks),
    ("ol", Parts),
    ("p", Line),
    ("picture", Text),
    ("pre", Line),
    ("progress", Text),
    ("q", Text),
    ("rp", Text),
    ("rt", Text),
    ("ruby", Text),
    ("s", Text),
    ("samp", Text),
    ("section", Blocks),
    ("small", Text),
    ("source", Nothing),
    ("span", Text),
    ("strike", Text),
    ("strong", Text),
    ("sub", Text),
    ("summary", Line),
    ("sup", Text),
    ("table", Parts),
    ("tbody", Parts),
    ("td", Blocks),
    ("tfoot", Parts),
    ("th", Blocks),
    ("thead", Parts),
    ("time", Text),
    ("tr", Parts),
    ("track", Nothing),
    ("u", Text),
    ("ul", Parts),
    ("var", Text),
    ("video", Text),
];

/// The element of that name, if it may stand.
pub(super) fn element(name: &str) -> Option<(&'static str, Holds)> {
    ELEMENTS.binary_search_by_key(&name, |(known, _)| known).ok().map(|at| ELEMENTS[at])
}

/// What an element holds that may stand.
pub(super) fn holds(name: &str) -> Holds {
    element(name).map_or(Text, |(_, holds)| holds)
}

/// In what an element has to stand directly, where that matters.
pub(super) fn parents(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "li" => &["ol", "ul"],
        "dt" | "dd" => &["dl"],
        "td" | "th" => &["tr"],
        "tr" => &["table", "tbody", "tfoot", "thead"],
        "thead" | "tbody" | "tfoot" | "caption" | "colgroup" => &["table"],
        "col" => &["colgroup", "table"],
        "summary" => &["details"],
        "figcaption" => &["figure"],
        "source" => &["audio", "picture", "video"],
        "track" => &["audio", "video"],
        "rt" | "rp" => &["ruby"],
        _ => return None,
    })
}

/// Whether an element goes with all that is in it.
pub(super) fn takes_its_content_along(name: &str) -> bool {
    const NAMES: [&str; 17] = [
        "applet",
        "embed",
        "frame",
        "frameset",
        "iframe",
        "math",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "param",
        "plaintext",
        "script",
        "style",
        "svg",
        "template",
        "xmp",
    ];
    NAMES.binary_search(&name).is_ok()
}

/// The attributes that may stand on any element and need no second look.
const ATTRIBUTES: [&str; 46] = [
    "abbr",
    "align",
    "alt",
    "aria-describedby",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "cite",
    "class",
    "color",
    "colspan",
    "controls",
    "datetime",
    "decoding",
    "dir",
    "headers",
    "height",
    "high",
    "hreflang",
    "kind",
    "label",
    "lang",
    "loading",
    "loop",
    "low",
    "max",
    "min",
    "muted",
    "open",
    "optimum",
    "preload",
    "reversed",
    "role",
    "rowspan",
    "scope",
    "size",
    "span",
    "srclang",
    "start",
    "title",
    "translate",
    "type",
    "valign",
    "value",
    "width",
    "wrap",
];

/// Whether an attribute may stand as it is.
pub(super) fn is_plain_attribute(name: &str) -> bool {
    ATTRIBUTES.binary_search(&name).is_ok()
}

/// The attributes that name an address.
pub(super) fn address_attribute(name: &str) -> Option<&'static str> {
    ["href", "poster", "src"].into_iter().find(|known| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(ELEMENTS.is_sorted_by_key(|(name, _)| name));
        assert!(ATTRIBUTES.is_sorted());
        for name in ["script", "style", "iframe", "object", "svg", "math", "template", "applet", "xmp"] {
            assert!(takes_its_content_along(name) && element(name).is_none(), "{name}");
        }
    }
}
