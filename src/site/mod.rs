//! Which pages there are, and exactly what each of them sees.

pub mod views;
