//! From text to blocks and documents.
//!
//! In: the text as given. Out: [`Layout`]: every non-empty line as part of a [`Block`] with its kind,
//! and the [`Document`]s they make up. Finds on raw characters; knows only `span` and `lexicon`.
//!
//! Each kind has its detector (`title`, `byline`, `date` …), which knows a line by its own characters;
//! `head` reads what stands around a title; `documents` goes through the lines once and decides, `reader`
//! holds what it knows so far; `wrap` joins the lines of hard-wrapped paragraphs, `torn` the halves of torn ones.

mod addressee;
mod announced;
mod attachment;
mod boilerplate;
mod byline;
mod caption;
mod contents;
mod courtesy;
mod date;
mod diagram;
mod doc_number;
mod documents;
mod editor;
mod endnotes;
mod first_head;
mod head;
mod issuer;
mod line;
mod links;
mod looks;
mod next;
mod notes;
mod number_line;
mod page;
pub mod provenance;
mod reader;
pub mod salutation;
mod sentence;
mod signature;
mod signs;
mod site;
mod stamp;
mod subtitle;
mod title;
mod torn;
mod wrap;

use crate::edit::Edit;
use crate::lexicon::markdown;
use crate::span::Span;
use line::Line;
use reader::{Found, Reader, Start};
pub use sentence::sentences;
pub(crate) use sentence::sentences_by;

/// What a block is; the names are those of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// 标题
    Title,
    /// 副标题
    Subtitle,
    /// 署名 under a title
    Byline,
    /// 日期
    Date,
    /// 发文字号
    DocNumber,
    /// 主送机关
    Addressee,
    /// 称谓, also in mid-speech
    Salutation,
    /// 落款: issuing body, and date at the end
    Issuer,
    /// 附件说明
    AttachmentNote,
    /// 谢谢大家。
    Courtesy,
    /// （新华社北京7月28日电）
    Provenance,
    /// 杂项: watermarks, navigation, captions …
    Boilerplate,
    /// Running text, headings included
    Paragraph,
}

/// A stretch of whole lines of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its characters without surrounding white space.
    pub span: Span,
    /// Index into [`Layout::documents`].
    pub document: usize,
}

/// One document of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Document {
    /// From its title to the start of the next document.
    pub span: Span,
    /// Its title, where it has one.
    pub title: Option<Span>,
    /// The document it is attached to.
    pub parent: Option<usize>,
}

/// Blocks in text order and the documents they belong to. Text of white space only has none of either.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// In text order, not overlapping.
    pub blocks: Vec<Block>,
    /// In text order.
    pub documents: Vec<Document>,
}

/// What the last reading found.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    lines: line::Memory,
    torn: torn::Memory,
}

/// Reads the layout of a text.
pub fn read(text: &str) -> Layout {
    reread(text, None)
}

/// The same for a text that is being edited: only lines the memory does not know are looked at.
pub(crate) fn reread(text: &str, memory: Option<(&mut Memory, &Edit)>) -> Layout {
    // What reads first texts is to be small: it remembers nothing.
    let memory = memory.filter(|_| cfg!(feature = "whole"));
    let (known, torn) = memory.map(|(m, edit)| ((&mut m.lines, edit), (&mut m.torn, edit))).unzip();
    let mut lines = line::read(text, known);
    wrap::mark(&mut lines);
    torn::mark(text, &mut lines, torn);
    number_line::mark(&mut lines);
    let found = Reader::new(text, &lines).read();
    Layout { blocks: blocks(&lines, &found), documents: documents(text, &lines, &found.starts) }
}

/// One block a line; the lines of a wrapped paragraph make one.
fn blocks(lines: &[Line], found: &Found) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut document = 0;
    let mut above: Option<&Line> = None;
    for (i, (line, &kind)) in lines.iter().zip(&found.kinds).enumerate() {
        let starts = found.starts.get(document + 1).is_some_and(|next| next.from <= i);
        document += usize::from(starts);
        match (blocks.last_mut(), above) {
            (Some(block), Some(above))
                if !starts && kind == BlockKind::Paragraph && block.kind == kind && wrap::joins(above, line) =>
            {
                block.span.end = line.span.end;
            }
            _ => blocks.push(Block { kind, span: line.span, document }),
        }
        above = Some(line);
    }
    blocks
}

/// Each document reaches to the start of the next.
fn documents(text: &str, lines: &[Line], starts: &[Start]) -> Vec<Document> {
    let Some(last) = lines.last() else { return Vec::new() };
    let begin = |start: &Start| lines.get(start.line).map_or(0, |line| line.span.start);
    let ends = starts.iter().skip(1).map(begin).chain([last.span.end]);
    let title = |start: &Start| {
        let Some((from, to)) = start.title else { return title::glued(text, lines.get(start.line)?.span) };
        let span = Span::new(lines.get(from)?.span.start, lines.get(to.checked_sub(1)?)?.span.end);
        let name = span.of(text).find(['：', ':']).filter(|_| start.named_by_note);
        let from = name.map_or(span.start, |at| span.start + at + span.of(text).get(at..).map_or(0, mark_len));
        Some(markdown::trim(text, Span::new(from, span.end)).trim(text))
    };
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| Document { span: Span::new(begin(start), end), title: title(start), parent: start.parent })
        .collect()
}

/// Bytes of the first character.
fn mark_len(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Lines such as files hold, so that arbitrary texts reach every branch.
    fn lines() -> impl Strategy<Value = String> {
        let samples = [
            "在全市大会上的讲话",
            "市长 王某",
            "（2020年1月2日）",
            "某政发〔2020〕1号",
            "各科室：",
            "同志们：",
            "附件1",
            "附：发言",
            "附件：1.名单",
            "2.总结",
            "某市财政局",
            "2020年1月2日",
            "谢谢大家！",
            "（新华社北京1月2日电）",
            "一、总体要求",
            "目录",
            "7",
            "要坚持稳中求进，",
            "落实到位。",
            "文件",
            "关于学习的通知",
            "## **二、总体要求**",
            "",
            "——在会议上",
            "【",
            "（",
            "图1 结构",
            "第一条 为了加强学习，制定本办法。",
        ];
        let line =
            prop_oneof![4 => proptest::sample::select(samples.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,12}"];
        proptest::collection::vec(line, 0..24).prop_map(|lines| lines.join("\n"))
    }

    proptest! {
        #[test]
        fn blocks_cover_all_lines_in_order_and_belong_to_documents(text in lines()) {
            let layout = read(&text);
            let mut end = 0;
            for block in &layout.blocks {
                prop_assert!(block.span.start >= end && !block.span.is_empty());
                prop_assert!(Span::new(end, block.span.start).of(&text).chars().all(line::is_blank));
                prop_assert!(block.document < layout.documents.len());
                end = block.span.end;
            }
            prop_assert!(text.get(end..).unwrap_or("").chars().all(line::is_blank));
            let mut end = 0;
            for (i, document) in layout.documents.iter().enumerate() {
                prop_assert!(document.span.start >= end);
                prop_assert!(document.title.is_none_or(|title| document.span.contains(title)));
                prop_assert!(document.parent.is_none_or(|parent| parent < i));
                end = document.span.end;
            }
            prop_assert!(layout.blocks.windows(2).all(|pair| pair[0].document <= pair[1].document));
        }
    }
}
