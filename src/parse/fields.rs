//! Keys with their places, and typed readers of values.
