//! Run-in heads: every paragraph of a section opens with a short sentence that names it:
//! `创新效能提升。……` / `消费有力提振。……` (scheme `parallel` for three and more, `bare` for two).

use super::{Document, Head, bare_span, has_clause_mark, is_couplet};
use crate::lexicon::{OutlineWords, is_basic_han};
use crate::outline::point::Standing;
use crate::outline::{Evidence, Scheme};
use crate::span::Span;

/// The longest head of this kind, in characters without marks.
const LONGEST: usize = 18;
/// The longest that three at the head of a section may have.
const SHORT: usize = 12;
/// The longest where four and more stand in a row.
const LONGEST_IN_ROW: usize = 18;
/// One among them may be as long as this.
const LONGEST_AMONG: usize = 26;

/// The longest clause of a head made of two, and what they may differ by, in characters.
const PAIRED: usize = 12;
const UNEVEN: usize = 3;
/// Characters that two behind one that leads in have in common.
const SHARED: usize = 3;
/// Sections full of heads that make a habit.
const HABIT: usize = 3;
/// Paragraphs without a head that carry on the one before, where heads are the habit of the text.
const CARRY_ON: usize = 2;
/// Paragraphs that lead in, before the first head of a section.
const LEAD: usize = 2;

/// A short sentence that opens a paragraph.
#[derive(Clone, Copy)]
struct Named {
    /// The place of the paragraph in its section.
    at: usize,
    /// Index of the paragraph.
    paragraph: usize,
    /// The sentence without its full stop.
    heading: Span,
    /// Whether two clauses make it.
    pair: bool,
    /// Whether it stands behind the heading that opens its paragraph.
    inside: bool,
}

/// Heads of the sections in which every paragraph has one; one paragraph that leads in, and one that closes, may lack
/// it. Where such sections are the habit of the text, a paragraph without a head carries on the one before.
pub(super) fn find(document: &Document) -> Vec<Head> {
    let sections: Vec<(Vec<usize>, Vec<Named>)> = document
        .sections()
        .into_iter()
        .map(|section| {
            let named = named(document, &section);
            (section, named)
        })
        .collect();
    let full = sections.iter().filter(|(section, named)| is_full(section.len(), named)).count();
    let headed = sections.iter().filter(|(_, named)| named.iter().filter(|m| !m.pair).nth(1).is_some()).count();
    let strung = sections.iter().filter(|(section, named)| is_strung(section.len(), named)).count();
    let habit = full >= HABIT && full * 2 >= headed || strung >= HABIT && strung * 4 >= headed * 3;
    let mut heads = Vec::new();
    let mut group = 0;
    for (section, named) in &sections {
        let row = if habit { carried_on(document, section, named) } else { None };
        let rows = row.map_or_else(|| unbroken(document, section, named), |row| vec![row]);
        for mut row in rows {
            row.splice(0..0, row.first().filter(|m| m.at == 0).and_then(|m| behind_heading(document, m.paragraph)));
            heads.extend(row.iter().map(|m| Head {
                paragraph: m.paragraph,
                heading: m.heading,
                scheme: if row.len() > 2 { Scheme::Parallel } else { Scheme::Bare },
                standing: if m.inside { Standing::Inside } else { Standing::Opening },
                evidence: Evidence::RunIn,
                group,
            }));
            group += 1;
        }
    }
    heads
}

/// The head of a list before the first that opens a paragraph: `3．生活改善。村道全部硬化。……` above `饮水全面达标。……`
fn behind_heading(document: &Document, first: usize) -> Option<Named> {
    let paragraph = first.checked_sub(1)?;
    let opened = document.paragraphs.get(paragraph)?.opened.is_some_and(|o| o.standing == Standing::Opening);
    let (heading, pair) = head(document, paragraph).filter(|_| opened)?;
    let short = !pair && width(heading.of(document.text)) <= LONGEST;
    short.then_some(Named { at: 0, paragraph, heading, pair, inside: true })
}

/// The short sentences that open paragraphs of a section.
fn named(document: &Document, section: &[usize]) -> Vec<Named> {
    let named = section.iter().enumerate().filter_map(|(at, &paragraph)| {
        let (heading, pair) = head(document, paragraph)?;
        Some(Named { at, paragraph, heading, pair, inside: false })
    });
    named.collect()
}

