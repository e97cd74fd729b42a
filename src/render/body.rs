//! An entry's text with the answers put in: pieces in, HTML out.

use std::fmt::Write as _;

use crate::language::{DateStyle, Language};
use crate::model::{Body, Date, Entry, Phrase, Piece, SourcePath, State};
use crate::site::bodies::{Answer, BodyPlan, Embedded, StepLook};
use crate::site::views::TallyView;

/// Where the bodies of entries come from.
pub(crate) type Bodies<'a> = dyn Fn(&Entry) -> std::sync::Arc<Body> + Sync + 'a;

/// The HTML of an entry's text on a page from which `root` leads to the site's root.
#[must_use]
pub fn body_html(plan: &BodyPlan, root: &str, language: &Language, bodies: &Bodies<'_>) -> String {
    written(plan, root, "", String::new(), language, bodies)
}

/// The same on a page with other texts: it is the one of this number there, so that no two ids on the page are one.
pub(super) fn body_html_among(
    plan: &BodyPlan,
    root: &str,
    number: usize,
    language: &Language,
    bodies: &Bodies<'_>,
) -> String {
    written(plan, root, "", format!("t{number}-"), language, bodies)
}

/// The same away from the site: `root` is the site's full address and `page` that of the entry's own page, so that
/// every address in it is full.
pub(super) fn body_html_abroad(
    plan: &BodyPlan,
    root: &str,
    page: &str,
    language: &Language,
    bodies: &Bodies<'_>,
) -> String {
    written(plan, root, page, String::new(), language, bodies)
}

fn written(
    plan: &BodyPlan,
    root: &str,
    page: &str,
    prefix: String,
    language: &Language,
    bodies: &Bodies<'_>,
) -> String {
    let body = bodies(&plan.entry);
    let html = String::with_capacity(estimate(&body));
    let mut out = Writer { html, root, page, language, outermost: prefix.clone(), prefix, embeds: 0, bodies };
    out.pieces(plan, &body.pieces);
    out.html
}

fn estimate(body: &Body) -> usize {
    body.pieces.iter().map(|piece| if let Piece::Html(html) = piece { html.len() } else { 120 }).sum()
}

struct Writer<'a> {
    html: String,
    root: &'a str,
    /// The page itself, before a fragment of it: empty on that page.
    page: &'a str,
    language: &'a Language,
    /// Put before every id of a text that is not alone on its page, so that ids stay unique there;
    outermost: String,
    /// and this within an embedded entry.
    prefix: String,
    embeds: u32,
    bodies: &'a Bodies<'a>,
}

