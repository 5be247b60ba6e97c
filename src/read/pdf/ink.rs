//! Colours, as far as they matter: what is white cannot be seen.
use hayro_syntax::object::{Array, Dict, Name, Stream};

/// What the numbers of a colour count.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Space {
    /// Light: the whole of it is white.
    #[default]
    Light,
    /// Dye: none of it is white.
    Dye,
    /// A pattern, or an index into a list of colours: anything.
    Unknown,
}

/// The colour that is drawn with.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ink {
    pub space: Space,
    /// Whether it cannot be seen on paper.
    pub white: bool,
}

impl Ink {
    pub fn new(space: Space, numbers: &[f32]) -> Self {
        let white = match space {
            Space::Light => !numbers.is_empty() && numbers.iter().all(|&number| number > 0.97),
            Space::Dye => !numbers.is_empty() && numbers.iter().all(|&number| number < 0.03),
            Space::Unknown => false,
        };
        Self { space, white }
    }

    /// The first colour of a colour space, which is black.
    pub fn in_space(name: &Name, spaces: &Dict) -> Self {
        let family = spaces.get::<Array>(name).and_then(|array| array.flex_iter().next::<Name>());
        let family = family.or_else(|| spaces.get::<Name>(name)).unwrap_or_else(|| name.clone());
        // A profile of four components is dye as well.
        let profile = || {
            let array = spaces.get::<Array>(name)?;
            let mut parts = array.flex_iter();
            parts.next::<Name>()?;
            parts.next::<Stream>()
        };
        let space = match &family[..] {
            b"DeviceCMYK" | b"Separation" | b"DeviceN" => Space::Dye,
            b"ICCBased" if profile().is_some_and(|it| it.dict().get::<u32>("N") == Some(4)) => Space::Dye,
            b"Pattern" | b"Indexed" | b"Lab" => Space::Unknown,
            _ => Space::Light,
        };
        Self { space, white: false }
    }
}
