//! Fingerprints: 128 bits that stand for a value, so that "did it change?" is one comparison.
//!
//! xxh3 is fast and not cryptographic: nobody gains by forging a fingerprint of their own journal. A digest of a
//! derived `Hash` is stable for one binary only, which is why everything kept on disk is keyed by the tool as well.

use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3;

/// 128 bits that stand for a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Digest(pub u128);

impl Digest {
    /// The digest of bytes: the same on every machine.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(xxhash_rust::xxh3::xxh3_128(bytes))
    }

    /// The digest of a value's `Hash`: the same for one binary.
    #[must_use]
    pub fn of<T: Hash + ?Sized>(value: &T) -> Self {
        let mut hasher = Xxh3Hasher(Xxh3::new());
        value.hash(&mut hasher);
        Self(hasher.0.digest128())
    }

    /// The first eight hexadecimal digits, for names of files.
    #[must_use]
    pub fn short(self) -> String {
        format!("{self}")[..8].to_owned()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

struct Xxh3Hasher(Xxh3);

impl Hasher for Xxh3Hasher {
    fn finish(&self) -> u64 {
        self.0.digest()
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_tells_values_apart() {
        assert_eq!(Digest::of(&("a", 1)), Digest::of(&("a", 1)));
        assert_ne!(Digest::of(&("ab", "c")), Digest::of(&("a", "bc")));
        assert_eq!(Digest::of_bytes(b"").to_string(), "99aa06d3014798d86001c324468d497f");
        assert_eq!(Digest::of_bytes(b"").short(), "99aa06d3");
    }
}
