//! Where front matter begins and ends.
