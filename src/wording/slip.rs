//! What may have happened to a term where a character stands that makes no word with its neighbours.
use super::{
    Miss, Slip,
    alike::{alike, all_alike},
    lexicon::{LONG, Lexicon, Pair},
};
use crate::text::Span;

/// Where the characters stand by which a term is found though one is wrong.
pub(super) const AROUND: [(Pair, isize, isize); 3] =
    [(Pair::Around, -1, 1), (Pair::Behind, 1, 2), (Pair::Before, -2, -1)];

/// A word is frequent that is part of more than so many terms.
const FREQUENT: usize = 5;

/// Words that stand with many others, and are not taken for those that sound like them.
const FREE: &str = "督察 检测 监测 制订 搜集 法制 公司 阵地 民生 民主 民族 权利 全力 分布 资助 工商 强化 简化 指定 会同 近年 财物 意向 自愿 \
                    重心 实时 实事 高校 省级 合理 主题 自行 分开 三级 上级 专线 认知 泄漏 新型 同一 公正 市场 认证 连接 专任 整治 影像 义务 公示 各县 \
                    回音 失效 时效 实效 巡察 督查 解密 泄密 自理 自助 执业 水务 水费 租房 践行 尊崇 尽心 述职 平价 监制 截止 指责 增产 矿藏 只能 作好";

/// Characters that make another word of the one before them: 信息科, 服务包, 备案制; and of the one behind: 子栏目.
const NOUNS: &str = "科股室处组办局站所院队制类率性化员栏表法点库包台费款阀网群卡证书册周月日会子副";

/// A character of a run that may be wrong; as a rule one that makes no word with its neighbours.
pub(super) struct Chars<'a> {
    pub run: &'a [(usize, char)],
    /// Whether a mark stands behind the run.
    pub closed: bool,
    pub at: usize,
    pub lexicon: &'static Lexicon,
    /// Whether it makes a word with a neighbour after all: one that it was not meant to, if it is wrong.
    pub joined: bool,
}

/// A term that a part of a run misses.
#[derive(Clone, Copy)]
pub(super) struct Found {
    term: &'static [char],
    slip: Slip,
    /// The place of the slip in the term: the character that is changed or missing, the one before the one too many, the first of
    /// two that changed places.
    place: usize,
    /// Where the run misses it, and in how many characters.
    pub start: usize,
    pub length: usize,
    /// Whether the wrong character is taken for the right one by sound or look.
    alike: bool,
}

impl Found {
    fn new(term: &'static [char], slip: Slip, place: usize, start: usize) -> Self {
        let length = match slip {
            Slip::Lost => term.len() - 1,
            Slip::Added => term.len() + 1,
            Slip::Changed | Slip::Swapped => term.len(),
        };
        Self { term, slip, place, start, length, alike: false }
    }

    /// The slip, where it is in the run, and the character of the term there.
    fn what(&self) -> (Slip, usize, Option<&char>) {
        (self.slip, self.start + self.place, self.term.get(self.place))
    }
}

