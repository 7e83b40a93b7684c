//! Which file the path of a URL means. Nothing outside of the folders, and nothing whose name begins with a dot, is one.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use percent_encoding::percent_decode_str;

use crate::Failure;

/// A folder at a prefix, as it was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Mount {
    prefix: String,
    folder: PathBuf,
}

impl FromStr for Mount {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "expected /PREFIX=DIR, as in /dist/=dist; the folder at / is DIR";
        let (prefix, folder) = text.split_once('=').ok_or(wrong)?;
        let names = prefix.strip_prefix('/').ok_or(wrong)?;
        let names = names.strip_suffix('/').unwrap_or(names);
        if folder.is_empty() || !names.split('/').all(is_plain) {
            return Err(wrong);
        }
        Ok(Self {
            prefix: format!("/{names}/"),
            folder: folder.into(),
        })
    }
}

/// What is at a path.
#[derive(Debug)]
pub(crate) enum Found {
    File(PathBuf),
    /// A folder whose path lacks the slash at the end, which the links of its index need.
    Folder,
    Nothing,
}

/// The folders that are served: prefixes and where they really lie, the longest prefix first.
#[derive(Debug)]
pub(crate) struct Folders(Vec<(String, PathBuf)>);

impl Folders {
    /// The folder at `/` and those at prefixes. All must be there; of two at one prefix the latter is meant.
    pub(crate) fn open(root: &Path, mounts: &[Mount]) -> Result<Self, Failure> {
        let mut folders = Vec::new();
        for mount in mounts.iter().rev() {
            folders.push((mount.prefix.clone(), really(&mount.folder)?));
        }
        folders.push(("/".into(), really(root)?));
        folders.sort_by_key(|(prefix, _)| std::cmp::Reverse(prefix.len()));
        Ok(Self(folders))
    }

    /// What `path` means, which is still encoded.
    pub(crate) fn find(&self, path: &str) -> Found {
        let Ok(path) = percent_decode_str(path).decode_utf8() else {
            return Found::Nothing;
        };
        let prefixes = || self.0.iter();
        let is_mount = |(prefix, _): &(String, _)| prefix.strip_suffix('/') == Some(&path);
        if !path.is_empty() && prefixes().any(is_mount) {
            return Found::Folder;
        }
        let at = prefixes().find_map(|(prefix, root)| Some((path.strip_prefix(&**prefix)?, root)));
        at.and_then(|(rest, root)| within(root, rest))
            .unwrap_or(Found::Nothing)
    }
}

/// What lies in `root` at `rest`, a decoded path without the slash at its beginning.
fn within(root: &Path, rest: &str) -> Option<Found> {
    let names = rest.strip_suffix('/').unwrap_or(rest);
    if !rest.is_empty() && !names.split('/').all(is_plain) {
        return None;
    }
    let target = inside(root, &root.join(names))?;
    let slash = rest.is_empty() || rest.ends_with('/');
    if !target.is_dir() {
        return file(target).filter(|_| !slash);
    }
    if !slash {
        return Some(Found::Folder);
    }
    file(inside(root, &target.join("index.html"))?)
}

/// What can be read to its end: no pipes or devices.
fn file(target: PathBuf) -> Option<Found> {
    target.is_file().then_some(Found::File(target))
}

/// Where `path` really lies, if that is in `root`: links may lead anywhere.
fn inside(root: &Path, path: &Path) -> Option<PathBuf> {
    let target = fs::canonicalize(path).ok()?;
    let mut names = target.strip_prefix(root).ok()?.iter();
    let seen = names.all(|name| !name.as_encoded_bytes().starts_with(b"."));
    seen.then_some(target)
}

/// Whether a name can only mean what lies in its folder, on any system, and is not hidden.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0'])
}

fn really(folder: &Path) -> Result<PathBuf, Failure> {
    let target = fs::canonicalize(folder).and_then(|target| {
        let listed = fs::read_dir(&target);
        listed.map(|_| target)
    });
    target.map_err(|error| {
        let error = match error.kind() {
            ErrorKind::NotFound => io::Error::new(error.kind(), "there is no such folder"),
            ErrorKind::NotADirectory => io::Error::new(error.kind(), "this is no folder"),
            _ => error,
        };
        Failure::Io(folder.display().to_string(), error)
    })
}
