//! Films and recordings that a card can play, once its reader asks for it: at which sites, and where their players are.

use super::{ImagePolicy, SafeUrl};
use crate::article::{Value, text};

/// A film at a site that is known. Of its address only the film's id is used: everything else is ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embed {
    site: &'static Site,
    id: String,
}

/// A site that shows films.
#[derive(Debug, PartialEq, Eq)]
struct Site {
    name: &'static str,
    /// What addresses of films begin with, the id next.
    films: &'static str,
    /// How many characters an id has, at least and at most.
    id: (usize, usize),
    /// The film's page, before the id.
    page: &'static str,
    /// The film's player, before and after the id: one that sets no cookies before it plays, or asks for none.
    player: (&'static str, &'static str),
}

const SITES: &[Site] = &[
    Site {
        name: "YouTube",
        films: "youtube.com/embed/ youtube-nocookie.com/embed/ youtube.com/watch?v= youtu.be/ youtube.com/shorts/ \
            youtube.com/live/",
        id: (11, 11),
        page: "https://www.youtube.com/watch?v=",
        player: ("https://www.youtube-nocookie.com/embed/", ""),
    },
    Site {
        name: "Vimeo",
        films: "player.vimeo.com/video/ vimeo.com/",
        id: (1, 12),
        page: "https://vimeo.com/",
        player: ("https://player.vimeo.com/video/", "?dnt=1"),
    },
];

/// Lists of films: as long as an id, and none.
const NO_IDS: &str = "videoseries live_stream";

impl Embed {
    /// The film at an address.
    pub fn of(url: &SafeUrl) -> Option<Self> {
        let address = url.as_str();
        let address = address
            .strip_prefix("https://")
            .or_else(|| address.strip_prefix("http://"))?;
        let bare = address
            .strip_prefix("www.")
            .or_else(|| address.strip_prefix("m."));
        let address = bare.unwrap_or(address);
        for site in SITES {
            for film in text::split(site.films, b' ') {
                let Some(rest) = address.strip_prefix(film) else {
                    continue;
                };
                let inside =
                    |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
                let length = rest.bytes().take_while(|byte| inside(byte)).count();
                let (id, after) = rest.split_at(length);
                // Every site numbers its films or has ids of one length; what follows is settings, and often broken.
                let numbered =
                    site.id.0 == site.id.1 || id.bytes().all(|byte| byte.is_ascii_digit());
                let ends = matches!(
                    after.as_bytes().first(),
                    None | Some(b'?' | b'&' | b'#' | b'/')
                );
                if numbered
                    && ends
                    && (site.id.0..=site.id.1).contains(&length)
                    && !text::is_among(id, NO_IDS)
                {
                    let id = id.to_owned();
                    return Some(Self { site, id });
                }
            }
        }
        None
    }

    /// The name of the site.
    pub fn site(&self) -> &'static str {
        self.site.name
    }

    /// The film's page.
    pub fn page(&self) -> Option<SafeUrl> {
        SafeUrl::web(&[self.site.page, &self.id].concat(), None)
    }

    /// The address of the player.
    pub fn player(&self) -> String {
        let (before, after) = self.site.player;
        [before, &self.id, after].concat()
    }
}

/// The address of what plays: as a recording where it is a file that browsers play themselves, by its name, as nothing else
/// is known of it, and that they may request as they may pictures.
pub(crate) fn media(url: SafeUrl, policy: &ImagePolicy) -> Value {
    const ENDINGS: &str = "mp4 m4v webm ogv mov mp3 m4a aac ogg oga opus wav flac";
    let address = url.as_str().bytes();
    let path = address.take_while(|byte| !matches!(byte, b'?' | b'#'));
    let path = url.as_str().get(..path.count()).unwrap_or_default();
    let ending = text::split(path, b'.').last().unwrap_or_default();
    // Nothing is requested before a reader asks for it.
    let policy = ImagePolicy {
        none: false,
        ..policy.clone()
    };
    if text::is_among(&ending.to_ascii_lowercase(), ENDINGS)
        && SafeUrl::image(url.as_str(), None, &policy).as_ref() == Some(&url)
    {
        return Value::Recording(url);
    }
    Value::Url(url)
}