/// Whether heads open most paragraphs of a section from the first of them on.
fn is_full(size: usize, named: &[Named]) -> bool {
    let heads = named.iter().filter(|m| !m.pair).count();
    heads >= 2 && named.first().is_some_and(|first| first.at <= LEAD && heads * 3 >= (size - first.at) * 2)
}

/// Whether heads run through a section from its first paragraphs to its last, no more than so many others between.
fn is_strung(size: usize, named: &[Named]) -> bool {
    let heads = || named.iter().filter(|m| !m.pair).map(|m| m.at);
    let near = heads().zip(heads().skip(1)).all(|(a, b)| b - a <= CARRY_ON + 1);
    let ends = heads().next_back().is_some_and(|last| size - last <= CARRY_ON + 2);
    heads().nth(1).is_some() && heads().next() <= Some(1) && near && ends
}

/// Heads of a section with a paragraph or two behind some of them that carry them on.
fn carried_on(document: &Document, section: &[usize], named: &[Named]) -> Option<Vec<Named>> {
    let named = if leads_in(document, section, named) { named.get(1..)? } else { named };
    let words = |m: &Named| m.heading.of(document.text);
    let maxims = named.iter().filter(|m| is_maxim(words(m))).count();
    let said = |m: &&Named| maxims * 2 > named.len() || !is_maxim(words(m));
    let heads: Vec<Named> = named.iter().filter(said).copied().collect();
    let row = heads.chunk_by(|a, b| b.at - a.at <= CARRY_ON + 1).next()?;
    // Where each paragraph of a section has one, long ones head as well.
    let whole = row.len() == section.len() && !row.iter().any(|m| m.pair || says_what(words(m)));
    let row = if whole { row } else { trimmed(document, row) };
    let (first, last) = (row.first()?, row.last()?);
    let pairs = row.iter().filter(|m| m.pair).count();
    let long = row.iter().filter(|m| !m.pair && width(words(m)) > LONGEST_IN_ROW).count();
    // What closes the part, or the whole, stands apart from heads without a gap right below the heading.
    let closed = section.len() - last.at - 1 <= CARRY_ON || first.at <= 1 && last.at - first.at + 1 == row.len();
    let most = row.len() * 2 >= last.at - first.at;
    let fits =
        first.at <= LEAD && row.len() > 1 && pairs * 3 <= row.len() && long * if whole { 2 } else { 3 } <= row.len();
    (fits && closed && most).then(|| row.to_vec())
}

/// Whether four characters and four make a sentence, as sayings are: `根深叶茂，本固枝荣`.
fn is_maxim(words: &str) -> bool {
    is_couplet(words) && width(words) == 8
}

/// Rows of heads without a gap.
fn unbroken(document: &Document, section: &[usize], named: &[Named]) -> Vec<Vec<Named>> {
    let named = if leads_in(document, section, named) { named.get(1..).unwrap_or(&[]) } else { named };
    // Of one make: heads of two clauses stand together.
    let paired = |m: &Named| m.pair || is_couplet(m.heading.of(document.text));
    let rows = named.chunk_by(|a, b| a.at + 1 == b.at && paired(a) == paired(b)).map(|row| trimmed(document, row));
    rows.filter(|row| is_list(document, row, section.len())).map(<[Named]>::to_vec).collect()
}

/// Whether the paragraph that opens a section of heads leads in: `市场是稀缺资源。我们要……。`, and the heads below.
fn leads_in(document: &Document, section: &[usize], named: &[Named]) -> bool {
    let first = section.first().and_then(|&i| document.paragraphs.get(i)).filter(|p| p.sentences.len() == 2);
    let urges = |s: &Span| ["我们", "要", "必须", "应"].iter().any(|w| s.of(document.text).starts_with(w));
    named.len() > 3
        && named.first().is_some_and(|n| n.at == 0)
        && first.and_then(|p| p.sentences.last()).is_some_and(urges)
}

