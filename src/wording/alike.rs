//! Characters that are taken for each other: they sound or look alike.
use std::sync::LazyLock;

use crate::read::encoding::gb18030;

/// The characters by the groups of those that are taken for each other, and the groups by their characters.
static GROUPS: LazyLock<Groups> = LazyLock::new(|| Groups::new(include_str!("sounds.txt"), include_str!("alike.txt")));

struct Groups {
    /// The members of each group.
    members: Vec<Vec<char>>,
    /// The numbers of the groups that each character is in, one character after another.
    of: Vec<u16>,
    /// Where those of each [ideograph](IDEOGRAPHS) begin, and where the last ones end: the list is asked about each character
    /// that may be wrong.
    starts: Vec<u16>,
}

/// Those that Unicode encoded first, in its order.
const IDEOGRAPHS: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

impl Groups {
    fn new(sounds: &str, looks: &str) -> Self {
        let mut named: Vec<(String, Vec<char>)> = vec![];
        let [ranges, others] = [1, 3].map(|line| readings(sounds.lines().nth(line).unwrap_or_default()));
        let mut ranges = ranges.into_iter().peekable();
        for c in common_characters().chars() {
            if let Some((sound, _)) = ranges.next_if(|(_, first)| *first == c) {
                named.push((sound, vec![]));
            }
            if let Some((_, members)) = named.last_mut() {
                members.push(c);
            }
        }
        named.extend(others.into_iter().map(|(sound, c)| (sound, vec![c])));
        named.sort();
        let mut members: Vec<Vec<char>> = vec![];
        let mut before = None;
        for (sound, own) in named {
            match members.last_mut().filter(|_| before.as_ref() == Some(&sound)) {
                Some(last) => last.extend(own),
                None => members.push(own),
            }
            before = Some(sound);
        }
        let looks = looks.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(' '));
        members.extend(looks.map(|group| group.chars().collect()));
        let mut of: Vec<_> = (0..).zip(&members).flat_map(|(n, group)| group.iter().map(move |c| (*c, n))).collect();
        of.sort_unstable();
        let mut numbers = of.iter().map(|(c, _)| *c).enumerate().peekable();
        let mut begin = |c| {
            while numbers.next_if(|(_, own)| *own < c).is_some() {}
            numbers.peek().map_or(of.len(), |(at, _)| *at) as u16
        };
        let starts = IDEOGRAPHS.chain(['\u{A000}']).map(&mut begin).collect();
        Self { members, of: of.into_iter().map(|(_, group)| group).collect(), starts }
    }
}

/// The characters of a line each with the sound that stands before it: zhang长涨. What most people do not tell apart, and no
/// input method insists on, is the same here: zh and z, n and ng at the end.
fn readings(line: &str) -> Vec<(String, char)> {
    let mut sound = String::new();
    let mut ended = false;
    let mut found = vec![];
    for c in line.chars() {
        if !c.is_ascii() {
            found.push((sound.clone(), c));
            ended = true;
            continue;
        }
        if std::mem::take(&mut ended) {
            sound.clear();
        }
        if !(c == 'h' && matches!(&*sound, "z" | "c" | "s") || c == 'g' && sound.ends_with('n')) {
            sound.push(c);
        }
    }
    found
}

/// The 3,755 characters of the first level of GB 2312, which that standard sorts by their sounds.
fn common_characters() -> String {
    let rows = (0xB0..=0xD7).flat_map(|row| (0xA1..=0xFE).map(move |cell| [row, cell]));
    gb18030(&rows.flatten().collect::<Vec<u8>>())
}

/// The groups that a character is in.
fn groups(c: char) -> &'static [u16] {
    let groups = &*GROUPS;
    let place = (c as usize).wrapping_sub(*IDEOGRAPHS.start() as usize);
    let range = groups.starts.get(place).zip(groups.starts.get(place + 1));
    range.and_then(|(from, to)| groups.of.get(usize::from(*from)..usize::from(*to))).unwrap_or_default()
}

/// Whether two characters are taken for each other.
pub(super) fn alike(one: char, other: char) -> bool {
    groups(one).iter().any(|group| groups(other).contains(group))
}

/// The characters that one is taken for, itself among them; some more than once.
pub(super) fn all_alike(c: char) -> impl Iterator<Item = char> {
    groups(c).iter().flat_map(|group| GROUPS.members[usize::from(*group)].iter().copied())
}
