//! What git told of the journal's versions, as of one commit, so that only what came after is asked for.

use super::{Cache, Kind, body};
use crate::history::{Known, Name};
use crate::model::{Audience, Digest};
use crate::store::Error;
use crate::store::history::Kept;

impl Cache {
    /// What was kept for this audience, if it was read by the same rules, which `key` stands for.
    pub(in crate::store) fn history(&self, audience: Audience, key: Digest) -> Option<Kept> {
        let bytes = self.read(name(audience), Kind::History)?;
        let ((known_key, head), rest): ((Digest, String), _) = postcard::take_from_bytes(&bytes[body(&bytes)]).ok()?;
        if known_key != key {
            return None;
        }
        Some(Kept { head: head.into(), known: postcard::from_bytes(rest).ok()? })
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