/// Whether short sentences that open neighbouring paragraphs are the heads of a section of so many paragraphs.
fn is_list(document: &Document, row: &[Named], size: usize) -> bool {
    let (first, last) = (row.first().map_or(0, |m| m.at), row.last().map_or(0, |m| m.at));
    let widths = || row.iter().map(|m| width(m.heading.of(document.text)));
    let longest = widths().max().unwrap_or(0);
    match row.len() {
        0 | 1 => false,
        // Two clauses open paragraphs of all kinds: only a long row shows heads.
        2 | 3 if row.iter().any(|m| m.pair) => false,
        // Couplets of two measures adorn the text.
        2 => {
            let adorn = row.iter().all(|m| is_couplet(m.heading.of(document.text))) && widths().min() != Some(longest);
            // behind a paragraph that leads in, two that share words
            let led = size == 3 && first == 1 && shares(document, row);
            (size == 2 || led) && longest <= LONGEST && !adorn
        }
        3 => {
            // What fills a section but for what leads in and closes is a list, and so are short ones at its head.
            let long = widths().filter(|&w| w > LONGEST).count();
            let near = size <= 6 && size - 1 - last <= 1 && (long <= 1 || size == 3);
            first <= LEAD && near || first == 0 && longest <= SHORT
        }
        // Four in a row are a list whatever stands before and behind.
        more => widths().filter(|&w| w > LONGEST_IN_ROW).count() * if more == size { 2 } else { 4 } <= more,
    }
}

/// Whether two heads have characters in common, one behind the other.
fn shares(document: &Document, row: &[Named]) -> bool {
    let [a, b] = row else { return false };
    let (a, b) = (a.heading.of(document.text), b.heading.of(document.text));
    let mut words = a.char_indices().filter_map(|(at, _)| {
        let rest = a.get(at..)?;
        let (last, c) = rest.char_indices().nth(SHARED - 1)?;
        rest.get(..last + c.len_utf8())
    });
    words.any(|words| b.contains(words))
}

/// The same without what only stands among heads: a long sentence; one that says what something is, where it is the
/// only one of them (`海洋是宝贵的国土。`).
fn trimmed<'r>(document: &Document, row: &'r [Named]) -> &'r [Named] {
    let words = |m: &Named| m.heading.of(document.text);
    let lone = row.iter().filter(|m| says_what(words(m))).count() == 1;
    let heads = |m: &Named| (m.pair || width(words(m)) <= LONGEST_IN_ROW) && !(lone && says_what(words(m)));
    let (first, last) = (row.iter().position(heads), row.iter().rposition(heads));
    first.zip(last).and_then(|(first, last)| row.get(first..=last)).unwrap_or(&[])
}

/// Whether a sentence holds the copula.
fn says_what(words: &str) -> bool {
    words.char_indices().skip(2).any(|(at, c)| c == '是' && !words.get(..at).is_some_and(|w| w.ends_with('于')))
}

/// Letters and digits of a head.
fn width(words: &str) -> usize {
    words.chars().filter(|c| is_basic_han(*c) || c.is_alphanumeric()).count()
}

/// The short sentence that opens a paragraph, when more follows it, and whether two clauses make it.
fn head(document: &Document, i: usize) -> Option<(Span, bool)> {
    let p = document.paragraphs.get(i).filter(|p| p.sentences.len() > 1)?;
    document.inside(p, |found| &found.run_in, || short_sentence(document, p.first()))
}

/// The sentence without its mark, if it is short enough, and whether two clauses make it.
fn short_sentence(document: &Document, sentence: Span) -> Option<(Span, bool)> {
    // most first sentences end otherwise or are far longer
    if !sentence.of(document.text).ends_with('。') || sentence.len() > 8 * LONGEST_AMONG {
        return None;
    }
    let heading = bare_span(document.text, sentence);
    let words = heading.of(document.text);
    let width = width(words);
    let short = (2..=LONGEST_AMONG).contains(&width);
    // A figure in a long sentence reports something: 起征点提高到5000元。
    let reports = width > LONGEST_IN_ROW && !words.contains('“') && words.contains(|c: char| c.is_ascii_digit());
    let pair = has_clause_mark(words) && !is_couplet(words);
    let remark = OutlineWords::get().remarks.begin(words);
    (short && (!pair || is_pair(words)) && !reports && !remark).then_some((heading, pair))
}

/// Whether a comma parts a head in two clauses of like length: `抓好项目落地，带动产业升级`.
fn is_pair(words: &str) -> bool {
    let Some((a, b)) = words.split_once('，') else { return false };
    let (a, b) = (width(a), width(b));
    !has_clause_mark(words.get(words.find('，').map_or(0, |at| at + '，'.len_utf8())..).unwrap_or(""))
        && (4..=PAIRED).contains(&a)
        && (4..=PAIRED).contains(&b)
        && a.abs_diff(b) <= UNEVEN
}

