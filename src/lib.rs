//! `journal`: a folder of Markdown plans and reflections becomes a progress site.
//!
//! This crate is a program; the library exists so that its parts can be tested and measured, and promises nobody an
//! interface. What users can rely on is the command line, `journal.json`, the templates' variables and the folder's
//! layout, all told in the users' guide under `example-journal/guide/`.
//!
//! # The pipeline
//!
//! One function after the other, a noun in and a noun out:
//!
//! ```text
//! folder ── store::read ──▶ Inputs ── parse ──▶ Document ── model::Published ──▶ what this audience may see
//! git ── store::history ──┘                                                        │ with the days that
//!                                                                                  │ history::History tells
//!        site/ ◀── store::Site::write ── Output ◀── render ── Page ◀── site::plan ─┴─ progress::standing
//! ```
//!
//! - [`store`] reads the folder and writes the site, to a folder or a branch. It alone touches the disk and runs git.
//! - [`parse`] understands one file, totally and purely: text in, [`model::Document`] and bodies out.
//! - [`model::Published`] is the journal as one audience may see it: the only place where what is private is left out,
//!   and the only thing that later stages are handed.
//! - [`history`] knows what earlier versions of the files tell: when a step was ticked that does not say so.
//! - [`progress`] says where each plan stands: integer maths over the model and a day.
//! - [`language`] has the words of the site, in the language of the journal.
//! - [`site`] decides which pages there are and *exactly what each of them sees*: a view, a struct of its own.
//! - [`render`] turns one page into bytes, with Tera, and knows nothing else.
//! - [`pipeline`] is the order of all that: a [`pipeline::Draft`] has every file of the site with its fingerprint and
//!   none of it made; [`pipeline::build`]`(previous, inputs)` makes what has another fingerprint than before.
//! - [`watch`] is the live preview: it hears of changes, drafts anew and makes the pages that a browser asks for.
//! - [`cli`] is words and exit codes; the clock, the environment and the terminal enter there.
//!
//! A command is the same pipeline cut off earlier: `export` and `context` stop at the plan, `check` before anything is
//! written.
//!
//! # Floors
//!
//! From the ground: `model`, then `parse`, `progress` and `language`, `history`, `site`, `render`, `pipeline`, `store`,
//! `watch`, `cli`. A module imports floors below it and never above; `tests/suite/layers.rs` reads the `use` lines, and
//! `clippy.toml` keeps the file system, the clock and the environment where they belong.
//!
//! # What always holds
//!
//! - **The previous build is a cache and nothing else.** A full build is `build(&Build::empty(), …)`. Pages are
//!   fingerprinted over their template's digest and their view (`Hash` and `Serialize` are derived over the same
//!   fields), so a page that is not rendered again is one that would come out the same. What `.journal/` remembers is
//!   keyed by content and by the tool; deleting it changes no byte.
//! - **Typing costs what was typed.** Where only the running text of an entry is another
//!   ([`model::Entry::differs_only_in_text`]), a draft takes over all of the one before but the files that show it; a test
//!   holds that it is the draft from nothing, byte for byte.
//! - **Everything small is made anew.** Links, backlinks, tags, standings and the plan are computed whole for each build
//!   over small cards; there is no invalidation to get wrong. Bodies are large, so a plan names them by digest and they
//!   are parsed again only for a page that is rendered.
//! - **Private text leaves no trace.** The public face of an entry is parsed from text in which everything private was
//!   overwritten with spaces; nothing derived from it can know a private word. An entry whose visibility can't be
//!   understood is left out.
//! - **The same bytes everywhere.** Nothing that reaches output iterates a hash map, reads a clock or a locale; `today`
//!   is an argument.
//! - **One bad file never stops the rest.** What is wrong in a journal is a [`model::Diagnostic`], collected and shown
//!   together; [`pipeline::Failure`] is for broken settings and templates, [`store::Error`] for the world.
//! - **What a person wrote changes only when asked, and only there.** A [`model::Fix`] and a [`model::Edit`] are data
//!   that name the characters or lines; [`store::rewrite`] alone makes them, and never over what was saved meanwhile.
//! - **Foreign files are never touched.** The output folder is changed by its manifest; every file is replaced whole.

pub mod cli;
pub mod history;
pub mod language;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod progress;
pub mod render;
pub mod site;
pub mod store;
pub mod watch;
