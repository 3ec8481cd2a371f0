//! Salutations 称谓: `同志们：`, `各位代表！`, `尊敬的主席先生，女士们，先生们：`, alone on a line or inside one.
//!
//! In: a line, or a sentence. Out: whether the line is one, whether the sentence begins with one.

use super::line::{Folded, after_number, begins_with};
use super::looks::Looks;
use crate::lexicon::layout_words::{begins_with_surname, ends_as_people, fold, is_people, last_office_end};

/// No part of a salutation (`尊敬的某某先生`) is longer, in characters.
const PART: usize = 24;
/// Nor has one more parts.
const PARTS: usize = 12;

/// Where those addressed are from.
const FROM: &str = "来自";

/// Words with which a speaker greets after the salutation.
const GREETINGS: [&str; 10] =
    ["早上好", "早晨好", "上午好", "中午好", "下午好", "晚上好", "新年好", "新学期好", "您好", "好"];
/// Whom a greeting may name.
const GREETED: [&str; 2] = ["大家", "你们"];

/// How a part addresses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Address {
    /// Only people: may be part of a longer salutation (委员长、各位委员).
    Plain,
    /// With a word of respect or of a whole: 各位代表, 全体干部.
    Whole,
    /// Surely spoken to: 同志们, 尊敬的主席.
    Spoken,
}

/// Whether a line is a salutation.
pub(super) fn is(line: &Looks) -> bool {
    let Some(folded) = line.within(200) else { return false };
    let (said, greeted) = split_greeting(folded);
    match leading(said) {
        Some((len, _)) if len == said.len() => true,
        // one line of several: `全体将士们，`
        _ if said.ends_with(',') && said.chars().count() <= PART => {
            parts(said).next().is_some()
                && parts(said).all(|part| address(part).is_some_and(|address| address != Address::Plain))
        }
        // 各位家长大家好, 老师们好
        _ if greeted && address(said) == Some(Address::Spoken) => true,
        _ if greeted => said.ends_with(is_mark) && parts(said).all(|part| address(part).is_some()),
        Some(_) => false,
        // without a mark: 同志们
        None => folded.chars().count() <= PART && address(folded) == Some(Address::Spoken),
    }
}

/// Whether the first line of a letter names to whom it is written: `致全市少年儿童：`.
pub(super) fn opens_letter(line: &Looks) -> bool {
    let whom = line.within(40).and_then(|folded| folded.strip_suffix(':'));
    whom.is_some_and(|whom| {
        ends_as_people(whom) && !whom.contains(['。', ':', ';', '、']) && after_number(whom).is_none()
    })
}

/// Whether a folded line, the first of a letter, names a person by the office held: `李某某主任：`.
pub(super) fn names_person(line: &str) -> bool {
    let Some(person) = line.strip_suffix(':') else { return false };
    begins_with_surname(person) && last_office_end(person) == Some(person.len()) && person.chars().count() >= 3
}

/// Whether a salutation opens a speech, as `同志们：` and `尊敬的各位来宾，大家好！` do and `各位代表！` need not.
pub(super) fn opens_speech(line: &Looks) -> bool {
    is(line) && (line.last == ':' || line.folded.starts_with("尊敬的") || split_greeting(&line.folded).1)
}

/// The salutation of a line and whether a greeting follows it.
fn split_greeting(line: &str) -> (&str, bool) {
    let bare = line.trim_end_matches(['!', '。', ':']);
    let greeting = GREETINGS.iter().find_map(|word| bare.strip_suffix(word)).map(|rest| {
        let whom = GREETED.iter().find_map(|word| rest.strip_suffix(word));
        whom.unwrap_or(rest)
    });
    greeting.filter(|rest| !rest.is_empty()).map_or((line, false), |rest| (rest, true))
}

/// Bytes of the salutation with which a folded text begins, and whether a mark of address (`:` `!`) closes it.
fn leading(text: &str) -> Option<(usize, bool)> {
    let mut best = None;
    let mut surest = Address::Plain;
    let mut at = 0;
    for _ in 0..PARTS {
        let rest = text.get(at..)?;
        let Some((len, mark)) = first_part(rest) else { break };
        let Some(address) = address(rest.get(..len)?) else { break };
        if surest != Address::Spoken && address != Address::Plain {
            surest = address;
        }
        at += len + mark.len_utf8();
        match mark {
            ':' | '!' if surest != Address::Plain => return Some((at, true)),
            ',' if surest == Address::Spoken => best = Some((at, false)),
            ',' | '、' => {}
            _ => break,
        }
    }
    best
}