#[cfg(test)]
mod tests {
    use super::super::headings;
    use super::*;

    #[test]
    fn cases() {
        for (text, expected) in [
            (
                "创新效能提升。全年新增企业一百家，投入增长一成。\n消费有力提振。商场客流回升，夜市红火。\n农业稳产增收。粮食产量又创新高。",
                vec!["创新效能提升", "消费有力提振", "农业稳产增收"],
            ),
            ("青山常在。全市造林十万亩。\n绿水长流。河道治理五百里。", vec!["青山常在", "绿水长流"]),
            (
                "成绩来之不易。全市上下付出了艰辛努力。\n会议还研究了其他事项，听取了有关部门的汇报。\n与会同志作了交流，大家谈了体会。\n散会后各单位要抓紧传达。",
                vec![],
            ),
            (
                "把准方向，做深内容。把握正确方向，守好意识形态阵地。\n大胆改革，搞活经营。优化营商环境，释放内生活力。\n携手并进，互通有无。加强区域协作，实现优势互补。",
                vec!["把准方向，做深内容", "大胆改革，搞活经营", "携手并进，互通有无"],
            ),
            // among short heads one may be long; the paragraphs that lead in and close have none
            (
                "市场是稀缺的资源。我们要用好这个资源，加快发展。\n扩大有效投资。全年开工项目百个。\n促进消费升级。举办各类展会十场。\n以新一轮城市更新行动为抓手推进城镇化建设。改造小区五十个。\n稳定外贸外资。新增外贸企业三十家。\n大市场是县域经济行稳致远的底气所在。我们要一步一个脚印往前走。",
                vec!["扩大有效投资", "促进消费升级", "以新一轮城市更新行动为抓手推进城镇化建设", "稳定外贸外资"],
            ),
            // all of a section, and long ones
            (
                "落实教育为本方针的重要抓手。娃娃在家门口上学，书包不再背过山梁。\n解决城乡差距过大问题的长远办法。老师留得住，乡亲就留得住。\n建设和美乡村与振兴特色产业的必然要求。读书的人多了，种地也种得精。\n",
                vec![
                    "落实教育为本方针的重要抓手",
                    "解决城乡差距过大问题的长远办法",
                    "建设和美乡村与振兴特色产业的必然要求",
                ],
            ),
            // behind two that lead in, the last of a section
            (
                "村里的事情要靠大家来办，外人替不了，也等不来。\n过去走过弯路，钱花了不少，路还是那条泥路。\n改进评议办法。谁家干得好，全村人投票。\n用好身边榜样。榜样看得见，学起来也快。\n严格问责追责。说了不做的，要当面说清楚。\n",
                vec!["改进评议办法", "用好身边榜样", "严格问责追责"],
            ),
            ("，。“\n谢谢大家。“", vec![]),
            // a long row of two clauses, not all of one length
            (
                "守护绿水青山，做强生态产业。全县造林五万亩，林下经济红火起来。\n盘活闲置资产，壮大集体家底。旧厂房租了出去，村里年年有分红。\n用好区位优势，带动商贸物流兴旺。货车进出不断，仓库一间难求。\n弘扬时代新风，凝聚奋进力量。邻里和睦相处，办事不再讲排场。",
                vec![
                    "守护绿水青山，做强生态产业",
                    "盘活闲置资产，壮大集体家底",
                    "用好区位优势，带动商贸物流兴旺",
                    "弘扬时代新风，凝聚奋进力量",
                ],
            ),
            // two behind a paragraph that leads in
            (
                "这一年，全县上下拧成一股绳，干成了几件多年想干的事。\n山区通路取得新进展。石板路修到了三十个寨子，客车一天开两趟。\n村校改造取得新成绩。旧教室全部翻修，娃娃们用上了新课桌。",
                vec!["山区通路取得新进展", "村校改造取得新成绩"],
            ),
            (
                "这一年，全县上下拧成一股绳，干成了几件多年想干的事。\n山区公路越修越宽。石板路修到了三十个寨子，客车一天开两趟。\n娃娃们都上了学。旧教室全部翻修，大家用上了新课桌。",
                vec![],
            ),
            ("坚持稳中求进，抓好落实。各单位要认真执行。\n坚持问题导向，补齐短板。要抓紧整改。", vec![]),
        ] {
            assert_eq!(headings(find, text), expected, "{text}");
        }
    }

