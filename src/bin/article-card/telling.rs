//! What is told of documents besides the result.

use std::path::Path;

use article_card::Warning;
use clap::Args;

use crate::{Failure, complain, located};

/// How much is told on standard error.
#[derive(Debug, Args)]
pub(crate) struct Telling {
    /// What would be left out or repaired is an error
    #[arg(long)]
    strict: bool,
    /// Tell only errors
    #[arg(long)]
    quiet: bool,
}

impl Telling {
    /// Says which file of how many is next.
    pub(crate) fn progress(&self, at: usize, count: usize, file: &Path) {
        if count > 1 && !self.quiet {
            let line = format!("{} of {count}: {}", at + 1, file.display());
            complain(&located("", &line));
        }
    }

    /// Tells what was left out or repaired, of one `file` of many.
    pub(crate) fn warn(&self, file: Option<&Path>, warnings: &[Warning]) -> Result<(), Failure> {
        if !self.quiet || self.strict {
            tell(file, warnings);
        }
        if self.strict && !warnings.is_empty() {
            complain("nothing is printed: --strict");
            return Err(Failure::Problems);
        }
        Ok(())
    }
}

/// Tells warnings, of one `file` of many.
pub(crate) fn tell(file: Option<&Path>, warnings: &[Warning]) {
    for warning in warnings {
        complain(&of(file, &located(&warning.path, &warning.message)));
    }
}

/// A line about one `file` of many.
pub(crate) fn of(file: Option<&Path>, line: &str) -> String {
    match file {
        Some(file) => located(&file.display().to_string(), line),
        None => line.into(),
    }
}
