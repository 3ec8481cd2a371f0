//! Where the time of a report goes: each stage by itself, on the same text.
//!
//! In: `GANGMU_BENCH_TEXT` and `GANGMU_BENCH_DICTIONARY`, the files `cargo xtask bench` leaves in `target/bench`; without
//! them a sample of the page and no words. Out: divan's table; `cargo bench --bench stages [STAGE]`.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use gangmu::segment::Segmenter;
use gangmu::{Analyzer, Options, layout, outline, report, rhetoric, terms};
use std::sync::LazyLock;

static TEXT: LazyLock<String> = LazyLock::new(|| {
    let given = std::env::var("GANGMU_BENCH_TEXT").ok().and_then(|path| std::fs::read_to_string(path).ok());
    given.unwrap_or_else(|| include_str!("../www/src/page/samples/rural.txt").to_owned())
});

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| {
    let mut analyzer = Analyzer::new();
    if let Some(bytes) = dictionary() {
        analyzer.set_dictionary(&bytes).expect("an asset `cargo xtask bench` has made");
    }
    analyzer
});

fn dictionary() -> Option<Vec<u8>> {
    std::env::var("GANGMU_BENCH_DICTIONARY").ok().and_then(|path| std::fs::read(path).ok())
}

fn main() {
    divan::main();
}

fn per_text(bencher: Bencher<'_, '_>, stage: impl Fn(&str)) {
    bencher.counter(BytesCount::of_str(TEXT.as_str())).bench_local(|| stage(black_box(&TEXT)));
}

#[divan::bench]
fn load_dictionary(bencher: Bencher<'_, '_>) {
    let Some(bytes) = dictionary() else { return };
    bencher.bench_local(|| Analyzer::new().set_dictionary(black_box(&bytes)));
}

#[divan::bench]
fn read_layout(bencher: Bencher<'_, '_>) {
    per_text(bencher, |text| drop(black_box(layout::read(text))));
}

#[divan::bench]
fn find_outline(bencher: Bencher<'_, '_>) {
    let layout = layout::read(&TEXT);
    per_text(bencher, |text| drop(black_box(outline::find(text, &layout))));
}

#[divan::bench]
fn segment(bencher: Bencher<'_, '_>) {
    let Some(segmenter) = dictionary().and_then(|bytes| Segmenter::from_dictionary(bytes).ok()) else { return };
    let layout = layout::read(&TEXT);
    per_text(bencher, |text| drop(black_box(segmenter.tokens(text, &layout))));
}

#[divan::bench]
fn count_terms(bencher: Bencher<'_, '_>) {
    let layout = layout::read(&TEXT);
    let outline = outline::find(&TEXT, &layout);
    let tokens = ANALYZER.tokens(&TEXT);
    let classes = terms::Classes::default();
    bencher.bench_local(|| terms::count(&layout, &outline, &tokens, &classes, &Options::default()));
}

#[divan::bench]
fn find_rhetoric(bencher: Bencher<'_, '_>) {
    let layout = layout::read(&TEXT);
    let outline = outline::find(&TEXT, &layout);
    let tokens = ANALYZER.tokens(&TEXT);
    per_text(bencher, |text| drop(black_box(rhetoric::find(text, &layout, &outline, &tokens))));
}

#[divan::bench]
fn view_report(bencher: Bencher<'_, '_>) {
    let analysis = ANALYZER.analyze(TEXT.clone(), &Options::default());
    bencher.bench_local(|| analysis.report());
}

#[divan::bench]
fn token_arrays(bencher: Bencher<'_, '_>) {
    let analysis = ANALYZER.analyze(TEXT.clone(), &Options::default());
    bencher.bench_local(|| report::token_arrays(&analysis));
}

#[divan::bench]
fn whole_report(bencher: Bencher<'_, '_>) {
    per_text(bencher, |text| drop(black_box(ANALYZER.analyze(text.to_owned(), &Options::default()).report())));
}
