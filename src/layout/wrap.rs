//! Hard-wrapped text: lines of about one length, broken wherever the paper was full.
//!
//! In: the lines of a text. Out: each line told whether it fills the paper; of two neighbours, whether the
//! second goes on with the first. Only evidence joins lines: around them most lines that break off within
//! a sentence must share one width, and hardly any line may be wider. Judged piece by piece, as a file may
//! hold wrapped papers and others.

use super::line::{GoesOn, Line, after_number};
use super::signs::Signs;
use crate::lexicon::is_han;

/// Fewer lines prove nothing.
const FEWEST: usize = 4;
/// Columns by which full lines may differ: three characters, as marks hang or squeeze.
const SLACK: usize = 6;
/// Columns that the first line of a paragraph lacks when its indent is lost.
const INDENT: usize = 4;
/// Columns or characters by which lines cut to a length differ: a closing mark hangs over it.
const HANGING: usize = 2;
/// The narrowest type area, in columns.
const NARROWEST: usize = 24;
/// The widest one.
const WIDEST: usize = 160;
/// Lines judged together.
const PIECE: usize = 32;
/// Lines on either side among which a line finds others of its width, where a stretch has several: boxes among running text.
const NEAR: usize = 12;
/// Characters of the sentence that names a paragraph.
const NAME: usize = 14;
const SHORTEST_NAME: usize = 4;

/// Tells each line whether it fills the paper, and whether it is cut to a length.
pub(super) fn mark(lines: &mut [Line]) {
    let shapes = shapes(lines);
    let set = by_piece(&shapes);
    let near = have_likes(lines, &shapes);
    let indents = lines.iter().filter(|line| line.indent >= 2).count();
    let indented = indents * 20 >= lines.len() && indents * 2 <= lines.len();
    let of_line = shapes.iter().zip(&near).zip(set.iter().flat_map(|set| core::iter::repeat_n(set, PIECE)));
    for (line, ((shape, near), set)) in lines.iter_mut().zip(of_line) {
        let is_cut = |length: usize, indent: usize, cut: Option<(usize, usize)>| {
            cut.is_some_and(|(from, to)| {
                (from..=to).contains(&length) || (from..=to).contains(&(length + indent)) && !line.ends_sentence()
            })
        };
        // A program that wraps counts columns, or else characters.
        line.cut = is_cut(shape.columns, INDENT, set.columns) || is_cut(shape.length, INDENT / 2, set.length);
        let fills = set.full.is_some_and(|full| shape.columns + SLACK + INDENT > full);
        line.fills = !line.dotted && (line.cut || *near || fills);
        line.first = indented.then_some(line.indent >= 2);
    }
    let named = named(lines);
    for at in named {
        if let Some(line) = lines.get_mut(at) {
            line.first = Some(true);
        }
    }
    let inside: Vec<bool> =
        lines.windows(2).map(|pair| matches!(pair, [above, line] if is_inside(above, line))).collect();
    for (line, inside) in lines.iter_mut().skip(1).zip(inside) {
        if inside {
            line.goes_on = GoesOn::Wrapped;
        }
    }
}

/// The lines that open with a short sentence, as paragraphs do that are named by one, below a full line that happens to be the last
/// of its paragraph: where others near them do so that surely are the first of theirs.
fn named(lines: &[Line]) -> Vec<usize> {
    let pair = |at: usize| lines.get(at.checked_sub(1)?).zip(lines.get(at)).filter(|(_, line)| line.first.is_none());
    let could =
        |at: usize| pair(at).is_some_and(|(above, line)| above.fills && above.last == '。' && opens_with_name(line));
    let surely = |at: usize| pair(at).is_some_and(|(above, line)| !above.fills && opens_with_name(line));
    let near = |at: usize| (at.saturating_sub(NEAR)..=at + NEAR).any(surely);
    (1..lines.len()).filter(|&at| could(at) && near(at)).collect()
}

/// Whether a line opens with a sentence of a few characters, all of them ideographs, and goes on behind it.
fn opens_with_name(line: &Line) -> bool {
    let name = line.folded.split_once('。').filter(|(name, behind)| name.len() <= 3 * NAME && !behind.is_empty());
    name.is_some_and(|(name, _)| name.len() >= 3 * SHORTEST_NAME && name.chars().all(is_han))
}