impl Chars<'_> {
    fn get(&self, step: isize) -> Option<char> {
        self.run.get(self.at.checked_add_signed(step)?).map(|(_, c)| *c)
    }

    /// Whether the characters at a distance and behind it are a word.
    fn is_word(&self, step: isize) -> bool {
        self.get(step).zip(self.get(step + 1)).is_some_and(|(one, two)| self.lexicon.is_word(one, two))
    }

    /// Whether the run has `part` at `start`.
    fn reads(&self, start: usize, part: &[char]) -> bool {
        self.run.get(start..start + part.len()).is_some_and(|run| run.iter().zip(part).all(|(has, c)| has.1 == *c))
    }

    /// What is missed here by one character: that of the longest term, and one that is like the wrong character before
    /// all others. Of the terms that agree in it the shortest is told, as it says best where the slip is.
    pub fn slip(&self) -> Option<Found> {
        let own = self.get(0)?;
        let alone = self.lexicon.stands_alone(own);
        let mut found = vec![];
        self.changed(own, alone, &mut found);
        if !self.joined {
            self.lost(own, alone, &mut found);
            self.added(own, alone, &mut found);
            self.swapped(&mut found);
        } else if self.get(-1) == Some(own) {
            let changed = found.len();
            self.added(own, alone, &mut found);
            let mut n = 0;
            found.retain(|found| {
                n += 1;
                n <= changed || found.term.len() >= LONG || found.term.len() == 2
            });
        }
        let Some(best) = found.iter().max_by_key(|found| (found.alike, found.term.len())).copied() else {
            return Some(self).filter(|_| !self.joined && !alone)?.paired();
        };
        found.retain(|other| other.what() == best.what());
        found.into_iter().min_by_key(|found| found.term.len())
    }

    fn changed(&self, own: char, alone: bool, found: &mut Vec<Found>) {
        for (pair, first, second) in AROUND {
            let Some((first, second)) = self.get(first).zip(self.get(second)) else { continue };
            for (term, place) in self.lexicon.terms(pair, first, second) {
                let Some(start) = self.at.checked_sub(place) else { continue };
                let same = term.len() >= 3
                    && term[place] != own
                    && self.reads(start, &term[..place])
                    && self.reads(self.at + 1, &term[place + 1..]);
                if same {
                    let alike = alike(own, term[place]);
                    let one = Found { alike, ..Found::new(term, Slip::Changed, place, start) };
                    found.extend(Some(one).filter(|one| self.is_certain(one, own, alone)));
                }
            }
        }
    }

    /// Whether another character than the term's can only be a slip.
    fn is_certain(&self, found: &Found, own: char, alone: bool) -> bool {
        let length = found.term.len();
        if self.joined {
            let apart = || !self.makes_word(found) && self.is_cut_off(found.start, length);
            return found.alike && (length >= LONG || length == 4 && (apart() || self.is_other_word(found)));
        }
        let end = found.place == 0 || found.place + 1 == length;
        match length {
            // The first or last of three may be a word by itself, beside what is none without it: 知情全, 只情权.
            ..4 => {
                let ends = self.ends_at(3 - found.place as isize) && (found.place > 0 || !self.is_word(1));
                let last = || !joins(own) && ends;
                found.alike && (!alone || last()) && self.is_cut_off(found.start, length)
            }
            // Behind what is a term itself another word begins: 信息公开申请表, 信息公开申请分别登记.
            _ if end => found.alike || !alone && length > LONG && !self.lexicon.is_term(&found.term[..found.place]),
            _ => found.alike || !alone && length >= LONG,
        }
    }

    /// Whether a character makes another word with a neighbour in the term; such a one is a slip only in a longer term.
    fn makes_word(&self, found: &Found) -> bool {
        found.place > 0 && self.is_word(-1) || found.place + 1 < found.term.len() && self.is_word(0)
    }

    /// Whether one half of a term of two words is another word, which does not stand with the other half by itself.
    fn is_other_word(&self, found: &Found) -> bool {
        let half = found.start + found.place / 2 * 2;
        let word: String = self.run[half..half + 2].iter().map(|(_, c)| *c).collect();
        // What qualifies the next word is no half of this one: 形成合理的.
        let qualifies = self.run.get(found.start + 4).is_some_and(|(_, c)| *c == '的');
        !qualifies && self.is_cut_off(found.start, 4) && !FREE.contains(&word)
    }

    /// A word of two characters of which this is one, taken for another: it must be a word of the field, part of a term.
    fn paired(&self) -> Option<Found> {
        [self.at, self.at.wrapping_sub(1)].into_iter().find_map(|start| {
            let word = self.run.get(start..)?.get(..2)?;
            let own = self.at - start;
            let other = word[1 - own].1;
            let alone = self.lexicon.stands_alone(other);
            // 三审制工作: 工 belongs to the next word, unless that is 公大力度.
            let joined =
                |at: usize| self.run.get(at..at + 2).is_some_and(|pair| self.lexicon.is_word(pair[0].1, pair[1].1));
            let torn = joined(start + 1) && !joined(start + 2);
            if torn || !self.is_cut_off(start, 2) || alone && joins(other) {
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
                    Some(Found { alike: true, ..Found::new(term, Slip::Changed, place, start) })
                })
            };
            Some(1 - own).filter(|_| alone).and_then(mend).or_else(|| mend(own))
        })
    }

    fn lost(&self, own: char, alone: bool, found: &mut Vec<Found>) {
        for step in [-1, 0].into_iter().filter(|_| !alone) {
            let (first, Some((one, two))) = (self.at.wrapping_add_signed(step), self.get(step).zip(self.get(step + 1)))
            else {
                continue;
            };
            for (term, place) in self.lexicon.terms(Pair::Around, one, two) {
                let Some(start) = (first + 1).checked_sub(place) else { continue };
                let same = term.len() >= 4
                    && term[place] != '不'
                    && self.reads(start, &term[..place])
                    && self.reads(first + 1, &term[place + 1..]);
                if same && (inside(term, place) || self.is_cut_off(start, term.len() - 1)) {
                    found.push(Found::new(term, Slip::Lost, place, start));
                }
            }
        }
        // The last character, behind this one.
        let Some(before) = self.get(-1) else { return };
        for (term, place) in self.lexicon.terms(Pair::Before, before, own) {
            let Some(start) = (self.at + 1).checked_sub(place) else { continue };
            let same =
                place >= if alone { LONG } else { 4 } && place + 1 == term.len() && self.reads(start, &term[..place]);
            if same && self.lacks_last(term[place]) && self.is_cut_off(start, place) {
                found.push(Found::new(term, Slip::Lost, place, start));
            }
        }
    }

    /// Whether a term ends here without its last character. If what follows is like that, it is not lost but wrong.
    fn lacks_last(&self, last: char) -> bool {
        let wrong = self.get(1).is_some_and(|c| alike(c, last));
        let ends = self.ends_at(1) && (self.closed || self.at + 1 < self.run.len());
        !wrong && (ends || self.is_word(1))
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
        let begins =
            |c: char| "年月日等".contains(c) || c == '的' || length > 2 && "的和及与对将把等各并以由".contains(c);
        let left = start == 0 || begins(self.run[start - 1].1) || start >= 2 && word(start - 2);
        left && (end == self.run.len() || word(end) || self.lexicon.stands_alone(self.run[end].1))
    }

    fn added(&self, own: char, alone: bool, found: &mut Vec<Found>) {
        let Some(before) = self.get(-1) else { return };
        // 事项项项有回音: each of them.
        if own == before && self.get(1) == Some(own) && !self.is_word(1) {
            return;
        }
        if own == before {
            let others = found.len();
            self.doubled(own, found);
            if found.len() > others {
                return;
            }
        }
        let Some(behind) = self.get(1).filter(|behind| !alone || own == before || own == *behind) else { return };
        for (term, place) in self.lexicon.terms(Pair::Adjacent, before, behind) {
            let Some(start) = (self.at - 1).checked_sub(place) else { continue };
            // 信息科公开, 服务包公开: with such a character the word before it is another.
            let doubled = own == before || own == behind;
            let certain = term.len() > 4 || term.len() == 4 && (place == 1 && !NOUNS.contains(own) || doubled);
            if certain && self.reads(start, &term[..=place]) && self.reads(self.at + 1, &term[place + 1..]) {
                found.push(Found::new(term, Slip::Added, place, start));
            }
        }
    }

    /// The last character of a term or a word twice; any other that stands twice is found as one too many.
    fn doubled(&self, own: char, found: &mut Vec<Found>) {
        let Some(first) = self.get(-2) else { return };
        let others = found.len();
        for (term, place) in self.lexicon.terms(Pair::Adjacent, first, own) {
            let Some(start) = (self.at - 2).checked_sub(place) else { continue };
            if !self.joined && term.len() >= 4 && place + 2 == term.len() && self.reads(start, term) {
                found.push(Found::new(term, Slip::Added, place + 1, start));
            }
        }
        // But 一次次 and 认认真真 are right.
        // 全面面推进: a word follows, and none with the second of the two.
        if found.len() == others
            && (self.ends_at(1) && !self.joined || self.is_word(1) && !self.is_word(0))
            && !matches!(own, '看' | '想')
            && first != '一'
            && self.get(-3) != Some(first)
        {
            let word = self.lexicon.word_of_field(first, own, 1);
            found.extend(word.map(|term| Found::new(term, Slip::Added, 1, self.at - 2)));
        }
    }

    fn swapped(&self, found: &mut Vec<Found>) {
        for step in [-1, 0] {
            let (first, Some((one, two))) = (self.at.wrapping_add_signed(step), self.get(step + 1).zip(self.get(step)))
            else {
                continue;
            };
            for (term, place) in self.lexicon.terms(Pair::Adjacent, one, two) {
                let Some(start) = first.checked_sub(place) else { continue };
                // A pair of another kind may lie in the same bucket, and its place may be the last.
                let same = term.len() >= 4
                    && place + 1 < term.len()
                    && self.reads(start, &term[..place])
                    && self.reads(first, &[term[place + 1], term[place]])
                    && self.reads(first + 2, &term[place + 2..]);
                if same {
                    found.push(Found::new(term, Slip::Swapped, place, start));
                }
            }
        }
    }

    /// Of a long term only the part around the slip is marked.
    pub fn miss(&self, found: &Found) -> Miss {
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
