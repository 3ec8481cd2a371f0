//! Later questions to an analysis, and tables of the answers, as a caller asks them.

use gangmu::export;
use gangmu::report::questions::{
    CollocatesQuery, ConcordanceQuery, NetworkQuery, QueryKind, SortBy, TableFormat, TableName, TableQuery,
};
use gangmu::report::tables;
use gangmu::{Analysis, Analyzer, Options};

const WORDS: &str =
    "优化 90 v\n营商 90 n\n环境 90 n\n改善 90 v\n加强 90 v\n建设 90 vn\n推进 90 v\n改革 90 vn\n+A 9 n\n";
const TEXT: &str =
    "😀一、优化营商环境\n优化营商环境，推进建设。改善营商环境，加强建设。\n二、推进改革\n推进改革，优化营商环境。";

fn analysis() -> Analysis {
    let mut analyzer = Analyzer::new();
    analyzer.set_dictionary(WORDS.as_bytes()).unwrap();
    analyzer.analyze(TEXT.into(), &Options::default())
}

fn cut(units: (u32, u32)) -> String {
    let all: Vec<u16> = TEXT.encode_utf16().collect();
    String::from_utf16(&all[units.0 as usize..units.1 as usize]).unwrap()
}

#[test]
fn concordance_counts_in_utf16() {
    let analysis = analysis();
    let query =
        ConcordanceQuery { query: "营商环境".into(), sort: SortBy::Right, width: 4, ..ConcordanceQuery::default() };
    let tables::ConcordanceView { total, lines } = tables::concordance(&analysis, &query).unwrap();
    assert_eq!((total, lines.len()), (4, 4));
    assert!(lines.iter().all(|l| cut(l.span) == "营商环境" && l.left.1 == l.span.0 && l.span.1 == l.right.0));
    let positions = tables::positions(&analysis, &query).unwrap();
    assert_eq!(cut((positions[0], positions[1])), "营商环境");
    let bad = ConcordanceQuery { query: "[".into(), kind: QueryKind::Pattern, ..query };
    assert_eq!(tables::concordance(&analysis, &bad).unwrap_err().code, "pattern-invalid");
}

#[test]
fn collocates_matrix_network() {
    let analysis = analysis();
    let company = |query: &str, window| {
        let query = CollocatesQuery { query: query.into(), window, ..CollocatesQuery::default() };
        let found = tables::collocates(&analysis, &query).unwrap();
        found.into_iter().map(|c| (c.text, c.together, c.all)).collect::<Vec<_>>()
    };
    assert_eq!(company("环境", Some(2))[0], ("营商".into(), 4, 4));
    assert!(company("没有", None).is_empty());
    // An expression has company too, and its own words are none of it.
    assert_eq!(company("营商环境", Some(1)), [("优化".into(), 3, 3)]);
    let report = analysis.report();
    let matrix = tables::term_matrix(&analysis, 3);
    assert_eq!(matrix.counts.len(), matrix.terms.len() * matrix.sections.len());
    for (row, &term) in matrix.counts.chunks(matrix.sections.len()).zip(&matrix.terms) {
        assert_eq!(row.iter().sum::<u32>(), report.terms[term as usize].count);
    }
    let network = tables::network(&analysis, &NetworkQuery::default());
    assert!(!network.edges.is_empty() && network.edges.iter().all(|e| e.g2 > 0.0 && e.log_dice <= 14.0));
    let around = tables::network(&analysis, &NetworkQuery { around: Some("推进".into()), ..NetworkQuery::default() });
    assert_eq!(around.nodes[0].text, "推进");
    let nobody = NetworkQuery { around: Some("没有".into()), ..NetworkQuery::default() };
    assert!(tables::network(&analysis, &nobody).nodes.is_empty());
}

#[test]
fn keyness_against_another_text() {
    let here = analysis();
    let mut analyzer = Analyzer::new();
    analyzer.set_dictionary(WORDS.as_bytes()).unwrap();
    assert!(here.report().terms.iter().all(|t| t.keyness.is_none() && t.tf_idf.is_none()));
    let other = analyzer.analyze("推进改革，加强改革，改善改革，+A。".into(), &Options::default());
    let rows = tables::compare(&here, &other, 100);
    let of = |word: &str| rows.iter().find(|r| r.text == word).unwrap();
    assert!(of("环境").keyness.g2 > 0.0 && of("环境").other_count == 0);
    assert!(of("改革").keyness.g2 < 0.0 && (of("改革").count, of("改革").other_count) == (2, 3));
    let back = tables::compare(&other, &here, 100);
    let turned = back.iter().find(|r| r.text == "改革").unwrap();
    assert!((turned.keyness.g2 + of("改革").keyness.g2).abs() < 1e-9);
    assert!(rows.windows(2).all(|w| w[0].keyness.g2.abs() >= w[1].keyness.g2.abs()));
    let ask = |table, other| export::table(&here, other, &TableQuery { table, ..TableQuery::default() });
    assert!(
        ask(TableName::Comparison, Some(&other)).unwrap().contains("'+A"),
        "no formula, though the word is only there"
    );
    assert_eq!(ask(TableName::Comparison, None).unwrap_err().code, "options-invalid");
    assert!(ask(TableName::Terms, Some(&other)).unwrap() != ask(TableName::Terms, None).unwrap());
}

