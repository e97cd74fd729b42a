//! Remembered documents, as the pipeline asks for them.

use std::sync::Arc;

use super::cache::Documents;
use crate::model::{Digest, Document, SourcePath};
use crate::pipeline::Recall;

/// Documents of the last build; each is decoded when it is asked for.
pub struct Recalled(pub Arc<Documents>);

impl Recall for Recalled {
    fn document(&self, path: &SourcePath, digest: Digest) -> Option<Arc<Document>> {
        self.0.get(path, digest).map(Arc::new)
    }
}
