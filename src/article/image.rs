//! A picture.

use serde::{Serialize, Serializer};

use crate::sanitize::SafeUrl;

/// A picture with what is printed about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Image {
    /// The file to show where nothing better fits.
    pub url: SafeUrl,
    /// What it shows, for those who do not see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// The caption, without the credit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// Width in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Height in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// The same picture in other sizes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub srcset: Vec<Candidate>,
    /// The point that must stay visible when the picture is cropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub focus: Option<Focus>,
}

impl Image {
    /// A picture of which only the file is known.
    pub fn of(url: SafeUrl) -> Self {
        Self {
            url,
            alt: None,
            caption: None,
            credit: None,
            width: None,
            height: None,
            srcset: Vec::new(),
            focus: None,
        }
    }
}

/// The picture in one size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// The file.
    pub url: SafeUrl,
    /// Its width in pixels.
    pub width: u32,
}

/// A point of a picture in per cent of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Focus {
    /// From the left.
    pub x: u8,
    /// From the top.
    pub y: u8,
}

impl Serialize for Focus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [f32::from(self.x) / 100.0, f32::from(self.y) / 100.0].serialize(serializer)
    }
}
