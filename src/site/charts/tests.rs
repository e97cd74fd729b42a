//! Charts of plans with nothing, one and much in them.
