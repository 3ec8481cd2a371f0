//! From what the rooms found to the report.
//!
//! In: an [`Analysis`]. Out: a [`Report`]; bytes become UTF-16 code units here and nowhere else.

use super::{
    AnnouncementView, Bilingual, BlockView, DeviceView, DocumentView, FindingView, KeynessView, MembersView, MoveView,
    NodeView, ParallelismView, PhraseView, Report, RstNodeView, RstView, SCHEMA, SetPhraseView, TermView, TextFigures,
    Units,
};
use crate::Analysis;
use crate::layout::{BlockKind, Layout};
use crate::lexicon::Signs;
use crate::outline::Outline;
use crate::rhetoric::{Rhetoric, Rst};
use crate::span::{Span, Utf16Map};

/// Turns what was found into the report.
pub(crate) fn view(analysis: &Analysis) -> Report {
    let edge = Edge { text: &analysis.text, map: analysis.map() };
    let Analysis { layout, outline, rhetoric, .. } = analysis;
    Report {
        schema: SCHEMA,
        text: figures(analysis, edge.map.len()),
        documents: edge.documents(layout),
        blocks: edge.blocks(layout),
        outline: edge.nodes(outline, rhetoric),
        terms: terms(analysis),
        phrases: edge.phrases(&analysis.terms),
        set_phrases: edge.set_phrases(rhetoric),
        announcements: edge.announcements(outline),
        parallelisms: edge.parallelisms(rhetoric),
        devices: edge.devices(rhetoric),
        moves: edge.moves(rhetoric),
        rst: rhetoric.rst.as_ref().map(|rst| edge.rst(rst)),
        findings: edge.findings(outline),
    }
}

/// The text and its map: what it takes to leave byte offsets behind.
struct Edge<'t> {
    text: &'t str,
    map: Utf16Map<'t>,
}

fn index(i: usize) -> u32 {
    i as u32
}

impl Edge<'_> {
    fn units(&self, span: Span) -> Units {
        self.map.span(span)
    }

    fn all(&self, spans: &[Span]) -> Vec<Units> {
        spans.iter().map(|&s| self.units(s)).collect()
    }

    fn documents(&self, layout: &Layout) -> Vec<DocumentView> {
        let view = |d: &crate::layout::Document| DocumentView {
            span: self.units(d.span),
            title: d.title.map(|t| self.units(t)),
            parent: d.parent.map(index),
        };
        layout.documents.iter().map(view).collect()
    }

    fn blocks(&self, layout: &Layout) -> Vec<BlockView> {
        let view = |b: &crate::layout::Block| BlockView {
            kind: b.kind.into(),
            span: self.units(b.span),
            document: index(b.document),
        };
        layout.blocks.iter().map(view).collect()
    }

    fn nodes(&self, outline: &Outline, rhetoric: &Rhetoric) -> Vec<NodeView> {
        let view = |(i, n): (usize, &crate::outline::Node)| {
            let heading = n.heading_in_line(self.text);
            NodeView {
                parent: n.parent.map(index),
                document: index(n.document),
                depth: n.depth,
                scheme: n.scheme.into(),
                marker: n.marker.map(|m| m.of(self.text).to_owned()).unwrap_or_default(),
                ordinal: n.ordinal,
                heading: self.units(heading),
                whole_heading: (heading != n.heading).then(|| self.units(n.heading)),
                span: self.units(n.span),
                evidence: n.evidence.into(),
                r#move: rhetoric.moves.nodes.get(i).copied().flatten().map(Into::into),
            }
        };
        outline.nodes.iter().enumerate().map(view).collect()
    }

    fn announcements(&self, outline: &Outline) -> Vec<AnnouncementView> {
        let view = |a: &crate::outline::Announcement| AnnouncementView {
            span: self.units(a.span),
            promised: a.promised,
            found: a.found,
            verdict: a.verdict.into(),
            node: a.node.map(index),
        };
        outline.announcements.iter().map(view).collect()
    }

    fn findings(&self, outline: &Outline) -> Vec<FindingView> {
        let view = |f: &crate::outline::Finding| FindingView {
            code: f.code,
            severity: f.severity.into(),
            span: self.units(f.span),
            message: Bilingual { zh: f.zh.clone(), en: f.en.clone() },
            rule: f.rule,
            rule_en: f.rule_en,
        };
        outline.findings.iter().map(view).collect()
    }

    fn phrases(&self, terms: &crate::terms::Terms) -> Vec<PhraseView> {
        let view = |p: &crate::terms::Phrase| PhraseView {
            text: p.text.clone(),
            words: p.words,
            count: p.count,
            total: p.total,
            association: p.association,
            freedom: p.freedom,
            class: p.class.into(),
            spans: self.all(&p.spans),
        };
        terms.phrases.iter().map(view).collect()
    }

    fn set_phrases(&self, rhetoric: &Rhetoric) -> Vec<SetPhraseView> {
        let view = |p: &crate::rhetoric::SetPhrase| SetPhraseView {
            text: p.text.clone(),
            count: index(p.spans.len()),
            spans: self.all(&p.spans),
            members: p.members.as_ref().map(|m| MembersView { names: m.names.clone(), source: m.source.into() }),
        };
        rhetoric.set_phrases.iter().map(view).collect()
    }

    fn parallelisms(&self, rhetoric: &Rhetoric) -> Vec<ParallelismView> {
        let view = |p: &crate::rhetoric::Parallelism| ParallelismView {
            kind: p.kind.into(),
            frame: p.frame.clone(),
            members: self.all(&p.members),
            figure: p.figure.into(),
            level: p.level.into(),
            slots: p.slots.iter().map(|s| self.all(s)).collect(),
        };
        rhetoric.parallelisms.iter().map(view).collect()
    }

    fn devices(&self, rhetoric: &Rhetoric) -> Vec<DeviceView> {
        let view = |d: &crate::rhetoric::Device| DeviceView {
            kind: d.kind.into(),
            span: self.units(d.span),
            parts: self.all(&d.parts),
            cue: d.cue.map(|c| self.units(c)),
        };
        rhetoric.devices.iter().map(view).collect()
    }

    fn moves(&self, rhetoric: &Rhetoric) -> Vec<MoveView> {
        let view = |m: &crate::rhetoric::SentenceMove| MoveView {
            span: self.units(m.span),
            r#move: m.kind.into(),
            basis: m.basis.into(),
            cue: m.cue.map(|c| self.units(c)),
        };
        rhetoric.moves.sentences.iter().map(view).collect()
    }

    fn rst(&self, rst: &Rst) -> RstView {
        let view = |n: &crate::rhetoric::RstNode| RstNodeView {
            parent: n.parent.map(index),
            nuclearity: n.nuclearity.into(),
            relation: n.relation,
            span: self.units(n.span),
            evidence: n.evidence.into(),
            signal: n.signal.map(|s| self.units(s)),
        };
        RstView { edus: self.all(&rst.edus), nodes: rst.nodes.iter().map(view).collect() }
    }
}