    #[test]
    fn the_first_may_stand_behind_the_heading_and_a_call_to_the_audience_ends_the_list() {
        use crate::outline::tests_support::outlined;
        let heads = "饮水全面达标。水管接到了山上的每一户人家。\n用电有了保障。旧线路全部换新，雷雨天也不再停电。\n";
        let listed = "1．生活改善\n  村道全部硬化\n  饮水全面达标\n  用电有了保障\n2．教育改善\n";
        let close = "2．教育改善。娃娃们都上了学。\n";
        let text = format!("1．生活改善。村道全部硬化。客车开到了每个村口，山货运得出去。\n{heads}{close}");
        assert_eq!(outlined(&text), listed);
        // a long sentence is no head
        let text = format!("1．生活改善。去年修的路今年都通了客车，山货运得出去。来往方便多了。\n{heads}{close}");
        assert_eq!(outlined(&text), listed.replace("  村道全部硬化\n", ""));
        let called = "各位代表，做好明年的工作离不开大家。请多提意见。\n".repeat(4);
        let open = "六、自身建设\n今年的任务不轻，机关干部要带头下到村里去，一件一件抓到底。\n";
        let three = format!("坚持依法办事。办事有章程，谁来都一样。\n{heads}");
        let found = "六、自身建设\n  坚持依法办事\n  饮水全面达标\n  用电有了保障\n";
        assert_eq!(outlined(&format!("{open}{three}{called}")), found);
    }

    #[test]
    fn where_heads_are_the_habit_paragraphs_without_one_carry_on() {
        use crate::outline::tests_support::outlined;
        let full = |name: &str| {
            format!(
                "{name}\n抓好春耕备耕。农机下田早，种子化肥备得足。\n修好农村道路。村村通了水泥路，客车开到家门口。\n办好乡村学校。孩子们在家门口上好学，老师留得住。\n"
            )
        };
        let habit: String = ["一、农业", "二、建设", "三、教育"].map(full).concat();
        let heads = "抓好春耕备耕\n  修好农村道路\n  办好乡村学校\n";
        let kept = format!("一、农业\n  {heads}二、建设\n  {heads}三、教育\n  {heads}");
        let open = "四、环境\n今年的任务不轻，全县上下要拧成一股绳，一件一件抓到底。\n清理河道垃圾。沿河村庄成立了清洁队，天天有人巡查。\n去年冬天已经清淤三十里，今年还要再清五十里，让清水流进每个村子。\n种好绿化树木。荒山坡上栽满了树苗，成活率比往年高。\n";
        let found = outlined(&format!("{habit}{open}"));
        assert_eq!(found, format!("{kept}四、环境\n  清理河道垃圾\n  种好绿化树木\n"));
        // no habit
        assert_eq!(outlined(open), "四、环境\n");
        // three through which heads run are one, though half of the paragraphs carry on
        let three = ["一、农业", "二、建设", "三、教育"].map(|name| open.replace("四、环境", name)).concat();
        let two = "  清理河道垃圾\n  种好绿化树木\n";
        assert_eq!(outlined(&three), format!("一、农业\n{two}二、建设\n{two}三、教育\n{two}"));
        // a saying opens the section, or most paragraphs have no head
        let saying = "四、环境\n绿水长流，青山常在。爱护环境是全县人民共同的心愿。\n清理河道垃圾。沿河村庄成立了清洁队，天天有人巡查。\n种好绿化树木。荒山坡上栽满了树苗，成活率比往年高。\n";
        let found = outlined(&format!("{habit}{saying}"));
        assert_eq!(found, format!("{kept}四、环境\n  清理河道垃圾\n  种好绿化树木\n"));
        let strewn = "四、环境\n清理河道垃圾。沿河村庄成立了清洁队，天天有人巡查。\n去年冬天已经清淤三十里，今年还要再清五十里，让清水流进每个村子。\n种好绿化树木。荒山坡上栽满了树苗，成活率比往年高。\n今年春天雨水好，山上的树苗长得快，护林员天天巡山，不敢有半点马虎。\n夏天还要防山洪，乡里备足了沙袋和救生衣，遇到险情马上就能用上。\n秋天果子熟了，请城里人来采摘，果农一年的辛苦就有了回报。\n";
        assert_eq!(outlined(&format!("{habit}{strewn}")), format!("{kept}四、环境\n"));
    }
}
