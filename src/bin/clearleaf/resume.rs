//! Going on where a batch was interrupted: which pages have their line already.
//!
//! Lines are written whole and in any order, so what is there says what is done.
//! The last line may have been cut off; it is dropped, and its page done again.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, ErrorKind, Seek, SeekFrom};
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// What a line is asked for.
#[derive(Deserialize)]
struct Line {
    id: String,
}

/// Opens results to go on with them: the file, at the end of its last whole line, and the ids that it holds. Without
/// such a file there is nothing to go on with, and all is to do.
pub fn open(path: &Path) -> Result<(File, HashSet<String>)> {
    let cannot = || format!("cannot go on with {}", path.display());
    let mut done = HashSet::new();
    let mut whole = 0;
    match File::open(path) {
        Ok(old) => {
            let mut old = BufReader::new(old);
            let mut line = Vec::new();
            loop {
                line.clear();
                let length = old.read_until(b'\n', &mut line).with_context(cannot)?;
                if !line.ends_with(b"\n") {
                    break;
                }
                let Ok(Line { id }) = serde_json::from_slice(&line) else { break };
                done.insert(id);
                whole += length as u64;
            }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error).with_context(cannot),
    }
    let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(path).with_context(cannot)?;
    file.set_len(whole).with_context(cannot)?;
    file.seek(SeekFrom::Start(whole)).with_context(cannot)?;
    Ok((file, done))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn whole_lines_stay_and_the_last_one_goes() {
        let path = std::env::temp_dir().join(format!("clearleaf-resume-{}", std::process::id()));
        std::fs::write(&path, "{\"id\":\"a\",\"ms\":1}\n{\"id\":\"b\"}\n{\"id\":\"c\",\"ti").expect("written");
        let (mut file, done) = open(&path).expect("opened");
        assert_eq!(done, HashSet::from(["a".to_owned(), "b".to_owned()]));
        writeln!(file, "{{\"id\":\"c\"}}").expect("written");
        let text = std::fs::read_to_string(&path).expect("read");
        assert_eq!(text, "{\"id\":\"a\",\"ms\":1}\n{\"id\":\"b\"}\n{\"id\":\"c\"}\n");
        std::fs::remove_file(&path).expect("removed");
        assert!(open(&path).expect("made").1.is_empty());
        std::fs::remove_file(&path).expect("removed");
    }
}
