//! Repeated expressions of several words, counted whole.
//!
//! In: text, tokens, classes. Out: [`Phrase`]s, weightiest first: `勤学善思、精工细作`, `推动高质量转型发展`.
//!
//! An expression is a repeated n-gram of words that holds together (association) and stands freely (entropy of
//! its neighbours on both sides); `、` and paired quotation marks may stand inside. Occurrences inside a longer listed
//! expression are the longer one's (statistical substring reduction, Lü, Zhang & Hu 2004), so that the parts do not drown the whole;
//! an expression whose occurrences are mostly those of one longer expression is not listed at all.

mod grams;
mod measure;
mod sequence;
mod sides;

pub use measure::npmi;
pub(super) use sequence::Traits;

use super::{Class, Classes, Nature};
use crate::segment::{TokenKind, Tokens};
use crate::span::Span;
use grams::Grams;
use sequence::Sequence;
use sides::Sides;

/// An expression of several words.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The expression, without stray spaces.
    pub text: String,
    /// Words in it.
    pub words: u32,
    /// Occurrences outside longer listed expressions.
    pub count: u32,
    /// All occurrences.
    pub total: u32,
    /// The least normalized pointwise mutual information of a two-way split.
    pub association: f64,
    /// The smaller of left and right neighbour entropy, in bits.
    pub freedom: f64,
    /// Whether it is a formula of the genre.
    pub class: Class,
    /// Occurrences outside longer listed expressions.
    pub spans: Vec<Span>,
}

/// A repeated n-gram that may be an expression.
#[derive(Clone, Debug)]
struct Candidate {
    length: usize,
    places: Vec<u32>,
    association: f64,
    freedom: f64,
}

/// Association below which words merely meet: the fewer occurrences show it, the more is asked.
fn least_association(count: usize) -> f64 {
    0.3 + 0.4 / count.max(1) as f64
}

/// Association from which words are a unit even where they are never seen to end (`技术能手` before a name).
const FIRM: f64 = 0.7;
/// Freedom below which an n-gram is a piece of a longer one.
const LEAST_FREEDOM: f64 = 0.8;

/// Finds the expressions of a text, at most `most`; `natures` tell what each word type is.
pub fn find(tokens: &Tokens, natures: &[Nature], classes: &Classes, most: usize) -> Vec<Phrase> {
    let sequence = Sequence::of(tokens, natures);
    let least = least_count(sequence.words);
    let grams = Grams::of(&sequence, least);
    let mut candidates: Vec<Candidate> = grams.lengths().rev().flat_map(|n| of_length(n, &grams, &sequence)).collect();
    candidates.sort_by_cached_key(|c| (usize::MAX - c.length, c.places.first().map_or(0, |&at| at as usize + 1)));
    let mut phrases = reduce(&candidates, &sequence, tokens, classes, least);
    phrases.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    phrases.truncate(most);
    phrases
}

/// Twice in a short text; in longer ones often enough that chance meetings stay out: the square root of the length grows
/// about as the number of occurrences of a middling word does.
fn least_count(words: u32) -> u32 {
    words.isqrt().div_ceil(40).max(2)
}

/// C-value (Frantzi, Ananiadou & Mima 2000) with the occurrences left after reduction, scaled by the square of association.
fn weight(phrase: &Phrase) -> f64 {
    libm::log2(f64::from(phrase.words.min(6) + 1)) * f64::from(phrase.count) * phrase.association.powi(2)
}

/// Candidates of one length.
fn of_length(length: usize, grams: &Grams, sequence: &Sequence) -> Vec<Candidate> {
    let Some(level) = grams.level(length) else { return Vec::new() };
    let by_name = level.by_name();
    let candidates = by_name.iter().filter_map(|places| {
        let first = *places.first()? as usize;
        let symbols = sequence.symbols.get(first..first + length)?;
        if !sequence.is_well_formed(symbols) {
            return None;
        }
        let association = association(first, length, places.len() as u32, grams, sequence.words);
        if association < least_association(places.len()) {
            return None;
        }
        let sides = Sides::of(places, length, sequence);
        let left = measure::neighbour_entropy(places.iter().map(|&p| sides.before(p)));
        let right = measure::neighbour_entropy(places.iter().map(|&p| sides.behind(p)));
        let freedom = left.min(right);
        let (begins, ends) = sides.bounded();
        // A row of words parted by 、 is easily torn out of a longer row, so that more is asked of it.
        let is_row = symbols.iter().any(|&s| sequence.is_enumeration_mark(s));
        let torn = begins.min(ends) < places.len().div_ceil(6) && association < FIRM;
        if torn || is_row && 2 * begins.min(ends) < places.len() || !sides.is_whole() {
            return None;
        }
        (freedom >= LEAST_FREEDOM).then(|| Candidate { length, places: places.to_vec(), association, freedom })
    });
    candidates.collect()
}