/// Whether a line goes on with a sentence that the full line above it breaks off, and fills the paper or ends it.
fn is_inside(above: &Line, line: &Line) -> bool {
    let broken = above.fills && (is_han(above.last) || above.breaks_off());
    broken && (line.fills || line.ends_sentence()) && joins(above, line)
}

/// What of a line is compared with that of others.
struct Shape {
    /// Columns up to its end.
    columns: usize,
    /// Characters.
    length: usize,
    /// Whether it breaks off within a word or before a mark, as wrapped lines do.
    breaks: bool,
    /// Whether the next goes on with a word: of two lines broken so, and not of the cells of a table.
    broken: bool,
    /// Whether it is one of the dotted lines of a table of contents, which are set to a width of their own.
    dotted: bool,
}

fn shapes(lines: &[Line]) -> Vec<Shape> {
    let next = lines.iter().skip(1).map(Some).chain([None]);
    let shape = |(line, next): (&Line, Option<&Line>)| {
        let columns = (line.indent + line.width) as usize;
        let breaks = (is_han(line.last) || line.breaks_off()) && columns >= NARROWEST;
        Shape {
            columns,
            length: line.length,
            breaks,
            broken: breaks && next.is_some_and(|next| next.gap == 0 && next.folded.starts_with(is_han)),
            dotted: line.dotted,
        }
    };
    lines.iter().zip(next).map(shape).collect()
}

/// Of each line, whether near it others of running text break off at its width, or at that of lines without indent.
fn have_likes(lines: &[Line], shapes: &[Shape]) -> Vec<bool> {
    let running =
        |(line, shape): (&Line, &Shape)| (shape.breaks && line.signs.have(Signs::CLAUSES)).then_some(shape.columns);
    let running: Vec<Option<usize>> = lines.iter().zip(shapes).map(running).collect();
    let is_like = |own: usize, wide: usize| own.abs_diff(wide).min((own + INDENT).abs_diff(wide)) <= HANGING;
    let has = |(at, own): (usize, &Shape)| {
        let around = running.get(at.saturating_sub(NEAR)..shapes.len().min(at + NEAR + 1)).unwrap_or(&[]);
        own.breaks && around.iter().flatten().filter(|&&wide| is_like(own.columns, wide)).count() > FEWEST
    };
    shapes.iter().enumerate().map(has).collect()
}

/// How the lines of a piece are set.
struct Set {
    /// Columns of a full line.
    full: Option<usize>,
    /// Columns to which lines are cut.
    columns: Option<(usize, usize)>,
    /// Characters to which they are.
    length: Option<(usize, usize)>,
}

/// How each piece is set: judged for the lines around it, or else for the whole, where that fits there.
fn by_piece(shapes: &[Shape]) -> Vec<Set> {
    let both = |lines: &[Shape]| (Widths::of(lines, |l| l.columns), Widths::of(lines, |l| l.length));
    let (columns, length) = both(shapes);
    let whole = Set { full: columns.full(), columns: columns.cut(), length: length.cut() };
    let judge = |at: usize| {
        let to = shapes.len().min(at + PIECE);
        let (columns, length) =
            both(shapes.get(at.saturating_sub(PIECE / 2)..shapes.len().min(to + PIECE / 2)).unwrap_or(&[]));
        Set {
            full: columns.full().or(whole.full.filter(|&full| !columns.is_exceeded(full, SLACK))),
            columns: columns.cut().or(whole.columns.filter(|&(_, end)| !columns.is_exceeded(end, HANGING))),
            length: length.cut().or(whole.length.filter(|&(_, end)| !length.is_exceeded(end, HANGING))),
        }
    };
    (0..shapes.len()).step_by(PIECE).map(judge).collect()
}