impl Writer<'_> {
    fn pieces(&mut self, plan: &BodyPlan, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Html(html) => self.html.push_str(html),
                Piece::Id(id) => self.attribute("id", &format!("{}{id}", self.prefix)),
                Piece::Fragment(id) => {
                    let target = crate::model::percent_encoded(&format!("{}{id}", self.prefix));
                    self.attribute("href", &format!("{}#{target}", self.page));
                }
                Piece::LinkStart(link) => {
                    if let Some(Answer::To(url) | Answer::Media(url)) = plan.answers.get(*link as usize) {
                        self.html.push_str("<a");
                        let href = self.href(url);
                        self.attribute("href", &href);
                        self.html.push('>');
                    }
                }
                Piece::LinkEnd(link) => {
                    if let Some(Answer::To(_) | Answer::Media(_)) = plan.answers.get(*link as usize) {
                        self.html.push_str("</a>");
                    }
                }
                Piece::Embed { link, text, size } => match plan.answers.get(*link as usize) {
                    Some(Answer::Media(url)) => self.media(url, text, *size),
                    Some(Answer::Embed(embedded)) => self.embed(embedded),
                    Some(Answer::To(url)) => self.link(url, text),
                    Some(Answer::Nothing) => {}
                    Some(Answer::Plain) | None => self.text(text),
                },
                Piece::Attribute { name, link } => {
                    if let Some(Answer::To(url) | Answer::Media(url)) = plan.answers.get(*link as usize) {
                        let href = self.href(url);
                        self.attribute(name, &href);
                    }
                }
                Piece::Said(None, phrase) => self.html.push_str(&said(self.language, *phrase)),
                Piece::Said(Some(name), phrase) => {
                    let _ = write!(self.html, " {name}=\"{}\"", said(self.language, *phrase));
                }
                Piece::HeadingStart(index) => {
                    if let Some(heading) = plan.entry.outline.get(*index as usize) {
                        let _ = write!(self.html, "<h{}", shown_level(heading.level));
                        self.attribute("id", &format!("{}{}", self.prefix, heading.id));
                        self.html.push('>');
                    }
                }
                Piece::HeadingEnd(index) => {
                    if let Some(heading) = plan.entry.outline.get(*index as usize) {
                        self.tally(plan.sections.get(*index as usize).copied().flatten());
                        let _ = write!(self.html, "</h{}>", shown_level(heading.level));
                    }
                }
                Piece::StepStart(index) => {
                    if let Some(step) = plan.steps.get(*index as usize) {
                        self.step_start(step);
                    }
                }
                Piece::StepTextEnd(index) => {
                    if let Some(step) = plan.steps.get(*index as usize) {
                        self.step_text_end(step, plan.year);
                    }
                }
                Piece::GroupStart(_) => self.html.push_str("<li class=\"grp\"><div class=\"t\">"),
                Piece::GroupTextEnd(index) => {
                    self.tally(plan.groups.get(*index as usize).copied().flatten());
                    self.html.push_str("</div>");
                }
            }
        }
    }

    /// `url` from this page; a fragment alone stays on it.
    fn href(&self, url: &str) -> String {
        if url.starts_with('#') { format!("{}{url}", self.page) } else { format!("{}{url}", self.root) }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        let _ = write!(self.html, " {name}=\"");
        self.text(value);
        self.html.push('"');
    }

    fn text(&mut self, text: &str) {
        escape(&mut self.html, text);
    }

    fn link(&mut self, url: &str, text: &str) {
        self.html.push_str("<a");
        let href = self.href(url);
        self.attribute("href", &href);
        self.html.push('>');
        self.text(text);
        self.html.push_str("</a>");
    }

    fn media(&mut self, url: &str, text: &str, (width, height): (Option<u32>, Option<u32>)) {
        let href = self.href(url);
        let ending = url.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
        match ending.as_str() {
            "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" | "svg" | "bmp" | "apng" | "ico" => {
                self.html.push_str("<img");
                self.attribute("src", &href);
                self.attribute("alt", text);
                for (name, pixels) in [("width", width), ("height", height)] {
                    if let Some(pixels) = pixels {
                        let _ = write!(self.html, " {name}=\"{pixels}\"");
                    }
                }
                self.html.push_str(" loading=\"lazy\">");
            }
            "mp3" | "ogg" | "oga" | "wav" | "m4a" | "flac" | "opus" | "3gp" => self.player("audio", &href, text),
            "mp4" | "webm" | "ogv" | "mov" | "mkv" => self.player("video", &href, text),
            _ => self.link(url, if text.is_empty() { url } else { text }),
        }
    }

    fn player(&mut self, tag: &str, href: &str, text: &str) {
        let _ = write!(self.html, "<{tag} controls preload=\"metadata\"");
        self.attribute("src", href);
        if !text.is_empty() {
            self.attribute("aria-label", text);
        }
        let _ = write!(self.html, "></{tag}>");
    }

    fn embed(&mut self, embedded: &Embedded) {
        self.embeds += 1;
        let inner = format!("{}e{}-", self.outermost, self.embeds);
        let outer = std::mem::replace(&mut self.prefix, inner);
        self.html.push_str("<div class=\"embed\"><p class=\"embed-title\">");
        self.link(&embedded.url, &embedded.title);
        self.html.push_str("</p>");
        let body = (self.bodies)(&embedded.body.entry);
        self.pieces(&embedded.body, shown_pieces(embedded, &body));
        self.html.push_str("</div>");
        self.prefix = outer;
    }

    fn tally(&mut self, tally: Option<TallyView>) {
        if let Some(TallyView { done, total, cancelled, .. }) = tally {
            let name = if cancelled > 0 { "tally_cancelled" } else { "tally" };
            let words = [("done", done.into()), ("total", total.into()), ("cancelled", cancelled.into())];
            let _ = write!(self.html, " <span class=\"c\">{}</span>", self.language.say_html(name, &words));
        }
    }

    fn step_start(&mut self, step: &StepLook) {
        let StepLook { state, checkpoint, important, line, .. } = step;
        // The state's own name is the class, and the end of the mark's.
        let (class, sort, word) = match checkpoint {
            Some(state) => (*state, 'c', "checkpoint"),
            None => (state.name(), 's', "step"),
        };
        let kind = if checkpoint.is_some() { " cp" } else { "" };
        let weight = if *important { " important" } else { "" };
        let _ = write!(self.html, "<li class=\"st {class}{kind}{weight}\" id=\"{}step-{line}\">", self.prefix);
        let _ = write!(self.html, "<span class=\"mk {sort}-{class}\" aria-hidden=\"true\"></span><div class=\"t\">");
        let mut word = self.language.say_html(&format!("{word}_{class}"), &[]);
        if *important {
            word = self.language.say_html("step_important", &[("step", word.into())]);
        }
        let word = self.language.say_html("before_colon", &[("text", word.into())]);
        let _ = write!(self.html, "<span class=\"vh\">{word} </span>");
    }

    fn step_text_end(&mut self, step: &StepLook, year: i16) {
        self.tally(step.tally);
        self.html.push_str("</div>");
        let language = self.language;
        let mut remarks: Vec<String> = Vec::new();
        let on = |name: &str, date: Date| language.say_html(name, &[("day", day_html(language, date, year).into())]);
        let people = |name: &str| language.say_html(name, &[("people", names(language, &step.people).into())]);
        if step.state == State::Waiting && step.checkpoint.is_none() {
            let help = if step.people.is_empty() { language.say_html("needs_help", &[]) } else { people("waiting_on") };
            remarks.push(format!("<span class=\"help\">{help}</span>"));
        }
        if let Some(date) = step.settled {
            remarks.push(match step.state {
                State::Cancelled => on("cancelled_on", date),
                _ => day_html(language, date, year),
            });
        }
        match (step.state, step.due) {
            (State::Deferred, Some(due)) => remarks.push(on("deferred_to", due)),
            (_, Some(due)) if step.overdue => remarks.push(on("was_due", due)),
            (_, Some(due)) => remarks.push(on("due", due)),
            (_, None) => {}
        }
        remarks.extend(step.from.map(|from| on("from_day", from)));
        remarks.extend(step.estimate_minutes.map(|minutes| escaped(&language.duration(minutes))));
        remarks.extend(step.recurrence.as_deref().map(escaped));
        if step.state != State::Waiting && !step.people.is_empty() {
            remarks.push(people("with_people"));
        }
        if !remarks.is_empty() {
            let _ = write!(self.html, "<p class=\"e\">{}</p>", joined(language, remarks));
        }
    }
}