/// The least NPMI over the places an n-gram can be split in two.
fn association(first: usize, length: usize, count: u32, grams: &Grams, words: u32) -> f64 {
    let part = |at: usize, n: usize| grams.level(n).map_or(0, |level| level.count_at(at));
    let splits = (1..length).map(|n| npmi(count, part(first, n), part(first + n, length - n), words));
    splits.fold(1.0, f64::min)
}

/// Gives each occurrence to the longest candidate it lies in, and keeps the candidates left with enough.
fn reduce(
    candidates: &[Candidate],
    sequence: &Sequence,
    tokens: &Tokens,
    classes: &Classes,
    least: u32,
) -> Vec<Phrase> {
    // For each place, where the longest expression that starts at or before it and is listed ends.
    let mut reach = vec![0_u32; sequence.symbols.len()];
    let mut phrases = Vec::new();
    for candidate in candidates {
        let end = |place: u32| place + candidate.length as u32;
        let is_free = |place: &&u32| reach.get(**place as usize).is_some_and(|&to| to < end(**place));
        let free: Vec<u32> = candidate.places.iter().filter(is_free).copied().collect();
        if (free.len() as u32) < least || !Sides::of(&free, candidate.length, sequence).is_whole() {
            continue;
        }
        for &place in &free {
            for slot in reach.iter_mut().skip(place as usize).take(candidate.length) {
                *slot = (*slot).max(end(place));
            }
        }
        phrases.push(phrase(candidate, &free, sequence, tokens, classes));
    }
    phrases
}

