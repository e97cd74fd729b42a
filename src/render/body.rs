//! An entry's text with the answers put in: pieces in, HTML out.

use std::fmt::Write as _;

use crate::model::{Body, Date, Entry, Piece, State, month_name};
use crate::site::bodies::{Answer, BodyPlan, Embedded, StepLook};
use crate::site::views::TallyView;

/// Where the bodies of entries come from.
pub(crate) type Bodies<'a> = dyn Fn(&Entry) -> std::sync::Arc<Body> + Sync + 'a;

/// The HTML of an entry's text on a page from which `root` leads to the site's root.
#[must_use]
pub fn body_html(plan: &BodyPlan, root: &str, bodies: &Bodies<'_>) -> String {
    let body = bodies(&plan.entry);
    let mut out =
        Writer { html: String::with_capacity(estimate(&body)), root, prefix: String::new(), embeds: 0, bodies };
    out.pieces(plan, &body.pieces);
    out.html
}

fn estimate(body: &Body) -> usize {
    body.pieces.iter().map(|piece| if let Piece::Html(html) = piece { html.len() } else { 120 }).sum()
}

struct Writer<'a> {
    html: String,
    root: &'a str,
    /// Put before every id of an embedded entry, so that ids stay unique on the page.
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
                    self.attribute("href", &format!("#{target}"));
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
        if url.starts_with('#') { url.to_owned() } else { format!("{}{url}", self.root) }
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
        let outer = std::mem::replace(&mut self.prefix, format!("e{}-", self.embeds));
        self.html.push_str("<div class=\"embed\"><p class=\"embed-title\">");
        self.link(&embedded.url, &embedded.title);
        self.html.push_str("</p>");
        let body = (self.bodies)(&embedded.body.entry);
        let pieces = match embedded.section {
            Some(section) => section_of(&embedded.body.entry, &body.pieces, section),
            None => &body.pieces,
        };
        self.pieces(&embedded.body, pieces);
        self.html.push_str("</div>");
        self.prefix = outer;
    }

    fn tally(&mut self, tally: Option<TallyView>) {
        if let Some(TallyView { done, total, cancelled, .. }) = tally {
            let _ = write!(self.html, " <span class=\"c\">{done} of {total}");
            if cancelled > 0 {
                let _ = write!(self.html, ", {cancelled} cancelled");
            }
            self.html.push_str("</span>");
        }
    }

    fn step_start(&mut self, step: &StepLook) {
        let StepLook { state, checkpoint, important, line, .. } = step;
        // The state's own name is the class, and the end of the mark's.
        let (class, sort, word) = match checkpoint {
            Some(state) => (*state, 'c', checkpoint_word(state)),
            None => (state.name(), 's', step_word(*state)),
        };
        let kind = if checkpoint.is_some() { " cp" } else { "" };
        let weight = if *important { " important" } else { "" };
        let _ = write!(self.html, "<li class=\"st {class}{kind}{weight}\" id=\"{}step-{line}\">", self.prefix);
        let _ = write!(self.html, "<span class=\"mk {sort}-{class}\" aria-hidden=\"true\"></span><div class=\"t\">");
        let important = if *important { ", important" } else { "" };
        let _ = write!(self.html, "<span class=\"vh\">{word}{important}: </span>");
    }

    fn step_text_end(&mut self, step: &StepLook, year: i16) {
        self.tally(step.tally);
        self.html.push_str("</div>");
        let mut remarks: Vec<String> = Vec::new();
        let day = |date: Date| day_html(date, year);
        if step.state == State::Waiting && step.checkpoint.is_none() {
            remarks.push(match step.people.as_slice() {
                [] => "<span class=\"help\">needs help</span>".to_owned(),
                people => format!("<span class=\"help\">waiting on {}</span>", names(people)),
            });
        }
        if let Some(date) = step.settled {
            let verb = if step.state == State::Cancelled { "cancelled " } else { "" };
            remarks.push(format!("{verb}{}", day(date)));
        }
        match (step.state, step.due) {
            (State::Deferred, Some(due)) => remarks.push(format!("deferred to {}", day(due))),
            (_, Some(due)) if step.overdue => remarks.push(format!("was due {}", day(due))),
            (_, Some(due)) => remarks.push(format!("due {}", day(due))),
            (_, None) => {}
        }
        if let Some(from) = step.from {
            remarks.push(format!("from {}", day(from)));
        }
        if let Some(minutes) = step.estimate_minutes {
            remarks.push(crate::site::duration(minutes));
        }
        if let Some(rule) = &step.recurrence {
            remarks.push(escaped(rule));
        }
        if step.state != State::Waiting && !step.people.is_empty() {
            remarks.push(format!("with {}", names(&step.people)));
        }
        if !remarks.is_empty() {
            let _ = write!(self.html, "<p class=\"e\">{}</p>", remarks.join(", "));
        }
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

/// What a mark says to those who do not see it.
fn step_word(state: State) -> &'static str {
    match state {
        State::Open => "Open",
        State::Doing => "Begun",
        State::Done => "Done",
        State::Cancelled => "Cancelled",
        State::Deferred => "Deferred",
        State::Scheduled => "Scheduled",
        State::Waiting => "Waiting",
        State::OnHold => "On hold",
        State::Note => "Note",
    }
}

fn checkpoint_word(state: &str) -> &'static str {
    match state {
        "met" => "Checkpoint, met",
        "partly" => "Checkpoint, partly met",
        "dropped" => "Checkpoint, dropped",
        "overdue" => "Checkpoint, past its day",
        "soon" => "Checkpoint, soon",
        _ => "Checkpoint",
    }
}

fn day_html(date: Date, year: i16) -> String {
    let month = &month_name(date.month())[..3];
    let shown_year = if date.year() == year { String::new() } else { format!(" {}", date.year()) };
    format!("<time datetime=\"{date}\">{} {month}{shown_year}</time>", date.day())
}

/// `Ana`, `Ana and Ben`, `Ana, Ben and Cem`, escaped, as a name is written: first letter large.
fn names(people: &[String]) -> String {
    let shown: Vec<String> = people.iter().map(|name| escaped(&crate::model::readable(name))).collect();
    match shown.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape(&mut html, text);
    html
}

/// Appends text, escaped for content and for quoted attributes.
fn escape(html: &mut String, text: &str) {
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