/// Whether `next` goes on with the paragraph of `line`.
pub(super) fn joins(line: &Line, next: &Line) -> bool {
    if next.goes_on == GoesOn::Torn {
        return true;
    }
    if next.gap > 0 {
        return false;
    }
    // a line cut within a sentence, whatever number the rest happens to begin with
    let torn = line.cut && !line.ends_sentence();
    if let Some(rest) = after_number(&next.folded)
        && !line.breaks_off()
    {
        let figure = rest.starts_with(|c: char| c.is_ascii_digit() || c == '%');
        return torn && (figure || next.first == Some(false));
    }
    // a line that opens with a closing mark belongs to the one above, in any text
    if next.folded.starts_with(['。', ',', '、', ';', ':', '!', '?', ')', '》', '”', ']', '…']) {
        return true;
    }
    // a scrap below a long line that has no end is the end it lacks
    if line.chars >= 60 && is_han(line.last) && next.chars <= 20 && next.last == '。' {
        return true;
    }
    // cut text is broken within paragraphs at any place: a full line rarely happens to be the last of one
    line.fills && next.first.map_or(!line.ends_sentence() || line.cut && opens_nothing(next), |first| !first)
}

/// Whether a line begins no part of a text by its looks: no salutation, bracket, dash, no line of a few characters.
fn opens_nothing(next: &Line) -> bool {
    !next.folded.starts_with(['(', '—', '《', '[', '【', '各', '同']) && (next.cut || next.ends_sentence())
}

/// How wide the lines of a stretch are.
struct Widths {
    /// Of lines broken within words, by their width.
    broken: [u32; WIDEST + 1],
    /// Of all lines; the widest together.
    all: [u32; WIDEST + 1],
    /// Lines broken within words.
    open: u32,
    /// Lines.
    lines: u32,
}

impl Widths {
    fn of(lines: &[Shape], measure: impl Fn(&Shape) -> usize) -> Self {
        let mut widths = Self { broken: [0; WIDEST + 1], all: [0; WIDEST + 1], open: 0, lines: 0 };
        for (i, line) in lines.iter().enumerate().filter(|(_, line)| !line.dotted) {
            widths.lines += 1;
            let slot = measure(line).min(WIDEST);
            // of the last line of a stretch nothing is known
            let broken = u32::from(line.broken && i + 1 < lines.len());
            widths.open += broken;
            if let (Some(all), Some(count)) = (widths.all.get_mut(slot), widths.broken.get_mut(slot)) {
                *all += 1;
                *count += broken;
            }
        }
        widths
    }

    /// The width, from `least` to `most`, so little below which most broken lines end, and how many do; of equals the least.
    fn commonest(&self, least: usize, most: usize, slack: usize) -> Option<(usize, u32)> {
        let mut near: u32 = self.broken.get(least - slack..least)?.iter().sum();
        let passing = self.broken.get(least..=most)?.iter().zip(self.broken.get(least - slack..)?);
        let mut best = (least, 0);
        for (end, (reached, left)) in (least..).zip(passing) {
            near += reached;
            if near > best.1 {
                best = (end, near);
            }
            near -= left;
        }
        (best.1 >= FEWEST as u32 && best.1 * 4 >= self.lines).then_some(best)
    }

    /// The width that most broken lines share.
    fn full(&self) -> Option<usize> {
        // hardly any text is wrapped
        if self.open < FEWEST as u32 {
            return None;
        }
        let (full, alike) = self.commonest(NARROWEST, WIDEST, SLACK)?;
        (alike * 2 >= self.open && !self.is_exceeded(full, SLACK)).then_some(full)
    }

    /// The length, and the longest with a mark hanging over it, to which nearly all broken lines are cut.
    fn cut(&self) -> Option<(usize, usize)> {
        if self.open < FEWEST as u32 {
            return None;
        }
        // the end of the paper is no length: longer lines are counted together there
        let (end, alike) = self.commonest(NARROWEST / 2, WIDEST - 1, HANGING)?;
        (alike * 5 >= self.open * 4 && !self.is_exceeded(end, HANGING)).then_some((end - HANGING, end))
    }

    /// Whether more than a few lines are wider than a full line.
    fn is_exceeded(&self, full: usize, slack: usize) -> bool {
        let wider: u32 = self.all.get(full + slack + 1..).map_or(0, |wider| wider.iter().sum());
        wider * 10 > self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::read;

    fn joined(text: &str) -> Vec<String> {
        let mut lines = read(text, None);
        mark(&mut lines);
        let mut out: Vec<String> = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            match out.last_mut() {
                Some(last) if joins(&lines[i - 1], line) => last.push_str(line.span.of(text)),
                _ => out.push(line.span.of(text).to_owned()),
            }
        }
        out
    }

