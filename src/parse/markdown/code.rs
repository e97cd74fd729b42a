//! Blocks of code.

use pulldown_cmark::CodeBlockKind;

use super::highlight::highlighted;
use super::reader::Reader;

/// A block of code that is being read.
#[derive(Debug)]
pub(super) struct Fence {
    language: String,
    pub(super) code: String,
}

impl Reader<'_> {
    pub(super) fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => language(info),
            CodeBlockKind::Indented => "",
        };
        self.fence = Some(Fence { language: language.to_owned(), code: String::new() });
    }

    pub(super) fn end_code(&mut self) {
        let Some(fence) = self.fence.take() else { return };
        self.out.html("<pre tabindex=\"0\"><code");
        if !fence.language.is_empty() {
            self.out.html(" class=\"language-");
            self.out.text(&fence.language);
            self.out.html("\"");
        }
        self.out.html(">");
        let highlighted = self.settings.highlight.then(|| highlighted(&fence.language, &fence.code)).flatten();
        match highlighted {
            Some(html) => self.out.html(&html),
            None => self.out.text(&fence.code),
        }
        self.out.html("</code></pre>\n");
    }
}

/// The language in what follows a fence: ```` ```rust,ignore ````, ```` ```{.rust} ````.
fn language(info: &str) -> &str {
    let word = info.split([' ', '\t', ',', '{', '}']).find(|word| !word.is_empty()).unwrap_or_default();
    word.trim_start_matches('.')
}
