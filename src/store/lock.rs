//! One build at a time in a folder. The operating system holds the lock, so it ends with the process, however that
//! ends.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

use super::Error;

/// How often another build is looked for while waiting.
const PAUSE: Duration = Duration::from_millis(50);

/// Locks the file `path`, made if need be, for as long as the returned file lives. While another build of `folder`
/// has it, `waiting` is told once, and after `patience` it is an error.
pub(super) fn lock(path: &Path, folder: &Path, patience: Duration, waiting: &mut dyn FnMut()) -> Result<File, Error> {
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .map_err(Error::io("open the lock", path))?;
    let mut waited = Duration::ZERO;
    loop {
        match file.try_lock() {
            // Some network file systems know no locks. To refuse them every build would be worse than the small
            // chance that two builds meet there.
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(file),
            Err(TryLockError::WouldBlock) if waited >= patience => {
                return Err(Error::Busy { folder: folder.to_owned() });
            }
            Err(TryLockError::WouldBlock) => {
                if waited.is_zero() {
                    waiting();
                }
                std::thread::sleep(PAUSE);
                waited += PAUSE;
            }
        }
    }
}