/// A step as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownStep {
    /// The anchor of its list item on the page.
    pub anchor: String,
    /// Whose step it is.
    pub path: SourcePath,
    /// Its line, from 1.
    pub line: u32,
    /// What it shows as.
    pub state: State,
}

/// The steps that the HTML of a text shows, in its order. Bodies are asked for only where one entry is shown in another.
#[must_use]
pub fn steps_shown(plan: &BodyPlan, bodies: &Bodies<'_>) -> Vec<ShownStep> {
    if !plan.answers.iter().any(|answer| matches!(answer, Answer::Embed(_))) {
        return plan.steps.iter().map(|step| shown_step(plan, step, "")).collect();
    }
    let body = bodies(&plan.entry);
    let mut steps = Steps { found: Vec::new(), prefix: String::new(), embeds: 0, bodies };
    steps.pieces(plan, &body.pieces);
    steps.found
}

fn shown_step(plan: &BodyPlan, step: &StepLook, prefix: &str) -> ShownStep {
    let line = step.line;
    ShownStep { anchor: format!("{prefix}step-{line}"), path: plan.entry.path.clone(), line, state: step.state }
}

/// Goes through a text as [`Writer`] does.
struct Steps<'a> {
    found: Vec<ShownStep>,
    prefix: String,
    embeds: u32,
    bodies: &'a Bodies<'a>,
}

