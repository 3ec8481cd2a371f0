//! What a string with Chinese numerals must look like to name a list.
//!
//! In: a string (in quotation marks, or running text at a numeral). Out: the name's span or length.

use super::{NumberWords, Span, begins_with, is_han, table, word_at};

/// Longest name in characters.
const LONGEST: usize = 14;

pub(super) fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '百' | '千' | '万') || counts(c)
}

/// 百, 千, 万 say "many" and 一 "one": none of them counts a list by itself.
fn counts(c: char) -> bool {
    matches!(c, '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '两' | '双')
}

/// The name inside quotation marks: `五个担当`, `双随机、一公开`; of `新双高` it is `双高`, of `清四乱` all.
pub(super) fn in_quotes(text: &str, quoted: Span) -> Option<Span> {
    let quoted = quoted.trim(text);
    let name: String = quoted.of(text).chars().filter(|c| !c.is_whitespace()).collect();
    let chars: Vec<char> = name.chars().collect();
    let fits =
        (2..=LONGEST).contains(&chars.len()) && chars.iter().all(|&c| is_han(c) || matches!(c, '、' | '，' | '·'));
    if !fits || has_inner_word(&name) {
        return None;
    }
    if table::contains(&name) {
        return Some(quoted);
    }
    if let Some(known) = known_part(&name) {
        let span = Span::new(quoted.start, quoted.start + known.len());
        return (span.of(text) == known).then_some(span);
    }
    if let Some(rest) = name.strip_prefix('新').filter(|r| is_name(r)) {
        let start = quoted.end - rest.len();
        return (Span::new(start, quoted.end).of(text) == rest).then(|| Span::new(start, quoted.end));
    }
    (is_name(&name) || is_headed_name(&name)).then_some(quoted)
}

/// The phrase of the table a name is made of: `三公经费`, `五育并举`.
fn known_part(name: &str) -> Option<&str> {
    let ends =
        name.char_indices().map(|(i, _)| i).filter(|&i| name.get(i..).is_some_and(|t| t.chars().nth(1).is_some()));
    let known = ends.filter_map(|i| name.get(..i)).rfind(|p| table::contains(p))?;
    let rest = name.get(known.len()..)?;
    // 五个必须坚持 is a name of its own
    let counts = known.chars().nth(1) == Some('个');
    (!counts && !rest.contains(is_numeral) && !rest.starts_with(['、', '，', '·'])).then_some(known)
}

/// Whether every part joined by `、` is a number with a head, and one of the numbers counts.
fn is_name(name: &str) -> bool {
    let parts: Vec<&str> = name.split(['、', '，', '·']).collect();
    if !parts.iter().all(|p| p.chars().next().is_some_and(is_numeral) && counted(p)) {
        return false;
    }
    let ordinals = parts.len() > 1 && parts.iter().zip("一二三四五六".chars()).all(|(p, n)| p.starts_with(n));
    let numerals: Vec<char> = name.chars().filter(|&c| is_numeral(c)).collect();
    // 一只碗、一双筷、一把勺 counts
    let measured = parts.len() > 1 && parts.iter().all(|p| is_measured_one(p));
    let many_ones = numerals.len() >= 3 && numerals.iter().all(|&c| c == '一') && !is_for_each(name) && !measured;
    !ordinals && (many_ones || numerals.iter().any(|&c| counts(c)))
}

/// A number with a head: the number well formed and no year or code, the head no unit; no idiom, no name.
fn counted(part: &str) -> bool {
    let words = NumberWords::get();
    if begins_with(&words.fixed, part) {
        return false;
    }
    let head = part.trim_start_matches(is_numeral);
    let number = part.get(..part.len() - head.len()).unwrap_or("");
    // 双万兆: a pair of what is itself a number
    let (head, number) = match part.strip_prefix('双').filter(|_| value(number).is_none()) {
        Some(head) => (head, "双"),
        None => (head, number),
    };
    let first = part.chars().next();
    let measured_inside = head
        .char_indices()
        .any(|(i, c)| counts(c) && head.get(i + c.len_utf8()..).is_some_and(|after| begins_with(&words.unit, after)));
    !head.is_empty()
        && !measured_inside
        && value(number).is_some()
        && !first.is_some_and(|c| "百千万".contains(c))
        && !begins_with(&words.unit, head)
        // a congress; what happened
        && head != "大"
        && !head.ends_with("事件")
}

/// `碳达峰十大行动`, `清四乱`, `发展六仗`: up to four characters before the number; awards (`全国十大…`) are no lists of one text.
fn is_headed_name(name: &str) -> bool {
    let Some((at, _)) = name.char_indices().find(|&(_, c)| is_numeral(c)) else { return false };
    let (before, counted_part) = name.split_at_checked(at).unwrap_or((name, ""));
    let award = ["全国", "世界", "年度", "中国", "全球", "亚洲"].iter().any(|w| before.contains(w));
    let mut after = counted_part.chars();
    let number = after.next().is_some_and(counts);
    let length = before.chars().count();
    // Before a lone numeral only a verb of one character (清四乱); before 大 or a measure word a longer title too.
    let titled = after.next().is_some_and(|c| matches!(c, '大' | '个' | '项' | '条')) && length <= 4;
    let pair = counted_part.starts_with(['两', '双']);
    let short = (length == 1 || length == 2 && !pair) && name.chars().count() == length + 2 || titled;
    let rank = before.ends_with(['前', '后']);
    !award && !rank && number && short && is_name(counted_part)
}

/// The value of a Chinese number up to 99; `两` and `双` are 2; none for codes (`九二`), plans and open numbers.
pub(super) fn value(number: &str) -> Option<u32> {
    let digit = |c: char| "一二三四五六七八九".chars().position(|d| d == c).map(|p| p as u32 + 1);
    let chars: Vec<char> = number.chars().collect();
    match *chars.as_slice() {
        ['两' | '双'] => Some(2),
        ['十'] => Some(10),
        ['百' | '千' | '万'] => Some(u32::MAX),
        [d] => digit(d),
        ['十', d] => Some(10 + digit(d)?),
        [t, '十'] => Some(digit(t)? * 10),
        [t, '十', d] => Some(digit(t)? * 10 + digit(d)?),
        _ => None,
    }
}

/// `一张床`: one, a measure word, a noun.
fn is_measured_one(part: &str) -> bool {
    let Some(rest) = part.strip_prefix('一') else { return false };
    let measure = rest.chars().next().map_or(0, char::len_utf8);
    let words = NumberWords::get();
    rest.len() > measure && rest.get(..measure).is_some_and(|m| words.measure.contains(m))
}

/// `一企一策一专班`: for each, one; no list.
fn is_for_each(name: &str) -> bool {
    let words = NumberWords::get();
    name.rsplit('一').next().is_some_and(|last| words.each.contains(last))
}

/// Whether a numeral of the name belongs to a word (`统一规划`, `长三角`) and none that counts stands
/// outside of such words, as in `五统一`.
fn has_inner_word(name: &str) -> bool {
    let words = NumberWords::get();
    let (mut rest, mut inner, mut outside) = (name, false, false);
    while let Some(c) = rest.chars().next() {
        let word = word_at(&words.inner, rest);
        inner |= word.is_some();
        outside |= word.is_none() && counts(c);
        rest = rest.get(word.unwrap_or(c.len_utf8())..).unwrap_or("");
    }
    inner && !outside
}

/// Bytes of a chain of numbers with heads of one character: `双招双引`, `三屏两带六廊多点`; two links at least,
/// one of them counting, none a measure or a grammatical word.
pub(super) fn chain(rest: &str) -> Option<usize> {
    let words = NumberWords::get();
    // Mostly no second number follows.
    rest.chars().nth(2).filter(|&c| is_numeral(c) || c == '多')?;
    if begins_with(&words.fixed, rest) {
        return None;
    }
    let mut chars = rest.char_indices().peekable();
    let (mut links, mut counting, mut end) = (0, 0, None);
    while let Some(&(at, number)) = chars.peek() {
        let open = links > 0 && number == '多';
        if !is_numeral(number) && !open {
            break;
        }
        chars.next();
        let Some(&(_, head)) = chars.peek() else { break };
        let head_text = rest.get(at + number.len_utf8()..).unwrap_or("");
        // 二〇二〇 is a year
        if matches!(head, '〇' | '零') || !(is_link_head(head, head_text) || open && head == '点') {
            return None;
        }
        chars.next();
        links += 1;
        counting += u32::from(counts(number));
        end = chars.peek().map_or(Some(rest.len()), |&(i, _)| Some(i));
    }
    if rest.get(end?..).and_then(|r| r.chars().next()).is_some_and(is_numeral) {
        return None;
    }
    end.filter(|_| links >= 2 && counting >= 1)
}

fn is_link_head(head: char, text: &str) -> bool {
    let words = NumberWords::get();
    is_han(head)
        && !is_numeral(head)
        && !"的了和与及或到至是要为以在比多余几大中分左右上下前后".contains(head)
        && !begins_with(&words.unit, text)
        && !words.measure.contains(text.get(..head.len_utf8()).unwrap_or(""))
}

/// Bytes of a name in a formula of layout, `两圈联动、三核引领`: neighbouring parts of number, head and two more
/// characters. `follows` says that the part before was one.
pub(super) fn spatial(rest: &str, follows: bool) -> Option<usize> {
    let (name, next) = spatial_part(rest)?;
    (follows || next.and_then(spatial_part).is_some()).then_some(name)
}

/// Bytes of number and head, and what comes after the part's `、`.
fn spatial_part(text: &str) -> Option<(usize, Option<&str>)> {
    let mut chars = text.chars();
    let number = chars.next().filter(|&c| counts(c))?;
    let after = chars.as_str();
    let head = chars.next().filter(|&c| is_link_head(c, after))?;
    let verb = chars.as_str();
    let two = verb.chars().take(2).filter(|&c| is_han(c) && !is_numeral(c) && c != '有').count() == 2;
    let fits = two && !begins_with(&NumberWords::get().fixed, text);
    let next = verb.char_indices().nth(2).and_then(|(i, _)| verb.get(i..)?.strip_prefix('、'));
    fits.then_some((number.len_utf8() + head.len_utf8(), next))
}

/// Bytes of a count of rules at the start of `rest`: `四个不放过`, `三个必须`.
pub(super) fn rule(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let number = chars.next().filter(|&c| counts(c))?;
    let head = chars.as_str().strip_prefix('个')?;
    let start = number.len_utf8() + '个'.len_utf8();
    for verb in ["必须", "坚持", "一律", "确保", "绝不", "决不"] {
        if head.starts_with(verb) {
            return Some(start + verb.len());
        }
    }
    let not = head.strip_prefix('不')?;
    not.chars().take(2).all(is_han).then_some(start + 9).filter(|&e| rest.is_char_boundary(e) && !not.starts_with('同'))
}
