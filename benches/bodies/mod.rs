//! Bodies of a wanted length, as editors write them: our own prose, links, lists, figures and tables. The same ones on
//! every machine, natively and in the browser.

/// Bytes of the bodies that are measured: a note, a story, a long read.
pub(crate) const LENGTHS: [usize; 3] = [1_000, 9_000, 40_000];

const SENTENCES: &[&str] = &[
    "The ferry left Merrowick at ten past ten, two minutes before anybody had expected it to.",
    "On the quay stood a woman with a bicycle, a parrot cage and no parrot.",
    "“It is not the wind,” said the harbour master, “it is what the wind brings with it.”",
    "Nobody had counted the gulls since the spring, when there were four hundred and six.",
    "The lamp at Gannet Head burns every night, though the last ship that needed it was sold for scrap.",
    "Tar, rope, salt and coffee: the shed smelled of everything that had ever been kept in it.",
    "The council will vote on Thursday; those who live by the water have voted already, with sandbags.",
    "Half of the money comes from the islands, a quarter from the mainland &amp; the rest from a bequest.",
    "What the tide takes away at Skerrow it puts down again at Long Sands, a little to the left.",
    "She had learned to splice from her grandmother, who had learned it from a book with a page missing.",
    "There are three ways to moor a boat here, and the visitors know all of the others.",
    "By noon the fog had gone, and with it the excuse.",
    "The engine was built in 1961 and has been repaired so often that only the noise is original.",
    "Children go to school by boat on Mondays, and by every other means on Fridays.",
    "It took eleven people to lift the bell&nbsp;– and one to notice that it was the wrong one.",
    "The new timetable has fewer boats, longer days and a footnote that nobody can explain.",
];

const WORDS: &[&str] = &[
    "the harbour",
    "a timetable",
    "the pilot",
    "four hundred gulls",
    "the old lighthouse",
    "sandbags",
    "the bequest",
    "the evening boat",
    "a missing page",
    "the wrong bell",
];

/// A body of about `length` bytes, never less.
pub(crate) fn body(length: usize) -> String {
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let mut out = String::new();
    let mut number = 0;
    while out.len() < length {
        // The order of a story: mostly paragraphs, something else after every few.
        match number % 12 {
            3 => heading(&mut out, &mut chance),
            5 => list(&mut out, &mut chance),
            7 => figure(&mut out, number),
            9 => quotation(&mut out, &mut chance),
            11 => table(&mut out, &mut chance),
            _ => paragraph(&mut out, &mut chance),
        }
        number += 1;
    }
    out
}

/// Numbers that look random (xorshift, Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % limit
    }

    fn one_of(&mut self, all: &[&'static str]) -> &'static str {
        all[self.below(all.len())]
    }
}

fn paragraph(out: &mut String, chance: &mut Chance) {
    out.push_str("<p class=\"wp-block-paragraph\" style=\"margin-top:0\">");
    for _ in 0..3 + chance.below(3) {
        out.push_str(chance.one_of(SENTENCES));
        out.push(' ');
        inline(out, chance);
    }
    out.push_str("</p>\n\n");
}

fn inline(out: &mut String, chance: &mut Chance) {
    let words = chance.one_of(WORDS);
    let page = chance.below(900).to_string();
    let pieces: &[&str] = match chance.below(7) {
        0 => &[
            "See <a href=\"https://courier.example/",
            &page,
            "?ref=body&amp;pos=2\" target=\"_blank\" rel=\"noopener\">",
            words,
            "</a>. ",
        ],
        1 => &[
            "More about <a class=\"internal\" data-id=\"",
            &page,
            "\" href=\"/stories/",
            &page,
            "\">",
            words,
            "</a>. ",
        ],
        2 => &["It was <em>", words, "</em>. "],
        3 => &[
            "<strong>Correction:</strong> it was <span lang=\"en\">",
            words,
            "</span>.<br>",
        ],
        _ => &[],
    };
    out.extend(pieces.iter().copied());
}

fn heading(out: &mut String, chance: &mut Chance) {
    out.extend([
        "<h2 id=\"part\" class=\"wp-block-heading\">What became of ",
        chance.one_of(WORDS),
        "</h2>\n",
    ]);
}

fn list(out: &mut String, chance: &mut Chance) {
    out.push_str("<ul class=\"wp-block-list\">\n");
    for _ in 0..3 + chance.below(4) {
        out.extend([
            "<li>",
            chance.one_of(SENTENCES),
            " <a href=\"/topics/sea\">",
            chance.one_of(WORDS),
            "</a></li>\n",
        ]);
    }
    out.push_str("</ul>\n");
}

fn figure(out: &mut String, number: usize) {
    let number = number.to_string();
    out.extend([
        "<figure class=\"wp-block-image size-large\"><img decoding=\"async\" width=\"1600\" height=\"900\" src=\"https://cdn.courier.example/2026/11/",
        &number,
        ".jpg\" alt=\"A boat at low tide\" class=\"wp-image-7\" srcset=\"https://cdn.courier.example/a.jpg 1600w, \
         https://cdn.courier.example/b.jpg 800w\" sizes=\"(max-width: 1600px) 100vw, 1600px\"><figcaption \
         class=\"wp-element-caption\">Low tide at <i>Merrowick</i>. Picture: our own</figcaption></figure>\n",
    ]);
}

fn quotation(out: &mut String, chance: &mut Chance) {
    out.extend([
        "<blockquote class=\"wp-block-quote\"><p>",
        chance.one_of(SENTENCES),
        "</p><cite>",
        chance.one_of(WORDS),
        "</cite></blockquote>\n",
    ]);
}

fn table(out: &mut String, chance: &mut Chance) {
    out.push_str("<figure class=\"wp-block-table\"><table><thead><tr><th>Boat</th><th>Leaves</th><th>Fare</th></tr></thead><tbody>");
    for _ in 0..4 {
        let fare = chance.below(90).to_string();
        out.extend([
            "<tr><td>",
            chance.one_of(WORDS),
            "</td><td>22.10</td><td>4.",
            &fare,
            "</td></tr>",
        ]);
    }
    out.push_str("</tbody></table></figure>\n");
}
