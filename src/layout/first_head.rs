//! The head of the first document of a file, with what stands above it: the junk of a site, a red head.
//!
//! In: the reader at its first line. Out: the kinds of the lines above, and the [`Head`].

use super::head::{at, is_body, untitled};
use super::line::Line;
use super::reader::{Head, Proof, Reader};
use super::{BlockKind, byline, doc_number, issuer, site, title};

/// The most lines of a file that may stand above its first title.
const ABOVE: usize = 80;

/// The first head of a file: lines above it with their kinds, and the head itself.
pub(super) fn first(reader: &Reader<'_>) -> (Vec<(usize, BlockKind)>, Head) {
    let mut above = Vec::new();
    let mut junk = false;
    for (i, line) in reader.lines.iter().enumerate().take(ABOVE) {
        match reader.fixed(i) {
            Some(kind @ (BlockKind::Boilerplate | BlockKind::Provenance)) => {
                junk |= kind == BlockKind::Boilerplate;
                above.push((i, kind));
                continue;
            }
            Some(_) => return (above, untitled(reader, i)),
            None => {}
        }
        if let Some(kind) = of_red_head(reader, i, line) {
            above.push((i, kind));
            continue;
        }
        if !title::looks(line) && !breaks(reader, i, line) || is_signed(reader, i, line) {
            return (above, untitled(reader, i));
        }
        let head = site::below_headline(reader, at(reader, i));
        if junk
            && (!leads(reader, &head) || titled_below_junk(reader, &head))
            && !reader.contents.lists(&line.folded)
            && i + 1 < reader.lines.len()
        {
            above.push((i, BlockKind::Boilerplate));
            continue;
        }
        if reader.lines.len() == 1 {
            break;
        }
        return (above, head);
    }
    let at = above.iter().map(|&(i, _)| i).find(|&i| reader.fixed(i).is_none()).unwrap_or(0);
    (if at == 0 { Vec::new() } else { above }, untitled(reader, at))
}

/// Whether a body or the rest of a head follows, as it does below a title and not below one more line of junk.
fn leads(reader: &Reader<'_>, head: &Head) -> bool {
    head.proof != Proof::None || is_body(reader, head.end)
}

/// Whether a title of two lines begins, broken behind a comma: `抓好春耕备耕，` / `夺取全年丰收`.
fn breaks(reader: &Reader<'_>, at: usize, line: &Line) -> bool {
    let short = |line: &Line| line.chars <= 20 && !line.fills;
    let next = reader.lines.get(at + 1).filter(|next| short(next) && title::looks(next));
    let body = reader.lines.get(at + 2).is_some_and(|body| body.chars >= 30);
    line.last == ',' && short(line) && next.is_some() && body && !line.is_inside()
}

/// Whether a text without title opens with who wrote it: `王某 某市检察院检察长`, and below it the text.
fn is_signed(reader: &Reader<'_>, at: usize, line: &Line) -> bool {
    let words = || line.span.of(reader.text).split_whitespace().count() == 2;
    let body = reader.lines.get(at + 1).is_some_and(|body| body.chars >= 30);
    body && words() && byline::read(reader.text, line) == Some(byline::Sure::Surely)
}

/// Whether more junk and then a line with the looks of a title follow: the first was junk as well.
fn titled_below_junk(reader: &Reader<'_>, head: &Head) -> bool {
    let junk = head.kinds.iter().rev().find(|(_, kind)| *kind == BlockKind::Boilerplate);
    let below = junk.and_then(|&(i, _)| reader.lines.get(i + 1));
    // the same title once more stands below the record of a site
    let once_more = |line: &Line| reader.lines.get(head.line).is_some_and(|title| title.folded == line.folded);
    below.is_some_and(|line| title::looks(line) && !once_more(line))
}

/// What stands above the title of a paper: its number, the bodies that issue it, `文件`, an attachment's mark.
fn of_red_head(reader: &Reader<'_>, at: usize, line: &Line) -> Option<BlockKind> {
    let folded = line.within(60)?;
    if doc_number::is(folded) {
        return Some(BlockKind::DocNumber);
    }
    let more = reader.lines.get(at + 1..)?;
    if super::attachment::read(folded).is_some_and(|note| note.name.is_none()) && !more.is_empty() {
        return Some(BlockKind::AttachmentNote);
    }
    let titled = more.iter().take(12).any(|below| title::looks(below) && title::has_genre(&below.folded));
    let next = more.first()?;
    // a body right above 关于 belongs to the title, one set apart from it is a letterhead
    let about = next.gap <= 1 && next.within(70).is_some_and(|next| next.starts_with("关于"));
    let header = folded.ends_with("文件") && !folded.contains('的');
    (titled && (header || issuer::is_body(line) && !about)).then_some(BlockKind::Issuer)
}
