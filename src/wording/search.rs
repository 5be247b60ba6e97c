//! Looks for text that misses a term by one character.
use super::{
    alike::{alike, all_alike},
    lexicon::{LEXICON, LONG, Lexicon, Pair},
};
use crate::text::{
    Span,
    fold::{half_width, is_blank},
};

/// What happened to a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// One character is another.
    Changed,
    /// One character is missing.
    Lost,
    /// One character is too many.
    Added,
    /// Two neighbours changed places.
    Swapped,
}

/// Text that misses a term by one character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// The words at fault in the text: the term, or of a long one the part around the slip.
    pub span: Span,
    /// What they should be.
    pub right: String,
    /// The whole term.
    pub term: String,
    /// What happened to it.
    pub slip: Slip,
}

/// The terms that `text`, a paragraph, misses by one character, in its order.
pub fn near_misses(text: &str) -> Vec<Miss> {
    let mut found = vec![];
    let mut run: Vec<(usize, char)> = vec![];
    for (at, c) in text.char_indices() {
        if matches!(c, '\u{4E00}'..='\u{9FFF}') {
            run.push((at, c));
        } else if !is_blank(c) {
            search(&run, true, &mut found);
            run.clear();
            // Behind a figure stands its unit: 2宗转下年. What looks like a dash may have been part of a word: 进—步.
            let half = half_width(c);
            run.extend((half.is_ascii_digit() || matches!(half, '-' | '—')).then_some((at, c)));
        }
    }
    search(&run, false, &mut found);
    found
}

/// Looks through characters between which stands no mark; `closed` tells that one stands behind them, else the paragraph ends, and
/// may go on in another that was only broken off.
fn search(run: &[(usize, char)], closed: bool, found: &mut Vec<Miss>) {
    let lexicon = &*LEXICON;
    let word = |at: usize| run.get(at..at + 2).is_some_and(|pair| lexicon.is_word(pair[0].1, pair[1].1));
    let lone = |at: usize| run.get(at).is_some_and(|(_, c)| !lexicon.stands_alone(*c));
    let (mut before, mut joined) = (false, false);
    // Where the terms end that begin up to here: what is part of one as it should be is not wrong.
    let (mut from, mut right) = (0, 0);
    for at in 0..run.len() {
        right = right.max(at + term_at(lexicon, &run[at..]));
        let earlier = std::mem::replace(&mut before, joined);
        joined = word(at);
        if at < right.max(from) {
            continue;
        }
        // A wrong character that makes a word with one neighbour by chance leaves the other alone.
        let may_be_wrong = match (before, joined) {
            (false, true) => at > 0 && !earlier && lone(at - 1),
            (true, false) => lone(at + 1) && !word(at + 1),
            (true, true) => false,
            (false, false) => true,
        };
        let may_be_wrong = may_be_wrong || at > 0 && run[at].1 == run[at - 1].1 || in_long_term(run, at);
        let behind_mark = at < 2 && !matches!(run[0].1, '\u{4E00}'..='\u{9FFF}');
        if !may_be_wrong || behind_mark || counts(&run[at..]) {
            continue;
        }
        let chars = Chars { run, closed, at, lexicon, joined: before || joined };
        if let Some(slip) = chars.slip() {
            let miss = chars.miss(&slip);
            if found.last().is_none_or(|last| last.span.end <= miss.span.start) {
                from = slip.start + slip.length;
                found.push(miss);
            }
        }
    }
}

/// The length of the longest term that a run begins with; 0 without one.
fn term_at(lexicon: &Lexicon, run: &[(usize, char)]) -> usize {
    let [(_, first), (_, second), ..] = *run else { return 0 };
    let reads = |term: &&[char]| term.len() <= run.len() && run.iter().zip(*term).all(|(has, c)| has.1 == *c);
    let terms = lexicon.terms(Pair::Adjacent, first, second).filter(|(_, place)| *place == 0);
    terms.map(|(term, _)| term).filter(reads).map(<[char]>::len).max().unwrap_or(0)
}

/// Whether the characters around one may be those of a long term.
fn in_long_term(run: &[(usize, char)], at: usize) -> bool {
    let get = |step: isize| run.get(at.checked_add_signed(step)?).map(|(_, c)| *c);
    AROUND.iter().any(|&(pair, first, second)| {
        get(first).zip(get(second)).is_some_and(|(first, second)| LEXICON.may_be_long(pair, first, second))
    })
}

/// Where the characters stand by which a term is found though one is wrong.
const AROUND: [(Pair, isize, isize); 3] = [(Pair::Around, -1, 1), (Pair::Behind, 1, 2), (Pair::Before, -2, -1)];

/// A word is frequent that is part of more than so many terms.
const FREQUENT: usize = 5;

