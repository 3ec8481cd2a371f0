//! Arbitrary texts keep every invariant of the report.

mod invariants;

use gangmu::Analyzer;
use proptest::prelude::*;
use std::sync::LazyLock;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(invariants::analyzer);

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in any::<String>()) {
        invariants::check(&ANALYZER, &text);
    }

    #[test]
    fn a_dictionary_of_any_bytes_is_taken_or_refused(bytes in any::<Vec<u8>>()) {
        let mut analyzer = Analyzer::new();
        if let Err(error) = analyzer.set_dictionary(&bytes) {
            prop_assert_eq!(error.code, "dictionary-corrupt");
            prop_assert!(!analyzer.has_dictionary());
        }
        invariants::check(&analyzer, "一、抓好工作落实\n二、坚持发展\n");
    }
}