impl From<crate::terms::Keyness> for KeynessView {
    fn from(keyness: crate::terms::Keyness) -> Self {
        Self { g2: keyness.g2, p: keyness.p, log_ratio: keyness.log_ratio }
    }
}

fn terms(analysis: &Analysis) -> Vec<TermView> {
    let words = f64::from(analysis.terms.words.max(1));
    let divided = analysis.terms.sections.starts.len() > 1;
    let reference = analysis.reference.as_deref();
    let view = |term: &crate::terms::Term| {
        let word = analysis.tokens.types.get(term.word as usize)?;
        Some(TermView {
            text: word.text.clone(),
            tag: word.tag.as_ref().into(),
            count: term.count,
            per_ten_thousand: f64::from(term.count) * 10_000.0 / words,
            range: term.dispersion.range,
            dispersion: Some(term.dispersion.dp).filter(|_| divided),
            dispersion_norm: Some(term.dispersion.dp_norm).filter(|_| divided),
            keyness: reference.map(|r| r.keyness(&word.text, term.count, analysis.terms.words).into()),
            tf_idf: reference.map(|r| r.tf_idf(&word.text, term.count, analysis.terms.words)),
            class: term.class.into(),
        })
    };
    analysis.terms.terms.iter().take(analysis.terms.listed).filter_map(view).collect()
}

fn figures(analysis: &Analysis, utf16_length: u32) -> TextFigures {
    let text = &analysis.text;
    let paragraphs = analysis.layout.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph);
    let Signs { han, others } = *analysis.signs.get_or_init(|| Signs::of(text));
    TextFigures {
        utf16_length,
        chars: index(han + others),
        han_chars: index(han),
        sentences: index(analysis.rhetoric.sentences),
        paragraphs: index(paragraphs.count()),
        tokens: analysis.terms.words,
        types: index(analysis.terms.terms.len()),
        variety: analysis.terms.variety,
    }
}
