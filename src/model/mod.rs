//! The vocabulary: entries, steps, links, settings, diagnostics.
//!
//! The ground floor. It knows no file system, no clock, no Markdown and no template. Its types derive serde for one
//! reason: what was parsed is kept between builds. What templates and `journal.json` see are views of `site`.

mod body;
mod code;
mod date;
mod diagnostic;
mod digest;
mod document;
mod edit;
mod entry;
mod fix;
mod links;
mod past;
mod path;
mod published;
pub mod settings;
mod step;
mod terms;
mod text;
mod value;

pub use body::{Body, Heading, Link, Naming, Phrase, Piece, Purpose, Spot};
pub use code::Code;
pub use date::{Date, Month, NotADate, Time, Weekday, add_days, days_between, month_name, parse_date};
pub use diagnostic::{Diagnostic, Place, Severity, Told};
pub use digest::Digest;
pub use document::{Audience, Document, Faces};
pub use edit::{Conflict, Edit, line_of};
pub use entry::{
    Address, Entry, Every, FEELINGS, Kind, Named, Pause, Plan, Practice, Practiced, Reflection, Status, Target,
    TargetKind, Visibility,
};
pub use fix::{Fix, mended};
pub use links::{Names, Target as LinkTarget};
pub use past::{Past, Scope};
pub use path::{OutPath, SourcePath, percent_encoded, readable, slug};
pub use published::Published;
pub use settings::Settings;
pub use step::{DeclaredCheckpoint, Done, Fields, Gate, Group, Parent, Priority, State, Step, Steps};
pub use terms::{ENDINGS, Term, Terms, WEIGHTS, ending, lead};
pub use text::Passage;
pub use value::{Amount, Value};
