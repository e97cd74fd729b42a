//! `journal`: a folder of Markdown plans and reflections becomes a progress site.

pub mod cli;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod progress;
pub mod render;
pub mod site;
pub mod store;
