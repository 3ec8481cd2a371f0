//! Cases of moves.

use super::*;
use crate::segment::Tokens;
use crate::{layout, outline};

fn moves(text: &str) -> (Vec<(String, Move)>, Vec<Option<Move>>) {
    let layout = layout::read(text);
    let outline = outline::find(text, &layout);
    let tokens = Tokens::default();
    let sentences = crate::rhetoric::alone::read(text, &layout, None).sentences;
    let prose = Prose::new(text, &layout, &outline, &tokens, &sentences);
    let stops = Stops::of(text, Span::new(0, text.len()), &WATCH);
    let own: Vec<Own> = prose.sentences.iter().map(|s| own(&prose, s, &stops)).collect();
    let found = find(&prose, &own);
    (found.sentences.iter().map(|s| (s.span.of(text).to_owned(), s.kind)).collect(), found.nodes)
}

#[test]
fn sentences_by_their_own_words() {
    for (sentence, expected) in [
        ("首先，我代表县委向各位来宾表示热烈欢迎。", Move::Greet),
        ("现就做好春季防火工作有关事项通知如下。", Move::SetScene),
        ("去年，全县修通了六条乡道，粮食产量同比增长4%。", Move::ReportAchievement),
        ("但是，一些干部作风不实、能力不强的问题仍然存在。", Move::NameProblem),
        ("到年底，力争建成三个示范片，收入增长6%左右。", Move::SetGoal),
        ("各乡镇必须压实责任，不得推诿拖延。", Move::Demand),
        ("要把账算清，把路选准。", Move::Demand),
        ("完善灌溉设施，推广良种良法，培育新型农户。", Move::ListMeasure),
        ("粮食安全事关大局，只有把地种好，才能把碗端稳。", Move::ArgueWhy),
        ("让我们携手并肩，奋勇前进！", Move::CallToAction),
        ("本办法自印发之日起施行，由县农业局负责解释。", Move::Close),
    ] {
        let text = format!("一、乡村的事\n{sentence}\n二、其他\n以后再说。\n");
        let (found, _) = moves(&text);
        assert!(found.iter().any(|(s, m)| s == sentence && *m == expected), "{sentence}: {found:?}");
    }
}

#[test]
fn words_that_only_hold_the_character_are_no_modals_and_no_aspect() {
    for sentence in ["这件事很重要。", "主要靠大家。", "为了乡亲。"] {
        let text = format!("一、乡村的事\n{sentence}\n二、其他\n以后再说。\n");
        let (found, _) = moves(&text);
        let (_, kind) = found.iter().find(|(s, _)| s == sentence).expect("the sentence");
        assert!(!matches!(kind, Move::Demand | Move::ReportAchievement), "{sentence}: {kind:?}");
    }
}

#[test]
fn headings_speak_for_what_is_below_them_and_nodes_for_the_most() {
    let text = "同志们：\n一、存在的主要问题\n路面窄。桥梁旧。\n二、下一步要求\n要修路。要建桥。村口的树留着。\n";
    let (found, nodes) = moves(text);
    assert_eq!(found.first().map(|f| f.1), Some(Move::Greet));
    assert_eq!(nodes, [Some(Move::NameProblem), Some(Move::Demand)]);
    assert_eq!(found.len(), 6, "headings are no sentences: {found:?}");
}
