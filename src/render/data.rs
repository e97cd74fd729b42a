//! Data becomes bytes in the format of its file.

use crate::site::Data;

/// The bytes of a file.
#[must_use]
pub fn data(data: &Data) -> Vec<u8> {
    match data {
        Data::Journal(export) => export.to_json(),
    }
}
