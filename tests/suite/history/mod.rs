//! What git tells of a journal's past.

mod oracle;
mod repository;
