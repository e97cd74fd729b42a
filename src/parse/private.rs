//! What the public may not know is overwritten with spaces, before anything is derived from it.

use super::source::Source;

/// The text of the file with comments and private callouts overwritten by spaces, every line and offset kept; `None`
/// when there is nothing private in it. `body` is the offset at which the body begins.
pub(crate) fn public_text(_source: &Source<'_>, _body: usize) -> Option<String> {
    unimplemented!()
}
