//! Later questions to an analysis, and tables of the answers, as a caller asks them.

use gangmu::export::{self, Format, Language};
use gangmu::report::tables::{self, ConcordanceQuery, QueryKind, SortBy};
use gangmu::{Analysis, Analyzer, Options};

const WORDS: &str =
    "优化 90 v\n营商 90 n\n环境 90 n\n改善 90 v\n加强 90 v\n建设 90 vn\n推进 90 v\n改革 90 vn\n=A 9 n\n";
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
    let lines = tables::concordance(&analysis, &query).unwrap();
    assert_eq!(lines.len(), 4);
    assert!(lines.iter().all(|l| cut(l.span) == "营商环境" && l.left.1 == l.span.0 && l.span.1 == l.right.0));
    let positions = tables::positions(&analysis, &query).unwrap();
    assert_eq!(cut((positions[0], positions[1])), "营商环境");
    let bad = ConcordanceQuery { query: "[".into(), kind: QueryKind::Pattern, ..query };
    assert_eq!(tables::concordance(&analysis, &bad).unwrap_err().code, "pattern-invalid");
}

#[test]
fn collocates_matrix_network() {
    let analysis = analysis();
    let company = tables::collocates(&analysis, "环境", Some(2), 10);
    assert_eq!((company[0].text.as_str(), company[0].together), ("营商", 4));
    assert!(tables::collocates(&analysis, "没有", None, 10).is_empty());
    let report = analysis.report();
    let matrix = tables::term_matrix(&analysis, 3);
    assert_eq!(matrix.counts.len(), matrix.terms.len() * matrix.sections.len());
    for (row, &term) in matrix.counts.chunks(matrix.sections.len()).zip(&matrix.terms) {
        assert_eq!(row.iter().sum::<u32>(), report.terms[term as usize].count);
    }
    assert!(!tables::network(&analysis, 10).edges.is_empty());
}

#[test]
fn keyness_against_another_text() {
    let mut here = analysis();
    let mut analyzer = Analyzer::new();
    analyzer.set_dictionary(WORDS.as_bytes()).unwrap();
    assert!(here.report().terms.iter().all(|t| t.keyness.is_none() && t.tf_idf.is_none()));
    here.compare_with(&analyzer.analyze("推进改革，加强改革，改善改革。".into(), &Options::default()));
    let report = here.report();
    let of = |word: &str| report.terms.iter().find(|t| t.text == word).unwrap().keyness.clone().unwrap();
    assert!(of("环境").g2 > 0.0 && of("改革").g2 < 0.0);
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
fn every_table_has_its_rows() {
    let analysis = analysis();
    let report = analysis.report();
    let matrix = tables::term_matrix(&analysis, 5);
    let lines =
        tables::concordance(&analysis, &ConcordanceQuery { query: "改革".into(), ..ConcordanceQuery::default() });
    for (table, rows) in [
        (export::terms(&report), report.terms.len()),
        (export::phrases(&report), report.phrases.len()),
        (export::set_phrases(&report), report.set_phrases.len()),
        (export::concordance(TEXT, &lines.unwrap()), 2),
        (export::collocates(&tables::collocates(&analysis, "环境", None, 9)), 2),
        (export::matrix(TEXT, &report, &matrix), matrix.terms.len()),
    ] {
        let text = table.write(Format::Tsv, Language::Zh);
        let columns = text.lines().next().unwrap().matches('\t').count();
        assert!(text.lines().all(|l| l.matches('\t').count() == columns), "{text}");
        assert_eq!(text.lines().count(), rows + 1, "{text}");
    }
}