/// Bytes up to the first mark and the mark; the marks within `来自企业、院校的各位代表` part nothing.
fn first_part(text: &str) -> Option<(usize, char)> {
    let mut marks = text.char_indices().take(PART + 1).filter(|(_, c)| is_mark(*c));
    let first = marks.next()?;
    let from = text.starts_with(FROM) && first.1 == '、';
    let whole =
        |&(at, _): &(usize, char)| text.get(..at).is_some_and(|part| part.contains('的') && ends_as_people(part));
    from.then(|| marks.find(whole)).flatten().or(Some(first))
}

/// What stands between the marks of a salutation.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_mark).filter(|part| !part.is_empty()).take(PARTS)
}

fn is_mark(c: char) -> bool {
    matches!(c, ',' | '、' | ':' | '!' | '。' | ';' | '?' | '“' | '”' | '(' | ')' | '—' | '…')
}

/// How one part addresses, if it does.
fn address(part: &str) -> Option<Address> {
    if !ends_as_people(part) {
        return None;
    }
    // 尊敬的各国元首、政府首脑和国际组织代表
    if let Some((a, b)) = part.split_once('和')
        && let Some(address) = address(a)
    {
        return (ends_as_people(b) && b.chars().count() <= 8).then_some(address);
    }
    let chars = part.chars().count();
    let respect = begins_with(part, &["各位", "尊敬的", "亲爱的", "敬爱的", FROM]);
    let plural =
        ["同志们", "朋友们", "同学们", "女士们", "先生们", "乡亲们", "代表们", "委员们", "老师们", "同胞们", "战友们"];
    if respect || is_people(part) && plural.contains(&part) || chars <= 8 && part.ends_with("先生") {
        return Some(Address::Spoken);
    }
    let whole = begins_with(part, &["全体", "广大", "全市", "全县", "全省", "全校", "全国", "各国"]);
    if whole || part.ends_with('们') || is_people(part) && part == "同志" {
        return Some(Address::Whole);
    }
    (chars <= 8).then_some(Address::Plain)
}

/// Whether a sentence begins with a salutation.
pub fn opens(sentence: &str) -> bool {
    let possible = |first: char| "各尊亲敬同朋女先乡代委老战全广主总部家孩".contains(fold(first));
    sentence.starts_with(possible) && leading(&Folded::beginning(sentence, PART * 5).text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::one;

    #[test]
    fn finds_salutations() {
        let yes = [
            "同志们：",
            "各位代表！",
            "各位代表:",
            "尊敬的主席先生，女士们、先生们：",
            "委员长、各位副委员长、秘书长、各位委员：",
            "各位领导、同志们，大家好！",
            "同志們：",
            "同学们，大家早上好！",
            "亲爱的新同学们，你们好！",
            "各位来宾、同仁，大家下午好！",
            "主席先生，各位同事：",
            "全体干部职工：",
            "全国同胞们，",
            "各国代表，",
            "尊敬的各位国家元首、政府首脑和国际组织代表，",
            "少先队员们、团员们，青年朋友们：",
            "尊敬的各位领导，来自企业、科技、教育界的各位代表，同志们、朋友们：",
            "同志们",
            "各位家长大家好！",
            "老师们、同学们，新学期好！",
        ];
        for line in yes {
            assert!(is(&one(line)), "{line}");
        }
        let no = [
            "各科室：",
            "各位代表高度评价报告！",
            "我代表国务院，向大会作报告：",
            "感谢各位领导！",
            "全国各族人民大团结万岁！",
            "各位代表！新的征程已经开启。",
            "主要目标：",
            "机关干部，",
            "各国代表和专家签了字，",
            "干部",
            "大家好！",
            "让各位家长都说好！",
            "家风好，民风好！",
            "来自基层的声音，我们记下了：",
            "对大家好，大家就好。",
        ];
        for line in no {
            assert!(!is(&one(line)), "{line}");
        }
    }

    #[test]
    fn finds_persons_written_to() {
        assert!(["李某某主任:", "王市长:"].into_iter().all(names_person));
        assert!(!["市长:", "王某某:", "责任局长:", "王市长"].into_iter().any(names_person));
    }

    #[test]
    fn finds_salutations_at_the_beginning_of_a_sentence() {
        for sentence in ["主席先生，各位同事：今年很不平凡。", "各位代表！展望未来，信心满怀。", "同志们，让我们前进！"]
        {
            assert!(opens(sentence), "{sentence}");
        }
        for sentence in ["展望未来，各位代表！", "广大干部，要带头。", "今年很不平凡。", ""] {
            assert!(!opens(sentence), "{sentence}");
        }
    }
}