fn phrase(candidate: &Candidate, free: &[u32], sequence: &Sequence, tokens: &Tokens, classes: &Classes) -> Phrase {
    let first = candidate.places.first().copied().unwrap_or(0) as usize;
    let symbols = sequence.symbols.get(first..first + candidate.length).unwrap_or(&[]);
    let types = || symbols.iter().filter_map(|&s| tokens.types.get(s as usize));
    let text: String = types().map(|t| t.text.as_str()).collect();
    let token = |at: u32| tokens.items.get(sequence.tokens.get(at as usize).copied()? as usize);
    let span = |&place: &u32| {
        let (from, to) = (token(place)?, token(place + candidate.length as u32 - 1)?);
        Some(Span::new(from.span.start, to.span.end))
    };
    Phrase {
        words: types().filter(|t| t.kind == TokenKind::Word).count() as u32,
        count: free.len() as u32,
        total: candidate.places.len() as u32,
        association: candidate.association,
        freedom: candidate.freedom,
        class: if classes.is_filler(&text) { Class::Filler } else { Class::Content },
        spans: free.iter().filter_map(span).collect(),
        text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;
    use crate::segment::Segmenter;

    const WORDS: &str = "担当作为 90 l\n担当 300 v\n尽责 90 v\n基层 90 n\n服务 900 vn\n转型 90 vn\n推动 900 v\n高质量 90 n\n发展 900 vn\n加快 300 v\n实现 300 v\n要 900 v\n\
        的 9000 uj\n坚持 300 v\n围绕 300 v\n主题 300 n\n开展 300 v\n召开 300 v\n座谈会 90 n\n市 300 n\n全面 300 a\n成功 90 a\n为首 90 v\n领域 300 n\n重点 300 n\n";

    fn phrases(text: &str) -> Vec<(String, u32, u32)> {
        let tokens = Segmenter::from_dictionary(WORDS.as_bytes()).unwrap().tokens(text, &layout::read(text));
        let classes = Classes::default();
        let natures = super::super::nature::natures(&tokens, &classes);
        let found = find(&tokens, &natures, &classes, 50);
        for phrase in &found {
            assert_eq!(phrase.spans.len() as u32, phrase.count);
        }
        found.into_iter().map(|p| (p.text, p.count, p.total)).collect()
    }

    fn count(text: &str, phrase: &str) -> Option<(u32, u32)> {
        phrases(text).into_iter().find(|p| p.0 == phrase).map(|p| (p.1, p.2))
    }

    #[test]
    fn like_phrases_are_told_apart_and_wholes_before_parts() {
        let text = "我们要推动高质量转型发展。实现高质量发展，服务全市。坚持高质量发展的主题。全面推动高质量转型发展，开展座谈。\
            围绕高质量发展召开。主题是推动高质量转型发展的要求。";
        assert_eq!(count(text, "推动高质量转型发展"), Some((3, 3)));
        assert_eq!(count(text, "高质量发展"), Some((3, 3)));
        assert_eq!(count(text, "高质量转型发展"), None, "all inside the longer one");
    }

    #[test]
    fn an_expression_may_hold_enumeration_and_quotation_marks() {
        let text = "围绕“担当尽责、服务基层”主题，开展座谈。要担当尽责、服务基层。坚持担当尽责、服务基层的要求。";
        assert_eq!(count(text, "担当尽责、服务基层"), Some((3, 3)));
    }

    #[test]
    fn nothing_starts_behind_a_redaction_or_reaches_over_a_mark() {
        for text in ["**市召开座谈会。**市召开座谈会，**市召开座谈会。", "推动，发展。推动，发展。推动。发展。"]
        {
            assert!(phrases(text).iter().all(|p| !p.0.starts_with('市') && p.0 != "推动发展"), "{text}");
        }
    }

    #[test]
    fn long_repetition_is_linear_and_odd_text_is_fine() {
        phrases(&"推动发展".repeat(50_000));
        phrases(&"推动发展\n".repeat(50_000));
        assert!(phrases("").is_empty());
    }

    #[test]
    fn pieces_of_longer_expressions_are_not_listed() {
        for (text, piece) in [
            // an object that always goes on
            ("推动服务转型，加快服务座谈会。推动服务主题，召开服务转型。要推动服务座谈会。", "推动服务"),
            // a row that always goes on
            ("发展、服务、转型。围绕发展、服务、主题。坚持发展、服务、座谈会。", "发展、服务"),
            // before what is listed with 等, across 了
            ("转型等主题座谈会。坚持转型等主题。实现转型等主题。", "转型等主题"),
            ("召开了座谈会，市召开了座谈会。坚持召开了座谈会。", "召开了座谈会"),
            // 为 without its 以
            ("以转型为主题开展。市以转型为主题召开。坚持以转型为主题。", "转型为主题"),
            // an object that goes on with 和, or with what is done
            ("坚持服务主题和转型。市坚持服务主题和座谈会，要坚持服务主题开展转型。", "坚持服务主题"),
            // a verb without its object, whatever opens that
            ("成功召开了座谈会。要成功召开2026座谈会，加快实现。成功召开以服务为主题的座谈会。", "成功召开"),
            // a row that goes on with 和 and 等
            ("转型、服务和座谈会。围绕转型、服务等主题。坚持转型、服务等。", "转型、服务"),
            // nouns that say nothing without what stands before them
            ("各领域服务，推动领域服务。要领域服务。", "领域服务"),
            // letters that number figures
            ("A主题服务。A主题转型，见A主题。", "A主题"),
            // 为首 without its 以
            ("以转型为首的座谈会。要以转型为首的座谈会，坚持以转型为首的座谈会。", "转型为首的座谈会"),
            // before what is in quotation marks
            ("坚持主题“服务”。市坚持主题“转型”。要坚持主题“发展”。", "坚持主题"),
        ] {
            assert_eq!(count(text, piece), None, "{text}");
        }
        for (text, whole) in [
            ("推动服务转型。要推动服务转型，加快实现。推动服务转型的座谈会。", "推动服务转型"),
            ("坚持“转型”主题。要坚持“转型”主题，围绕“转型”主题开展。实现“转型”主题。", "“转型”主题"),
            ("推动各领域服务，重点领域转型。要重点领域、转型。坚持重点领域。", "重点领域"),
        ] {
            assert_eq!(
                count(text, whole).map(|(_, total)| total),
                Some(3.max(text.matches(whole).count() as u32)),
                "{text}"
            );
        }
    }

    #[test]
    fn single_characters_stand_at_the_ends_of_names() {
        let text = "市座谈会召开。加快市座谈会。坚持市座谈会、转型。";
        assert_eq!(count(text, "市座谈会"), Some((3, 3)));
        assert!(phrases("市、市。市、市。市、市。").is_empty(), "nothing but such characters");
    }
}