/// Words that stand with many others, and are not taken for those that sound like them.
const FREE: &str = "督察 检测 监测 制订 搜集 法制 公司 阵地 民生 民主 民族 权利 全力 分布 资助 工商 强化 简化 指定 会同 近年 财物 意向 自愿 \
                    重心 实时 实事 高校 省级 合理 主题 自行 分开 三级 上级 专线 认知 泄漏 新型 同一 公正 市场 认证 连接 专任 整治 影像 义务 公示 各县 \
                    回音 失效 时效 实效 巡察 督查 解密 泄密 自理 自助 执业 水务 水费 租房 践行 尊崇 尽心 述职 平价 监制 截止 指责 增产 矿藏 只能 作好";

/// Whether a number in characters begins here, with its unit: 收到公开申请八件.
fn counts(run: &[(usize, char)]) -> bool {
    let numerals = run.iter().take_while(|(_, c)| "一二三四五六七八九十百千两".contains(*c)).count();
    numerals > 0 && run.get(numerals).is_some_and(|(_, c)| "件宗起条份次项例个封人".contains(*c))
}

/// A character of a run that may be wrong; as a rule one that makes no word with its neighbours.
struct Chars<'a> {
    run: &'a [(usize, char)],
    /// Whether a mark stands behind the run.
    closed: bool,
    at: usize,
    lexicon: &'static Lexicon,
    /// Whether it makes a word with a neighbour after all: one that it was not meant to, if it is wrong.
    joined: bool,
}

/// A term that a part of a run misses.
#[derive(Clone, Copy)]
struct Found<'a> {
    term: &'a [char],
    slip: Slip,
    /// The place of the slip in the term: the character that is changed or missing, the one before the one too many, the first of
    /// two that changed places.
    place: usize,
    start: usize,
    length: usize,
    alike: bool,
}

impl Found<'_> {
    /// The slip, where it is in the run, and the character of the term there.
    fn what(&self) -> (Slip, usize, Option<&char>) {
        (self.slip, self.start + self.place, self.term.get(self.place))
    }
}

