//! What git told of the journal's versions, as of one commit, so that only what came after is asked for.

use std::ops::Range;

use super::{Cache, Kind, body};
use crate::history::{Known, Name};
use crate::model::{Audience, Digest};
use crate::store::Error;

/// What was kept of an earlier reading.
pub(in crate::store) struct Kept {
    /// The last commit that was read.
    pub(in crate::store) head: Name,
    bytes: Vec<u8>,
    /// Where in `bytes` the rest is.
    known: Range<usize>,
}

impl Kept {
    /// All of it.
    pub(in crate::store) fn known(&self) -> Option<Known> {
        postcard::from_bytes(&self.bytes[self.known.clone()]).ok()
    }
}

impl Cache {
    /// What was kept for this audience, if it was read by the same rules, which `key` stands for.
    pub(in crate::store) fn history(&self, audience: Audience, key: Digest) -> Option<Kept> {
        let bytes = self.read(name(audience), Kind::History)?;
        let body = body(&bytes);
        let ((known_key, head), rest): ((Digest, String), &[u8]) =
            postcard::take_from_bytes(&bytes[body.clone()]).ok()?;
        let known = body.end - rest.len()..body.end;
        (known_key == key).then(|| Kept { head: head.into(), bytes, known })
    }

    /// Keeps what is known as of the commit `head`.
    pub(in crate::store) fn save_history(
        &self,
        audience: Audience,
        key: Digest,
        head: &Name,
        known: &Known,
    ) -> Result<(), Error> {
        let head = postcard::to_stdvec(&(key, &**head)).unwrap_or_default();
        let known = postcard::to_stdvec(known).unwrap_or_default();
        self.write(name(audience), Kind::History, &[&head, &known])
    }
}

/// The file's name: what the public may know is kept apart from what is the writer's.
fn name(audience: Audience) -> &'static str {
    match audience {
        Audience::Public => "history-public",
        Audience::Writer => "history-writer",
    }
}
