//! How long untrusted HTML takes natively: to nodes, and to HTML that can be sent. `make bench-sanitiser`.

mod bodies;

use std::hint::black_box;
use std::path::PathBuf;

use article_card::article::Field;
use article_card::node::html;
use article_card::sanitize::html::{Scope, blocks};
use article_card::sanitize::{ImagePolicy, SafeUrl};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn sanitise(criterion: &mut Criterion) {
    let base = SafeUrl::web("https://courier.example/stories/1", None);
    let images = ImagePolicy::default();
    let scope = Scope {
        base: base.as_ref(),
        images: &images,
    };
    for (name, body) in bodies() {
        let mut group = criterion.benchmark_group(&name);
        group.throughput(Throughput::Bytes(body.len() as u64));
        group.bench_function("to nodes", |bencher| {
            bencher.iter(|| blocks(black_box(&body), &scope, &mut { usize::MAX }));
        });
        group.bench_function("to HTML", |bencher| {
            bencher.iter(|| {
                let mut out = String::new();
                for block in &blocks(black_box(&body), &scope, &mut { usize::MAX }).0 {
                    for node in block.nodes(Field::Html) {
                        html::push(&mut out, node);
                    }
                }
                out
            });
        });
        group.finish();
    }
}

/// Our own bodies, and those of the samples that come nearest to them in length.
fn bodies() -> Vec<(String, String)> {
    let own = bodies::LENGTHS.map(|length| (format!("ours, {length} bytes"), bodies::body(length)));
    let mut all = Vec::from(own);
    let samples = samples();
    for length in bodies::LENGTHS {
        if let Some(body) = samples
            .iter()
            .min_by_key(|body| body.len().abs_diff(length))
        {
            all.push((format!("sample, {} bytes", body.len()), body.clone()));
        }
    }
    all
}

/// The HTML texts of the shared samples, where they are.
fn samples() -> Vec<String> {
    let folder = std::env::var_os("ARTICLE_CARD_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let mut found = Vec::new();
    let Ok(folders) = std::fs::read_dir(folder.join("samples")) else {
        eprintln!("skipped: bodies of samples (ARTICLE_CARD_SHARED says where to look)");
        return found;
    };
    let mut files: Vec<PathBuf> = folders
        .filter_map(|folder| std::fs::read_dir(folder.ok()?.path()).ok())
        .flat_map(|files| files.map(|file| file.expect("an entry").path()))
        .collect();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        collect(&serde_json::from_str(&text).unwrap_or_default(), &mut found);
    }
    found
}

/// Texts with a few tags, wherever they stand in `value`.
fn collect(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) if text.matches("<p").count() > 2 => {
            found.push(text.clone());
        }
        serde_json::Value::Array(items) => {
            for item in items {
                collect(item, found);
            }
        }
        serde_json::Value::Object(members) => {
            for member in members.values() {
                collect(member, found);
            }
        }
        _ => {}
    }
}

criterion_group!(benches, sanitise);
criterion_main!(benches);
