//! Characters that are taken for each other: they sound or look alike.
use std::sync::LazyLock;

use crate::read::encoding::gb18030;

/// The characters by the groups of those that are taken for each other, and the groups by their characters.
static GROUPS: LazyLock<Groups> = LazyLock::new(|| Groups::new(include_str!("sounds.txt"), include_str!("alike.txt")));

struct Groups {
    /// The members of each group.
    members: Vec<Vec<char>>,
    /// Each character with the number of a group: sorted, for the list is long and is asked about each character that may be
    /// wrong.
    of: Vec<(char, u16)>,
}

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
        Self { members, of }
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
fn groups(c: char) -> impl Iterator<Item = u16> {
    let first = GROUPS.of.partition_point(|(own, _)| *own < c);
    GROUPS.of[first..].iter().take_while(move |(own, _)| *own == c).map(|(_, group)| *group)
}

/// Whether two characters are taken for each other.
pub(super) fn alike(one: char, other: char) -> bool {
    groups(one).any(|group| groups(other).any(|other| other == group))
}

/// The characters that one is taken for, itself among them; some more than once.
pub(super) fn all_alike(c: char) -> impl Iterator<Item = char> {
    groups(c).flat_map(|group| GROUPS.members[usize::from(group)].iter().copied())
}
