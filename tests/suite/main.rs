//! What users see, tested through the program itself: one file for each feature.

#![expect(missing_docs, reason = "a test's name is its documentation")]

mod build;
mod check;
mod example;
mod export;
mod folder;
mod hostile;
mod incremental;
mod layers;
mod links;
mod private;
mod readme;
mod sandbox;
mod theme;
