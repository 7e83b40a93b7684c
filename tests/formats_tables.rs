//! What the mapping tables name is there: a conversion or a table that nobody wrote would silently give nothing.
#![cfg(feature = "formats")]

use std::fs;
use std::path::Path;

#[test]
fn what_the_tables_name_is_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/input/formats");
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("a source");
    let conversions = read("convert.rs");
    let formats = read("mod.rs");
    let mut named = 0;
    for entry in fs::read_dir(&folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(&path).expect("a source");
        if !text.contains("const ITEM: &str") && !text.contains("_ITEM: &str") {
            continue;
        }
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code: String = code.collect::<Vec<_>>().join(" ");
        for entry in code.split_whitespace() {
            for (at, _) in entry.match_indices('>') {
                let rest = &entry[at + 1..];
                let end = rest
                    .find(|c: char| !c.is_ascii_lowercase())
                    .unwrap_or(rest.len());
                let conversion = &rest[..end];
                if !conversion.is_empty() {
                    named += 1;
                    assert!(
                        conversions.contains(&format!("\"{conversion}\"")),
                        "{name}: {entry}"
                    );
                }
            }
            for digit in '0'..='9' {
                if entry.contains(&format!("{{{digit}}}")) {
                    // The tables of a format stand behind one `&[`, set apart by commas.
                    let tables = formats
                        .split("&[")
                        .filter(|list| list.starts_with(&format!("{name}::")));
                    let most = tables.map(|list| {
                        list.split(']')
                            .next()
                            .unwrap_or_default()
                            .matches("::")
                            .count()
                    });
                    let most = most.max().unwrap_or(0);
                    assert!(usize::from(digit as u8 - b'0') < most, "{name}: {entry}");
                }
            }
        }
    }
    assert!(named > 50, "{named}");
}
