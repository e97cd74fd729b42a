//! Parsed files, so that only what changed is parsed again. They are decoded one by one, when asked for: the caller
//! does that in parallel.

use std::ops::Range;

use rayon::prelude::*;

use super::{Cache, Kind, body};
use crate::model::{Digest, Document, SourcePath};
use crate::store::Error;

/// The file's name.
const NAME: &str = "documents";

/// The parsed files that the last build kept.
#[derive(Debug, Default)]
pub struct Documents {
    bytes: Vec<u8>,
    /// Sorted by path: what each depends on, and where in `bytes` it is.
    index: Vec<(SourcePath, Digest, Range<usize>)>,
}

impl Documents {
    /// The document of the file `path`, if what it depends on is still `digest`.
    #[must_use]
    pub fn get(&self, path: &SourcePath, digest: Digest) -> Option<Document> {
        postcard::from_bytes(self.encoded(path, digest)?).ok()
    }

    fn encoded(&self, path: &SourcePath, digest: Digest) -> Option<&[u8]> {
        let at = self.index.binary_search_by(|(known, ..)| known.cmp(path)).ok()?;
        let (_, known, range) = &self.index[at];
        if *known == digest { self.bytes.get(range.clone()) } else { None }
    }

    /// A length, the index of that length, then the documents in its order.
    fn decode(bytes: Vec<u8>) -> Option<Self> {
        let Range { start, end } = body(&bytes);
        let (length, rest) = bytes[start..end].split_first_chunk::<8>()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let entries: Vec<(SourcePath, Digest, usize)> = postcard::from_bytes(rest.get(..length)?).ok()?;
        let mut at = start + 8 + length;
        let index = entries
            .into_iter()
            .map(|(path, digest, length)| {
                let start = at;
                at = at.checked_add(length)?;
                Some((path, digest, start..at))
            })
            .collect::<Option<_>>()?;
        Some(Self { bytes, index })
    }
}

impl Cache {
    /// The parsed files that the last build kept; none if there was none.
    #[must_use]
    pub fn documents(&self) -> Documents {
        self.read(NAME, Kind::Documents).and_then(Documents::decode).unwrap_or_default()
    }

    /// Keeps the parsed files of this build, each with the digest of what it depends on. Those that `previous` has
    /// are taken from there, and if it has all and no others, nothing is done.
    ///
    /// # Errors
    /// If they can't be written: the next build has more to do, that is all.
    pub fn save_documents<'a>(
        &self,
        previous: &Documents,
        documents: impl IntoIterator<Item = (&'a SourcePath, Digest, &'a Document)>,
    ) -> Result<(), Error> {
        let mut documents: Vec<_> = documents.into_iter().collect();
        documents.sort_unstable_by_key(|(path, ..)| *path);
        let known =
            |((path, digest, _), (other, other_digest, _)): (&(&SourcePath, Digest, _), &(SourcePath, Digest, _))| {
                *path == other && digest == other_digest
            };
        if documents.len() == previous.index.len() && documents.iter().zip(&previous.index).all(known) {
            return Ok(());
        }
        let encoded: Vec<(&SourcePath, Digest, Vec<u8>)> = documents
            .into_par_iter()
            .filter_map(|(path, digest, document)| {
                let bytes = match previous.encoded(path, digest) {
                    Some(bytes) => bytes.to_vec(),
                    None => postcard::to_stdvec(document).ok()?,
                };
                Some((path, digest, bytes))
            })
            .collect();
        let index: Vec<(&SourcePath, Digest, usize)> =
            encoded.iter().map(|(path, digest, bytes)| (*path, *digest, bytes.len())).collect();
        let index = postcard::to_stdvec(&index).unwrap_or_default();
        let length = (index.len() as u64).to_le_bytes();
        let mut parts: Vec<&[u8]> = vec![&length, &index];
        parts.extend(encoded.iter().map(|(_, _, bytes)| bytes.as_slice()));
        self.write(NAME, Kind::Documents, &parts)
    }
}
