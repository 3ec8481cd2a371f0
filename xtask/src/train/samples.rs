//! What the parts learn from: words with unit starts, spans with their divisions, nodes with their labels.

use crate::gcdt::{Document, GoldNode};
use gangmu::layout::{Block, BlockKind, Layout};
use gangmu::lexicon::connectives::function;
use gangmu::rhetoric::rst::edu::unit::{Unit, units_of_block};
use gangmu::rhetoric::rst::edu::word::{Word, words};
use gangmu::rhetoric::rst::model::hash::hash;
use gangmu::rhetoric::rst::relation::features::Node;
use gangmu::rhetoric::rst::relation::{Form, LABELS};
use gangmu::segment::Segmenter;
use gangmu::span::Span;
use std::collections::HashMap;

/// A document ready to learn from.
pub(crate) struct Prepared {
    /// Words of each block, and whether a gold unit starts at each.
    pub(crate) blocks: Vec<(Vec<Word>, Vec<bool>)>,
    /// Gold units.
    pub(crate) units: Vec<Unit>,
}

/// Random numbers that are the same everywhere (xorshift, Marsaglia 2003).
pub(crate) struct Random(u64);

impl Random {
    /// From a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// Below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % bound.max(1) as u64) as usize
    }
}

/// Spans of three units and more with the boundary they divide at: those of the tree, and `extra` random
/// ones for each unit, which divide at the boundary that stands highest in the tree.
pub(crate) fn spans(tree: &[GoldNode], units: usize, extra: usize, random: &mut Random) -> Vec<(usize, usize, usize)> {
    let mut out: Vec<_> = tree.iter().filter(|n| n.j - n.i >= 2).map(|n| (n.i, n.j, n.k)).collect();
    let mut size = vec![0; units];
    for node in tree {
        size[node.k] = node.j - node.i;
    }
    for _ in 0..extra * units {
        // About exponential with a mean of eight units.
        let mut length = 3;
        while length < units && random.below(8) > 0 {
            length += 1;
        }
        if units < length || units < 3 {
            continue;
        }
        let i = random.below(units - length + 1);
        let j = i + length - 1;
        let k = (i..j).rev().max_by_key(|&k| size[k]).unwrap_or(i);
        out.push((i, j, k));
    }
    out
}

/// The gold tree over other units: every boundary that the gold has too divides where the gold's does, above those it
/// has not, which have no relation.
pub(crate) fn project(document: &Document, units: &[Unit]) -> Vec<GoldNode> {
    let by_end: HashMap<usize, &GoldNode> = document.tree.iter().map(|n| (document.edus[n.k + 1].start, n)).collect();
    let gold: Vec<Option<&GoldNode>> = units.iter().skip(1).map(|u| by_end.get(&u.span.start).copied()).collect();
    let mut out = Vec::new();
    let mut open = vec![(0, units.len().saturating_sub(1))];
    while let Some((i, j)) = open.pop() {
        if i >= j {
            continue;
        }
        let size = |k: &usize| gold[*k].map_or(0, |n| n.j - n.i);
        let k = (i..j).rev().max_by_key(size).unwrap_or(i);
        let (form, relation) = gold[k].map_or((Form::NN, ""), |n| (n.form, n.relation));
        out.push(GoldNode { i, k, j, form, relation });
        open.push((k + 1, j));
        open.push((i, k));
    }
    out
}

/// Nodes of a gold tree, from the bottom up, with their labels; those with a label too rare are left out.
pub(crate) fn nodes(tree: &[GoldNode]) -> Vec<(Node, u8)> {
    let mut done: HashMap<(usize, usize), (usize, u8)> = HashMap::new();
    let mut out = Vec::new();
    for gold in tree.iter().rev() {
        let part = |from: usize, to: usize| done.get(&(from, to)).copied().unwrap_or((from, 0));
        let (left, right) = (part(gold.i, gold.k), part(gold.k + 1, gold.j));
        let label = LABELS.iter().position(|l| l.relation == gold.relation && l.form == gold.form);
        let node = Node { i: gold.i, k: gold.k, j: gold.j, heads: [left.0, right.0], below: [left.1, right.1] };
        let head = if gold.form == Form::SN { right.0 } else { left.0 };
        done.insert((gold.i, gold.j), (head, label.map_or(0, |l| l as u8 + 1)));
        out.extend(label.map(|l| (node, l as u8)));
    }
    out
}

/// Which words of a block are the first at or after the start of a gold unit. A unit that starts inside a word
/// is learned as starting at that word.
pub(crate) fn truth(document: &Document, words: &[Word]) -> Vec<bool> {
    words
        .iter()
        .map(|w| {
            document
                .edus
                .binary_search_by(|e| {
                    if e.start < w.span.start {
                        std::cmp::Ordering::Less
                    } else if e.start >= w.span.end {
                        std::cmp::Ordering::Greater
                    } else {
                        std::cmp::Ordering::Equal
                    }
                })
                .is_ok()
        })
        .collect()
}

/// Cuts words in two where a gold unit starts inside one.
pub(crate) fn recut(document: &Document, words: &[Word]) -> Vec<Word> {
    let mut out = Vec::with_capacity(words.len());
    for &word in words {
        let mut rest = word;
        for edu in document.edus.iter().filter(|e| word.span.start < e.start && e.start < word.span.end) {
            let (left, right) = (Span::new(rest.span.start, edu.start), Span::new(edu.start, word.span.end));
            out.push(part(document, rest, left));
            rest = part(document, rest, right);
        }
        out.push(rest);
    }
    out
}

fn part(document: &Document, word: Word, span: Span) -> Word {
    let written = span.of(&document.text);
    let first = written.chars().next().unwrap_or(word.first);
    let last = written.chars().next_back().unwrap_or(word.last);
    Word { span, text: hash(written.as_bytes()), first, last, function: function(written), ..word }
}

/// Which words of a block open a unit of the gold, exactly.
pub(crate) fn gold_starts(document: &Document, words: &[Word]) -> Vec<usize> {
    let opens = |w: &Word| document.edus.binary_search_by_key(&w.span.start, |e| e.start).is_ok();
    words.iter().enumerate().filter(|(_, w)| opens(w)).map(|(i, _)| i).collect()
}

/// Every line of a treebank text is a paragraph; nothing else about its layout is known.
pub(crate) fn blocks_of(segmenter: &Segmenter, text: &str) -> Vec<Vec<Word>> {
    let mut layout = Layout::default();
    let mut at = 0;
    for line in text.split('\n') {
        let span = Span::new(at, at + line.len());
        layout.blocks.push(Block { kind: BlockKind::Paragraph, span, document: 0 });
        at += line.len() + 1;
    }
    let all = words(&segmenter.tokens(text, &layout));
    layout.blocks.iter().map(|b| all.iter().filter(|w| b.span.contains(w.span)).copied().collect()).collect()
}

/// A document ready to learn from: its blocks of words, cut into gold units.
pub(crate) fn prepare(document: &Document, blocks: Vec<Vec<Word>>) -> Prepared {
    let mut units = Vec::new();
    for words in &blocks {
        let words = recut(document, words);
        units.extend(units_of_block(&document.text, &words, &gold_starts(document, &words)));
    }
    let blocks = blocks
        .into_iter()
        .map(|words| {
            let truth = truth(document, &words);
            (words, truth)
        })
        .collect();
    Prepared { blocks, units }
}