impl Chars<'_> {
    fn get(&self, step: isize) -> Option<char> {
        self.run.get(self.at.checked_add_signed(step)?).map(|(_, c)| *c)
    }

    /// Whether the run has `part` at `start`.
    fn reads(&self, start: usize, part: &[char]) -> bool {
        self.run.get(start..start + part.len()).is_some_and(|run| run.iter().zip(part).all(|(has, c)| has.1 == *c))
    }

    /// What is missed here by one character: that of the longest term, and one that is like the wrong character before
    /// all others. Of the terms that agree in it the shortest is told, as it says best where the slip is.
    fn slip(&self) -> Option<Found<'static>> {
        let mut found = self.changed();
        if !self.joined {
            found.extend([self.lost(), self.added(), self.swapped()].concat());
        } else if self.get(0) == self.get(-1) {
            found.extend(self.added().into_iter().filter(|found| found.term.len() >= LONG));
        }
        let Some(best) = found.iter().max_by_key(|found| (found.alike, found.term.len())).copied() else {
            return Some(self).filter(|_| !self.joined)?.paired();
        };
        found.retain(|other| other.what() == best.what());
        found.into_iter().min_by_key(|found| found.term.len())
    }

    fn changed(&self) -> Vec<Found<'static>> {
        let lexicon = self.lexicon;
        let Some(own) = self.get(0) else { return vec![] };
        let alone = lexicon.stands_alone(own);
        let terms = AROUND
            .into_iter()
            .filter_map(|(pair, first, second)| Some(lexicon.terms(pair, self.get(first)?, self.get(second)?)));
        let fits = |(term, place): (&'static [char], usize)| {
            let start = self.at.checked_sub(place)?;
            let same = term.len() >= 3
                && term[place] != own
                && self.reads(start, &term[..place])
                && self.reads(self.at + 1, &term[place + 1..]);
            let found = Found { term, slip: Slip::Changed, place, start, length: term.len(), alike: false };
            same.then(|| Found { alike: alike(own, term[place]), ..found })
        };
        // A word that is another word is taken for a slip only in a longer term.
        let is_word = |found: &Found| {
            let before = found.place > 0 && self.get(-1).is_some_and(|c| lexicon.is_word(c, own));
            before || found.place + 1 < found.term.len() && self.get(1).is_some_and(|c| lexicon.is_word(own, c))
        };
        let certain = |found: &Found| {
            if self.joined {
                let apart = !is_word(found) && self.is_cut_off(found.start, found.length);
                let length = found.term.len();
                return found.alike && (length >= LONG || length == 4 && (apart || self.is_other_word(found)));
            }
            let end = found.place == 0 || found.place + 1 == found.term.len();
            match found.term.len() {
                // The last of three may be a word by itself: 知情全.
                ..4 => {
                    let last = found.place > 0 && !joins(own) && self.ends_at(3 - found.place as isize);
                    found.alike && (!alone || last) && self.is_cut_off(found.start, found.length)
                }
                // Behind what is a term itself another word begins: 信息公开申请表, 信息公开申请分别登记.
                length if end => {
                    let rest = &found.term[..found.place];
                    found.alike || !alone && length > LONG && !lexicon.is_term(rest)
                }
                length => found.alike || !alone && length >= LONG,
            }
        };
        terms.flatten().filter_map(fits).filter(certain).collect()
    }

    /// Whether one half of a term of two words is another word, which does not stand with the other half by itself.
    fn is_other_word(&self, found: &Found) -> bool {
        let half = found.start + found.place / 2 * 2;
        let word: String = self.run[half..half + 2].iter().map(|(_, c)| *c).collect();
        // What qualifies the next word is no half of this one: 形成合理的.
        let qualifies = self.run.get(found.start + 4).is_some_and(|(_, c)| *c == '的');
        !qualifies && !FREE.contains(&word) && self.is_cut_off(found.start, 4)
    }

    /// A word of two characters of which this is one, taken for another: it must be a word of the field, part of a term.
    fn paired(&self) -> Option<Found<'static>> {
        self.get(0).filter(|own| !self.lexicon.stands_alone(*own))?;
        [self.at, self.at.wrapping_sub(1)].into_iter().find_map(|start| {
            let word = self.run.get(start..)?.get(..2)?;
            let own = self.at - start;
            let other = word[1 - own].1;
            let alone = self.lexicon.stands_alone(other);
            if !self.is_cut_off(start, 2) || alone && joins(other) {
                return None;
            }
            // The right character may make a word with the one that is wrong: 监都. Either may be; the word must be frequent.
            let others = if alone { FREQUENT } else { 1 };
            let mend = |place: usize| {
                let mut right = [word[0].1, word[1].1];
                let wrong = right[place];
                all_alike(wrong).filter(|c| *c != wrong).find_map(|c| {
                    right[place] = c;
                    let term = self.lexicon.word_of_field(right[0], right[1], others)?;
                    Some(Found { term, slip: Slip::Changed, place, start, length: 2, alike: true })
                })
            };
            Some(1 - own).filter(|_| alone).and_then(mend).or_else(|| mend(own))
        })
    }

    fn lost(&self) -> Vec<Found<'static>> {
        let Some(own) = self.get(0) else { return vec![] };
        let alone = self.lexicon.stands_alone(own);
        let terms = [-1, 0].into_iter().filter_map(|first| {
            let terms = self.lexicon.terms(Pair::Around, self.get(first)?, self.get(first + 1)?);
            Some(terms.map(move |found| (found, self.at.wrapping_add_signed(first))))
        });
        let fits = |((term, place), first): ((&'static [char], usize), usize)| {
            let start = (first + 1).checked_sub(place)?;
            let same = self.reads(start, &term[..place]) && self.reads(first + 1, &term[place + 1..]);
            let found = Found { term, slip: Slip::Lost, place, start, length: term.len() - 1, alike: false };
            (same
                && !alone
                && term.len() >= 4
                && term[place] != '不'
                && (inside(term, place) || self.is_cut_off(start, term.len() - 1)))
            .then_some(found)
        };
        let mut found: Vec<_> = terms.flatten().filter_map(fits).collect();
        // The last character, behind this one.
        let ends = |(term, place): (&'static [char], usize)| {
            let start = (self.at + 1).checked_sub(place)?;
            let same =
                place >= if alone { LONG } else { 4 } && place + 1 == term.len() && self.reads(start, &term[..place]);
            let found = Found { term, slip: Slip::Lost, place, start, length: place, alike: false };
            // If what follows is like it, it is not lost but wrong.
            let wrong = self.get(1).is_some_and(|c| alike(c, term[place]));
            let ends = self.ends_at(1) && (self.closed || self.at + 1 < self.run.len())
                || self.get(1).zip(self.get(2)).is_some_and(|(one, two)| self.lexicon.is_word(one, two));
            (same && !wrong && ends && self.is_cut_off(start, place)).then_some(found)
        };
        let last = self.get(-1).zip(self.get(0)).into_iter();
        found.extend(last.flat_map(|(before, own)| self.lexicon.terms(Pair::Before, before, own)).filter_map(ends));
        found
    }

    /// Whether the run ends at a distance, or a word begins there that only joins others.
    fn ends_at(&self, step: isize) -> bool {
        self.get(step).is_none_or(joins)
    }

    /// Whether the words on both sides of a part of the run end there: else its first or last character may be theirs.
    fn is_cut_off(&self, start: usize, length: usize) -> bool {
        let word = |first: usize| {
            let pair = self.run.get(first..first + 2);
            pair.is_some_and(|pair| self.lexicon.is_word(pair[0].1, pair[1].1))
        };
        let end = start + length;
        // Behind a word that only joins others a new one begins; too many begin so to tell one of two characters.
        let begins = |c: char| "年月日等".contains(c) || length > 2 && "的和及与对将把等各并以由".contains(c);
        let left = start == 0 || begins(self.run[start - 1].1) || start >= 2 && word(start - 2);
        left && (end == self.run.len() || word(end) || self.lexicon.stands_alone(self.run[end].1))
    }

    fn added(&self) -> Vec<Found<'static>> {
        let (Some(before), Some(own)) = (self.get(-1), self.get(0)) else { return vec![] };
        // 事项项项有回音: each of them.
        let goes_on = self.get(2).is_some_and(|next| self.lexicon.is_word(own, next));
        if own == before && self.get(1) == Some(own) && !goes_on {
            return vec![];
        }
        if own == before && !self.joined {
            // The last character of a term twice; any other that stands twice is found below.
            let ends = |(term, place): (&'static [char], usize)| {
                let start = (self.at - 2).checked_sub(place)?;
                let same = term.len() >= 4 && place + 2 == term.len() && self.reads(start, term);
                let length = term.len() + 1;
                same.then_some(Found { term, slip: Slip::Added, place: place + 1, start, length, alike: false })
            };
            let first = self.get(-2);
            let terms = first.into_iter().flat_map(|first| self.lexicon.terms(Pair::Adjacent, first, before));
            let found: Vec<_> = terms.filter_map(ends).collect();
            if !found.is_empty() {
                return found;
            }
            // Of a word; but 一次次 and 认认真真 are none.
            let word = first.filter(|first| self.ends_at(1) && *first != '一' && self.get(-3) != Some(*first));
            if let Some(term) = word.and_then(|first| self.lexicon.word_of_field(first, own, 1)) {
                return vec![Found { term, slip: Slip::Added, place: 1, start: self.at - 2, length: 3, alike: false }];
            }
        }
        let Some(behind) = self.get(1) else { return vec![] };
        if own != before && own != behind && self.lexicon.stands_alone(own) {
            return vec![];
        }
        let fits = |(term, place): (&'static [char], usize)| {
            let start = (self.at - 1).checked_sub(place)?;
            let same = self.reads(start, &term[..=place]) && self.reads(self.at + 1, &term[place + 1..]);
            let found = Found { term, slip: Slip::Added, place, start, length: term.len() + 1, alike: false };
            let certain = term.len() > 4 || term.len() == 4 && (place == 1 || own == before || own == behind);
            (same && certain).then_some(found)
        };
        self.lexicon.terms(Pair::Adjacent, before, behind).filter_map(fits).collect()
    }

    fn swapped(&self) -> Vec<Found<'static>> {
        let terms = [-1, 0].into_iter().filter_map(|first| {
            let terms = self.lexicon.terms(Pair::Adjacent, self.get(first + 1)?, self.get(first)?);
            Some(terms.map(move |found| (found, self.at.wrapping_add_signed(first))))
        });
        let fits = |((term, place), first): ((&'static [char], usize), usize)| {
            let start = first.checked_sub(place)?;
            // A pair of another kind may lie in the same bucket, and its place may be the last.
            let same = place + 1 < term.len()
                && self.reads(start, &term[..place])
                && self.reads(first, &[term[place + 1], term[place]])
                && self.reads(first + 2, &term[place + 2..]);
            let found = Found { term, slip: Slip::Swapped, place, start, length: term.len(), alike: false };
            (same && term.len() >= 4).then_some(found)
        };
        terms.flatten().filter_map(fits).collect()
    }

    /// Of a long term only the part around the slip is marked.
    fn miss(&self, found: &Found) -> Miss {
        let length = found.term.len();
        let (from, to) =
            if length <= 6 { (0, length) } else { (found.place.saturating_sub(2), length.min(found.place + 4)) };
        let start = found.start + from;
        let end = found.start + to + found.length - length;
        let (last, c) = self.run[end - 1];
        Miss {
            span: Span::new(self.run[start].0, last + c.len_utf8()),
            right: found.term[from..to].iter().collect(),
            term: found.term.iter().collect(),
            slip: found.slip,
        }
    }
}

/// Whether a place of a term is so far from both ends that what remains beside it is no single character.
fn inside(term: &[char], place: usize) -> bool {
    place >= 2 && place + 2 < term.len()
}

/// Whether a character is a word that joins others, or goes with any: it is seldom the wrong one.
fn joins(c: char) -> bool {
    "的和及与对将把等各并以由在是了为不一年月日也之上到着见向于使自得新好中时第人会依局镇县区市省数".contains(c)
}
