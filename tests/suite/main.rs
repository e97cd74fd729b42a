//! What users see, tested through the program itself: one file for each feature.

#![expect(missing_docs, reason = "a test's name is its documentation")]

mod incremental;
mod private;
mod sandbox;
