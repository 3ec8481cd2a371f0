//! From text to blocks and documents.
//!
//! In: the text as given. Out: [`Layout`]: every non-empty line as part of a [`Block`] with its kind,
//! and the [`Document`]s they make up. Finds on raw characters; knows only `span` and `lexicon`.

mod sentence;

use crate::span::Span;
pub use sentence::sentences;

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

/// Reads the layout of a text.
pub fn read(text: &str) -> Layout {
    let mut layout = Layout::default();
    let mut at = 0;
    for line in text.split('\n') {
        let span = Span::new(at, at + line.len()).trim(text);
        if !span.is_empty() {
            layout.blocks.push(Block { kind: BlockKind::Paragraph, span, document: 0 });
        }
        at += line.len() + 1;
    }
    if let (Some(first), Some(last)) = (layout.blocks.first(), layout.blocks.last()) {
        layout.documents.push(Document { span: Span::new(first.span.start, last.span.end), title: None, parent: None });
    }
    layout
}
