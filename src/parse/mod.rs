//! One file's text becomes a [`Document`](crate::model::Document) and its bodies: total and pure.
//!
//! 0. `conflict` looks for merge conflicts: a file with two meanings has none.
//! 1. `front_matter` finds where the body begins and reads the keys.
//! 2. `private` overwrites with spaces what the public may not know, for the public face; `comments` does that with
//!    comments, for both.
//! 3. `markdown` reads the body of each face: structure, links, steps, and the HTML in between.
//! 4. `terms` counts the words of each face, for search.
//! 5. `entry` puts all of it together.
//!
//! `change` goes the other way: a step gets another state, and one line of the text changes.
//!
//! Nothing here fails: what can't be understood becomes a diagnostic, and the rest goes on.

mod change;
mod comments;
mod conflict;
mod entry;
mod fields;
pub(crate) mod front_matter;
mod markdown;
mod private;
mod settings;
pub(crate) mod source;
mod split;
pub(crate) mod steps;
mod terms;

pub use change::{Change, Changed, Refusal, Return, change};
pub use entry::{Parsed, parse, public_text};
pub(crate) use markdown::forget_syntaxes;
pub(crate) use settings::normal_url;
pub use settings::settings;
pub use source::{diagnostic_in, place_of};
pub use steps::Missed;
