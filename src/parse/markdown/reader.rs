//! The loop: events in, HTML and findings out. It knows what is open, and hands each event to the file that knows
//! what it means.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::model::{Code, Diagnostic, Fix, Settings, Severity, Spot};
use crate::parse::comments::{Comment, Commentless};
use crate::parse::source::Source;
use crate::parse::steps::{self, Remark, Replacement};

use super::blocks::Block;
use super::callouts::Marker;
use super::code::Fence;
use super::footnotes::Footnotes;
use super::headings::{OpenHeading, Sections};
use super::inline::Leaf;
use super::links::OpenImage;
use super::lists::Found;
use super::output::Output;
use super::{Markdown, options};

/// What is known while reading.
pub(super) struct Reader<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) settings: &'a Settings,
    /// Front matter's title.
    pub(super) front_title: Option<&'a str>,
    /// Where `text` begins in the file.
    pub(super) from: usize,
    /// The body without comments; all offsets are into it.
    pub(super) text: &'a str,
    /// Comments that were not shown yet, for the writer.
    pub(super) comments: std::slice::Iter<'a, Comment>,

    pub(super) out: Output,
    pub(super) found: Markdown,
    /// Lowercased tags that were found.
    pub(super) known_tags: std::collections::HashSet<String>,
    /// How often an anchor was asked for.
    pub(super) anchors: HashMap<String, u32>,
    pub(super) footnotes: Footnotes,

    /// Containers that are open, outermost first.
    pub(super) blocks: Vec<Block>,
    /// How many of them are raw HTML.
    pub(super) raw_blocks: usize,
    /// Where in `blocks` the list items are, down to the footnote that is open.
    pub(super) items: Vec<usize>,
    /// How many lists there were.
    pub(super) lists: u32,
    pub(super) sections: Sections,
    /// The text that is open.
    pub(super) leaf: Option<Leaf>,
    /// The item whose first content comes next, and what its line says.
    pub(super) fresh_item: Option<(Range<usize>, Found)>,
    /// The quote whose first content comes next.
    pub(super) fresh_quote: Option<Range<usize>>,
    /// The callout whose title comes next.
    pub(super) fresh_callout: Option<Marker>,
    pub(super) heading: Option<OpenHeading>,
    pub(super) image: Option<OpenImage>,
    pub(super) fence: Option<Fence>,
    /// The block of HTML that is open, so far.
    pub(super) raw_html: Option<String>,
    pub(super) table: super::blocks::Table,
    /// Whether a block was there already that the public may see.
    pub(super) begun: bool,
    /// How many blocks stand around the private callout that is open.
    pub(super) private: Option<usize>,
    /// The offset in the file and the spot of the last link.
    pub(super) last_spot: (usize, Spot),
    pub(super) too_deep: bool,

    /// Text that was met and not written yet: neighbours are joined, for addresses and tags reach over them.
    pub(super) pending: Range<usize>,
    /// What is not shown, in order.
    pub(super) hidden: Vec<Range<usize>>,
    /// The plain text of what is open.
    pub(super) plain: String,
    /// Inline elements that show nothing are open: how many.
    pub(super) muted: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        source: &'a Source<'a>,
        from: usize,
        commentless: &'a Commentless<'a>,
        front_title: Option<&'a str>,
        settings: &'a Settings,
    ) -> Self {
        let text: &str = &commentless.text;
        let mut reader = Self {
            source,
            settings,
            front_title,
            from,
            text,
            comments: commentless.comments.iter(),
            out: Output::with_capacity(text.len() * 2),
            found: Markdown::default(),
            known_tags: std::collections::HashSet::new(),
            anchors: HashMap::new(),
            footnotes: Footnotes::default(),
            blocks: Vec::new(),
            raw_blocks: 0,
            items: Vec::new(),
            lists: 0,
            sections: Sections::default(),
            leaf: None,
            fresh_item: None,
            fresh_quote: None,
            fresh_callout: None,
            heading: None,
            image: None,
            fence: None,
            raw_html: None,
            table: super::blocks::Table::default(),
            begun: false,
            private: None,
            last_spot: (0, Spot::default()),
            too_deep: false,
            pending: 0..0,
            hidden: Vec::new(),
            plain: String::new(),
            muted: 0,
        };
        if let Some(mark) = &commentless.unclosed {
            let kind = source.text.get(reader.in_file(mark)).unwrap_or_default();
            let message = format!("comment is never closed, so the rest of the file is hidden: `{kind}`");
            let close = if kind == "%%" { "%%" } else { "-->" };
            let diagnostic = source.diagnostic(Code::UnclosedComment, Severity::Warning, reader.in_file(mark), message);
            reader.found.diagnostics.push(diagnostic.help(format!("write `{close}` where the comment ends")));
        }
        reader
    }

    /// Reads all of it.
    pub(super) fn read(mut self) -> Markdown {
        let parsed = super::lists::with_plain_boxes(self.text);
        for (event, range) in Parser::new_ext(&parsed, options(self.settings.math)).into_offset_iter() {
            self.take(&parsed, event, range);
        }
        self.finish()
    }

    fn take(&mut self, parsed: &str, event: Event<'_>, range: Range<usize>) {
        if let Event::Html(text) | Event::Text(text) = &event
            && let Some(html) = &mut self.raw_html
        {
            // Indentation in a block of HTML comes as text.
            html.push_str(text);
            return;
        }
        if let Event::Text(text) = event {
            if self.fence.is_none() {
                self.expect_inline(&range);
            }
            match &mut self.fence {
                // Code shows what was written, not what was parsed.
                Some(fence) => match self.text.get(range.clone()) {
                    Some(written) if parsed.get(range) == Some(&*text) => fence.code.push_str(written),
                    _ => fence.code.push_str(&text),
                },
                None if parsed.get(range.clone()) == Some(&*text) => self.words(range),
                None => self.replaced(&text, range),
            }
            return;
        }
        self.flush();
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Rule => self.rule(&range),
            other => {
                self.expect_inline(&range);
                self.show_comments(range.start);
                if !self.is_hidden(&range) {
                    self.inline(other, range);
                }
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                self.expect_inline(&range);
                self.show_comments(range.start);
                self.open_inline(&tag, &range);
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                self.expect_inline(&range);
                self.show_comments(range.start);
                self.link(link_type, &dest_url, &title, &range);
            }
            Tag::Image { link_type, dest_url, title, .. } => {
                self.expect_inline(&range);
                self.show_comments(range.start);
                self.image(link_type, &dest_url, &title, range);
            }
            block => self.start_block(block, range),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link => self.close_inline(),
            TagEnd::Image => self.end_image(),
            block => self.end_block(block, &range),
        }
    }

    fn finish(mut self) -> Markdown {
        self.flush();
        self.close_leaf();
        self.close_raw_blocks();
        self.show_comments(self.text.len());
        self.footnote_section();
        self.found.body = std::mem::take(&mut self.out).into_body();
        self.found
    }

    /// A range of the body, as one of the file.
    pub(super) fn in_file(&self, range: &Range<usize>) -> Range<usize> {
        range.start + self.from..range.end + self.from
    }

    /// Something to say about a range of the body.
    pub(super) fn diagnose(
        &mut self,
        code: Code,
        severity: Severity,
        range: &Range<usize>,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let range = self.in_file(range);
        self.found.diagnostics.push(self.source.diagnostic(code, severity, range, message));
        let last = self.found.diagnostics.len() - 1;
        &mut self.found.diagnostics[last]
    }

    /// Remarks of the step grammar, about a line that begins at `start`.
    pub(super) fn remark(&mut self, remark: Remark, start: usize) {
        let range = start + remark.range.start..start + remark.range.end;
        let fix = remark.fix.and_then(|fix| self.fix(&fix, start));
        let diagnostic = self.diagnose(remark.code, remark.severity, &range, remark.message);
        (diagnostic.help, diagnostic.fix) = (remark.help, fix);
    }

    /// The fix of a line that begins at `start`, unless a comment stands where it would be made.
    fn fix(&self, fix: &Replacement, start: usize) -> Option<Fix> {
        let range = start + fix.range.start..start + fix.range.end;
        let there = self.text.get(range.clone())?;
        let range = self.in_file(&range);
        (self.source.text.get(range.clone()) == Some(there)).then(|| self.source.fix(range, &fix.text))?
    }

    /// A word about a line of prose that was meant as a step; `at` is somewhere in front of its text.
    pub(super) fn stray_box(&mut self, at: usize) {
        let at = self.text.len() - self.text[at..].trim_ascii_start().len();
        let line = self.line_from(at);
        let begin = memchr::memrchr(b'\n', &self.text.as_bytes()[..at]).map_or(0, |newline| newline + 1);
        let text = self.text[begin..line.end].trim_start_matches([' ', '\t', '>']);
        let start = line.end - text.len();
        let Some(mut remark) = steps::read_stray(text).filter(|_| start >= at && self.heading.is_none()) else {
            return;
        };
        let indent = self.text.as_bytes()[begin..start].iter().rev().take_while(|byte| **byte != b'>');
        // With more in front of it, a space behind the marker would still make no item of it.
        if indent.clone().count() > 3 || indent.clone().any(|byte| *byte != b' ') {
            remark.fix = None;
        }
        self.remark(remark, start);
    }

    /// The range from an offset to the end of its line, without the line ending.
    pub(super) fn line_from(&self, start: usize) -> Range<usize> {
        let rest = &self.text[start..];
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        start..start + rest[..end].trim_end_matches('\r').len()
    }

    /// Whether nothing but raw HTML stands around what comes next.
    pub(super) fn is_top(&self) -> bool {
        self.blocks.len() == self.raw_blocks
    }
}
