//! What users see, tested through the program itself: one file for each feature.

#![allow(unreachable_pub, reason = "what modules of one test program share has to be public in them")]
#![expect(clippy::case_sensitive_file_extension_comparisons, reason = "the program itself writes them small")]
#![expect(clippy::disallowed_methods, reason = "a test makes its journal on the disk")]

mod bounds;
mod browser;
mod calendar;
mod charts;
mod check;
mod conflicts;
mod contradictions;
#[path = "../../benches/corpus/mod.rs"]
mod corpus;
mod done;
mod example;
mod export;
mod feeds;
mod fix;
mod folder;
mod formats;
mod history;
mod hostile;
mod incremental;
mod init;
mod layers;
mod links;
mod on_this_day;
mod outside;
mod people;
mod private;
mod problems;
mod publish;
mod readers;
mod readme;
mod sandbox;
mod site;
mod social;
mod standing;
mod status;
mod theme;
mod validity;
mod watch;
mod words;
mod years;