    #[test]
    fn full_lines_that_break_off_are_joined() {
        let text = "我们要把思想和行动统一到上级决策部署上\n来，牢牢把握工作主动权，坚持稳中求进的\n总基调，把各项任务落到实处，推动全市的\n经济社会发展迈上新台阶，让人民群众得到\n更多实惠。\n一、认清形势\n当前形势总体向好，但困难和挑战仍然不少\n，需要我们沉着应对。\n";
        assert_eq!(joined(text).len(), 3);
        assert!(joined(text)[0].ends_with("更多实惠。"));
        let mut lines = read(text, None);
        mark(&mut lines);
        let inside: Vec<bool> = lines.iter().map(Line::is_inside).collect();
        assert_eq!(inside, [false, true, true, true, true, false, false, true]);
    }

    #[test]
    fn dotted_lines_above_do_not_hide_the_wrap() {
        let contents = format!("{}3\n", "一、认清形势".to_owned() + &".".repeat(40)).repeat(8);
        let body = "老乡们一早就把晒好的谷子装上了车，赶着去\n粮站过秤，站里的人忙着验质、称重、开单子\n一直忙到太阳落山，才把最后一袋谷子送进仓\n库，大家擦着汗说今年的收成比往年都要好得\n多。\n";
        assert_eq!(joined(&(contents + body)).len(), 9);
    }

    #[test]
    fn boxes_of_another_width_do_not_hide_the_wrap() {
        let body = "老乡们一早就把晒好的谷子装上了车，赶着去\n粮站过秤，站里的人忙着验质、称重、开单子\n一直忙到太阳落山，才把最后一袋谷子送进仓\n库，大家擦着汗说今年的收成比往年都要好得\n多。\n";
        let boxed = "仓库里新添了两台烘干机，每台一天能烘三十吨湿谷，雨天收\n来的粮食当晚就能入库，再也不怕发芽霉变；另外还备了防潮\n的垫板，新修了通风的窗户，请来师傅教大家怎样看温度计算\n含水，守库的人说心里踏实得很。\n";
        assert_eq!(joined(&[body, boxed].repeat(6).concat()).len(), 12);
        // bodies listed one a line, though of one width
        let list = "县农业农村局种植业管理科\n县粮食和物资储备服务中心\n县供销合作社联合社办公室\n县农业机械化技术推广总站\n县气象局人工影响天气中心\n县水利局河道管理和防汛科\n";
        assert_eq!(joined(&[boxed, list].repeat(4).concat()).len(), 28);
    }

    #[test]
    fn a_paragraph_may_end_with_a_full_line_where_names_open_paragraphs() {
        let first = "坚持勤俭办事。村里的钱要花在修路架桥上头\n面，一笔一笔记在账上，月月贴出来让大家看\n得明白。\n坚持有事商量。谁家有难处都可以到村部里面\n来讲，大家一起出主意想办法，不让一户人掉\n队，不让一人受冻挨饿，小事不出村里就办。\n";
        let named =
            "坚持奖勤罚懒。出工多的年底多分红，出工少\n的人家少分，不出工的不分，一户一户算得明\n白，谁也没有话说。\n";
        assert_eq!(joined(&[first, named].repeat(2).concat()).len(), 6);
        // a longer sentence opens no paragraph
        let long =
            named.replace("坚持奖勤罚懒。出工多的年底多分红，出工少", "谁也不许随便拿公家的东西送人情。出工多的");
        assert_eq!(joined(&[first, &long].repeat(2).concat()).len(), 4);
    }

    #[test]
    fn heads_and_paragraphs_are_left_alone() {
        let para = "要坚持稳中求进，".repeat(12);
        let text = format!(
            "加强组织领导\n{para}落实到位。\n完善工作机制\n{para}务求实效。\n强化督促检查\n{para}一抓到底。\n营造良好氛围\n{para}久久为功。\n"
        );
        assert_eq!(joined(&text).len(), 8);
    }
}