#[test]
fn keywords_need_a_dictionary() {
    let mut analyzer = Analyzer::new();
    assert!(analyzer.keywords(&analysis(), 5).is_empty());
    analyzer.set_dictionary(WORDS.as_bytes()).unwrap();
    let words = analyzer.keywords(&analysis(), 5);
    assert!(words.iter().any(|(w, _)| w == "环境"), "{words:?}");
}

#[test]
fn text_rank_of_a_worked_example() {
    // Pairs within five tokens, marks included: 改革–创新 3, 创新–发展 2, 改革–开放 2, 改革–发展 1, 开放–创新 1, and each of 改革 and 创新
    // once with itself. The fixed point of x = 0.15 + 0.85 Σ w x / Σ w, solved apart: 1.402844 and 0.597156;
    // jieba-rs stops after twenty rounds.
    let mut analyzer = Analyzer::new();
    analyzer.set_dictionary("改革 90 vn\n开放 90 v\n创新 90 vn\n发展 90 vn\n".as_bytes()).unwrap();
    for fold_traditional in [false, true] {
        let options = Options { fold_traditional, ..Options::default() };
        let text = if fold_traditional {
            "改革開放，改革創新，創新發展。"
        } else {
            "改革开放，改革创新，创新发展。"
        };
        let words = analyzer.keywords(&analyzer.analyze(text.into(), &options), 9);
        let weight = |word: &str| words.iter().find(|(w, _)| w == word).unwrap().1;
        assert_eq!(words.len(), 4);
        for (word, of) in [("改革", "开放"), ("创新", "发展"), ("改革", "发展")] {
            assert!((weight(word) / weight(of) - 1.402_844 / 0.597_156).abs() < 1e-2, "{words:?}");
        }
    }
}

#[test]
fn later_questions_read_a_folded_text_folded() {
    let mut analyzer = Analyzer::new();
    analyzer.set_dictionary(WORDS.as_bytes()).unwrap();
    let text = "優化營商環境，改善營商環境。推進建設，推進改革。優化營商環境。";
    let options = Options { fold_traditional: true, ..Options::default() };
    let analysis = analyzer.analyze(text.into(), &options);
    for query in ["营商环境", "營商環境"] {
        let lines =
            tables::concordance(&analysis, &ConcordanceQuery { query: query.into(), ..ConcordanceQuery::default() });
        assert_eq!(lines.unwrap().total, 3);
        let company = CollocatesQuery { query: query.into(), window: Some(1), ..CollocatesQuery::default() };
        assert_eq!(tables::collocates(&analysis, &company).unwrap()[0].text, "优化");
        let around = NetworkQuery { around: Some(query.chars().skip(2).collect()), ..NetworkQuery::default() };
        assert_eq!(tables::network(&analysis, &around).nodes[0].text, "环境");
    }
}

#[test]
fn every_table_has_its_rows() {
    let analysis = analysis();
    let report = analysis.report();
    let query = |query: &str| ConcordanceQuery { query: query.into(), ..ConcordanceQuery::default() };
    for (table, rows) in [
        (TableName::Terms, report.terms.len()),
        (TableName::Phrases, report.phrases.len()),
        (TableName::SetPhrases, report.set_phrases.len()),
        (TableName::Concordance, 2),
        (TableName::Collocates, 4),
        (TableName::Matrix, 5),
        (TableName::Network, tables::network(&analysis, &NetworkQuery::default()).edges.len()),
        (TableName::Comparison, 5),
    ] {
        let question = TableQuery {
            table,
            concordance: query("改革"),
            collocates: CollocatesQuery { query: "环境".into(), ..CollocatesQuery::default() },
            most: 5,
            ..TableQuery::default()
        };
        let written = |format| export::table(&analysis, Some(&analysis), &TableQuery { format, ..question.clone() });
        let text = written(TableFormat::Tsv).unwrap();
        let columns = text.lines().next().unwrap().matches('\t').count();
        assert!(text.lines().all(|l| l.matches('\t').count() == columns), "{text}");
        assert_eq!(text.lines().count(), rows + 1, "{text}");
        let json: Vec<serde_json::Map<_, _>> = serde_json::from_str(&written(TableFormat::Json).unwrap()).unwrap();
        assert_eq!(json.len(), rows);
        assert!(json.iter().all(|row| row.len() == columns + 1));
    }
}
