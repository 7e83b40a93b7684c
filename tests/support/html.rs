//! Reads the HTML of a card back into a tree, strictly: whatever a browser would have to mend fails the test.

use std::collections::HashSet;

/// Elements without end tags.
const VOID: [&str; 4] = ["br", "hr", "img", "wbr"];
/// What may stand in a paragraph, heading or link.
const PHRASING: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "button", "cite", "code", "del", "dfn", "em", "i", "img",
    "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub",
    "sup", "time", "u", "var", "wbr", "#text",
];

/// An element; text is an element called `#text` with its text as the one attribute value.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Tree>,
}

/// The one element that `html` is.
#[track_caller]
pub(crate) fn read(html: &str) -> Tree {
    let mut open = vec![Tree::default()];
    let mut rest = html;
    while !rest.is_empty() {
        let Some(tag) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            let text = ("#text".to_owned(), unescape(&rest[..end]));
            let parent = open.last_mut().expect("an open element");
            let attributes = vec![text];
            parent.children.push(Tree {
                name: "#text".into(),
                attributes,
                children: Vec::new(),
            });
            rest = &rest[end..];
            continue;
        };
        let end = tag
            .find('>')
            .expect("the end of a tag: > is escaped everywhere else");
        let inside = &tag[..end];
        rest = &tag[end + 1..];
        if let Some(name) = inside.strip_prefix('/') {
            let closed = open.pop().expect("an open element");
            assert_eq!(closed.name, name, "end tag in {html}");
            open.last_mut()
                .expect("an open parent")
                .children
                .push(closed);
        } else {
            let element = start_tag(inside);
            if VOID.contains(&element.name.as_str()) {
                open.last_mut()
                    .expect("an open parent")
                    .children
                    .push(element);
            } else {
                open.push(element);
            }
        }
    }
    assert_eq!(open.len(), 1, "unclosed elements in {html}");
    let mut roots = open.pop().expect("the root").children;
    assert_eq!(roots.len(), 1, "one root in {html}");
    let tree = roots.remove(0);
    tree.check();
    tree
}

fn start_tag(inside: &str) -> Tree {
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    assert!(
        !name.is_empty() && name.chars().all(is_name),
        "element {name:?}"
    );
    let mut attributes: Vec<(String, String)> = Vec::new();
    while !rest.is_empty() {
        let (name, value) = rest.split_once("=\"").expect("name=\"value\"");
        let (value, after) = value.split_once('"').expect("a closing quote");
        assert!(
            attributes.iter().all(|other| other.0 != name),
            "{name} twice in {inside}"
        );
        attributes.push((name.to_owned(), unescape(value)));
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    Tree {
        name: name.to_owned(),
        attributes,
        children: Vec::new(),
    }
}

fn unescape(text: &str) -> String {
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, after) = part.split_once(';').expect("& starts an escape");
        out.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "nbsp" => '\u{a0}',
            other => panic!("unknown escape &{other};"),
        });
        out.push_str(after);
    }
    out
}

impl Tree {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self
            .attributes
            .iter()
            .find(|attribute| attribute.0 == name)?;
        Some(&found.1)
    }

    /// This element and everything in it, in document order.
    pub(crate) fn all(&self) -> Vec<&Tree> {
        let mut found = vec![self];
        for child in &self.children {
            found.extend(child.all());
        }
        found
    }

    /// The elements called `name`.
    pub(crate) fn elements(&self, name: &str) -> Vec<&Tree> {
        self.all()
            .into_iter()
            .filter(|tree| tree.name == name)
            .collect()
    }

    /// The elements with this part.
    pub(crate) fn parts(&self, part: &str) -> Vec<&Tree> {
        let has = |tree: &&Tree| {
            let parts = tree.get("part").unwrap_or_default();
            parts.split(' ').any(|name| name == part)
        };
        self.all().into_iter().filter(has).collect()
    }

    /// The one element with this part.
    #[track_caller]
    pub(crate) fn part(&self, part: &str) -> &Tree {
        match self.parts(part)[..] {
            [one] => one,
            ref other => panic!("{} elements with part {part:?} in {self:#?}", other.len()),
        }
    }

    /// Whether there is an element with this part.
    pub(crate) fn has(&self, part: &str) -> bool {
        !self.parts(part).is_empty()
    }

    /// The text of this element.
    pub(crate) fn text(&self) -> String {
        self.elements("#text")
            .iter()
            .filter_map(|text| text.get("#text"))
            .collect()
    }

    /// Every value of the attribute `name` in this tree.
    pub(crate) fn values(&self, name: &str) -> Vec<&str> {
        self.all()
            .into_iter()
            .filter_map(|tree| tree.get(name))
            .collect()
    }

    fn check(&self) {
        let ids = self.values("id");
        let distinct: HashSet<_> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len(), "ids are unique: {ids:?}");
        for reference in ["aria-labelledby", "aria-controls"] {
            for id in self.values(reference) {
                assert!(distinct.contains(&id), "{reference}={id} leads nowhere");
            }
        }
        for element in self.all() {
            element.check_children();
        }
        for image in self.elements("img") {
            assert!(image.get("alt").is_some(), "an img without alt: {image:?}");
        }
        for attribute in ["style", "onclick", "onerror", "srcdoc", "slot"] {
            assert_eq!(
                self.values(attribute),
                [""; 0],
                "{attribute} is never written"
            );
        }
    }

    fn check_children(&self) {
        let phrasing = [
            "p", "h2", "h3", "h4", "h5", "h6", "a", "span", "button", "time", "cite",
        ];
        if phrasing.contains(&self.name.as_str()) {
            for child in &self.children {
                assert!(
                    PHRASING.contains(&child.name.as_str()),
                    "<{}> in <{}>",
                    child.name,
                    self.name
                );
            }
        }
        let nested = self.all();
        if self.name == "a" || self.name == "button" {
            let interactive = nested[1..]
                .iter()
                .any(|tree| tree.name == "a" || tree.name == "button");
            assert!(!interactive, "something to press inside <{}>", self.name);
        }
        let only: &[&str] = match self.name.as_str() {
            "ul" | "ol" => &["li"],
            "table" => &["caption", "thead", "tbody"],
            "thead" | "tbody" => &["tr"],
            "tr" => &["th", "td"],
            _ => return,
        };
        for child in &self.children {
            assert!(
                only.contains(&child.name.as_str()),
                "<{}> in <{}>",
                child.name,
                self.name
            );
        }
    }
}