impl Steps<'_> {
    fn pieces(&mut self, plan: &BodyPlan, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::StepStart(index) => {
                    let step = plan.steps.get(*index as usize);
                    self.found.extend(step.map(|step| shown_step(plan, step, &self.prefix)));
                }
                Piece::Embed { link, .. } => {
                    let Some(Answer::Embed(embedded)) = plan.answers.get(*link as usize) else { continue };
                    self.embeds += 1;
                    let outer = std::mem::replace(&mut self.prefix, prefix(self.embeds));
                    let body = (self.bodies)(&embedded.body.entry);
                    self.pieces(&embedded.body, shown_pieces(embedded, &body));
                    self.prefix = outer;
                }
                _ => {}
            }
        }
    }
}

/// What stands before each id of the embedded entry with that number.
fn prefix(embeds: u32) -> String {
    format!("e{embeds}-")
}

/// What is shown of an embedded entry.
fn shown_pieces<'b>(embedded: &Embedded, body: &'b Body) -> &'b [Piece] {
    match embedded.section {
        Some(section) => section_of(&embedded.body.entry, &body.pieces, section),
        None => &body.pieces,
    }
}

/// The pieces from a heading to the next of its level or above.
fn section_of<'p>(entry: &Entry, pieces: &'p [Piece], section: u32) -> &'p [Piece] {
    let level = |index: u32| entry.outline.get(index as usize).map_or(0, |heading| heading.level);
    let start = pieces.iter().position(|piece| *piece == Piece::HeadingStart(section)).unwrap_or(0);
    let ends = |piece: &Piece| matches!(piece, Piece::HeadingStart(other) if level(*other) <= level(section));
    let end = pieces[start..].iter().skip(1).position(ends).map_or(pieces.len(), |at| start + 1 + at);
    &pieces[start..end]
}

/// A page has one heading of level 1, its title; what the text gives that level stands one below.
fn shown_level(level: u8) -> u8 {
    level.clamp(2, 6)
}

/// A phrase in the language of the site, escaped.
fn said(language: &Language, phrase: Phrase) -> String {
    let number = |name: &str, number: u32| language.say_html(name, &[("number", number.into())]);
    match phrase {
        Phrase::Table => language.say_html("table_label", &[]),
        Phrase::Notes => language.say_html("notes_label", &[]),
        Phrase::Note(note) => number("note_label", note),
        Phrase::Back => language.say_html("back_link", &[]),
        Phrase::BackTo(note, 1) => number("back_label", note),
        Phrase::BackTo(note, place) => {
            language.say_html("back_label_place", &[("number", note.into()), ("place", place.into())])
        }
        Phrase::Callout(name) => language.say_html(&format!("callout_{name}"), &[]),
        Phrase::Private => language.say_html("private_flag", &[]),
    }
}

fn day_html(language: &Language, date: Date, year: i16) -> String {
    format!("<time datetime=\"{date}\">{}</time>", escaped(&language.date(date, DateStyle::Short, Some(year))))
}

/// Remarks behind each other, with what the language puts between the parts of a list.
fn joined(language: &Language, remarks: Vec<String>) -> String {
    let join = |one: String, two: String| language.say_html("list_more", &[("one", one.into()), ("two", two.into())]);
    remarks.into_iter().reduce(join).unwrap_or_default()
}

/// `Ana`, `Ana and Ben`, `Ana, Ben and Cem`, escaped, as a name is written: first letter large.
fn names(language: &Language, people: &[String]) -> String {
    let shown: Vec<String> = people.iter().map(|name| escaped(&crate::model::readable(name))).collect();
    language.list(&shown)
}

pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape(&mut html, text);
    html
}

/// Appends text, escaped for content and for quoted attributes.
pub(super) fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}
