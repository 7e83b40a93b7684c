//! How long the library takes from the JSON of a document to its HTML, in a process that goes on: for each time a line
//! with nanoseconds, after one with the bytes of the HTML. `make bench` runs it: `render-feed FILE none|inline WARM TIMES`.

use std::hint::black_box;
use std::time::Instant;

use article_card::prerender::{Data, Prerender};
use article_card::{Context, Error, parse};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [file, data, warm, times]: [String; 4] = std::env::args()
        .skip(1)
        .collect::<Vec<_>>()
        .try_into()
        .map_err(|_| "expected FILE none|inline WARM TIMES")?;
    let text = std::fs::read_to_string(file)?;
    let is_inline = data == "inline";
    println!("{}", render(&text, is_inline)?.len());
    for _ in 1..warm.parse()? {
        black_box(render(black_box(&text), is_inline)?);
    }
    for _ in 0..times.parse()? {
        let from = Instant::now();
        black_box(render(black_box(&text), is_inline)?);
        println!("{}", from.elapsed().as_nanos());
    }
    Ok(())
}

/// All there is to it on a server: the text is read, bodies of HTML are sanitised, dates written, HTML made.
fn render(text: &str, is_inline: bool) -> Result<String, Error> {
    let parsed = parse(text, &Context::default())?;
    let data = if is_inline { Data::Inline } else { Data::None };
    Prerender {
        data,
        ..Prerender::default()
    }
    .html(&parsed)
}
