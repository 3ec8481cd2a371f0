//! Words by which the form of a unit speaks: what it may open or close with, and what that rules
//! out.
//!
//! In: nothing. Out: lists of words as units have them, for [`super::fit`] and [`super::scene`].

use crate::rhetoric::rst::model::hash::hash;

/// Words as units have them.
macro_rules! words {
    ($($word:literal),* $(,)?) => { [$($crate::rhetoric::rst::model::hash::hash($word.as_bytes())),*] };
}
pub(super) use words;

/// Who is spoken to begins with one of these.
pub(super) const ADDRESS: [[char; 2]; 9] = [
    ['各', '位'],
    ['同', '志'],
    ['朋', '友'],
    ['女', '士'],
    ['先', '生'],
    ['乡', '亲'],
    ['代', '表'],
    ['主', '席'],
    ['同', '学'],
];

/// The longest address, in characters.
pub(super) const LONGEST_ADDRESS: u32 = 8;

/// A figure set beside another is no longer: `增长8%，`.
pub(super) const LONGEST_RATE: u32 = 16;

/// What stands before 使 is its subject: it brings something about.
pub(super) const BRINGS_ABOUT: &[u64] = &words!["使", "使得", "致使", "让", "从而"];

/// Words a demand opens with; after a statement it is drawn from it.
pub(super) const DEMANDS: &[u64] = &words!["要", "必须", "应", "应当", "务必", "需要"];

/// How a demand is to be met, said first; some of them are nouns and adjectives by tag.
pub(super) const HOW: &[u64] = &words![
    "主动",
    "纵深",
    "深入",
    "全面",
    "积极",
    "大力",
    "切实",
    "着力",
    "扎实",
    "有序",
    "稳步",
    "有力",
    "高质量",
    "高标准",
    "高水平",
    "统筹",
    "依法",
    "科学",
    "精准",
    "严格",
    "持续",
    "系统",
    "协同",
    "加力",
    "接续",
    "扎扎实实",
    "有效",
    "合理",
];

pub(super) const MUST: &[u64] = &words!["必须", "就必须", "务必"];
pub(super) const WE: &[u64] = &words!["我们"];

/// What opens with one of these and ends in a comma is said on the way to what follows.
pub(super) const FRONTED: &[u64] = &words!["面对", "随着", "鉴于", "为了", "针对", "作为"];

/// So is what the rest fits in with or looks to.
pub(super) const FITTING: &[u64] = &words!["适应", "顺应", "立足", "着眼"];

/// So is what tells by what, or in which way, the rest is done.
pub(super) const BY_WHAT: &[u64] =
    &words!["通过", "根据", "对照", "按照", "依照", "依据", "遵循", "围绕", "本着", "凭借", "借助", "依托"];

/// So is what stands between 在 and one of these.
pub(super) const PLACES: &[u64] = &words!["上", "下", "中", "时", "后", "前"];

/// What 为 opens is an aim, but for what is done for somebody: `为办学打下了底子，`.
pub(super) const FOR: &[u64] = &words!["为"];
pub(super) const FOR_WHOM: &[u64] = &words![
    "奠定", "提供", "作出", "做出", "创造", "打下", "注入", "增添", "贡献", "营造", "赢得", "积累", "打造", "争取",
];

/// So is what stands before these: they say what it means.
pub(super) const MEANS: &[u64] = &words!["标志着", "标志", "意味着", "表明", "有利于", "有助于"];

/// These say more of what stands before.
pub(super) const MORE: &[u64] = &words!["其中", "包括", "主要包括", "特别是", "尤其是", "尤其", "例如", "比如", "譬如"];

/// A sentence that opens with one of these speaks of the one before.
pub(super) const THIS: &[u64] = &words!["这", "此", "这些", "这个", "这一"];

/// These turn against what stands before, these draw something from it.
pub(super) const AGAINST: &[u64] = &words!["但", "但是", "然而", "不过", "可是", "而是", "相反", "反而"];
pub(super) const HENCE: &[u64] = &words!["因此", "所以", "因而", "故而", "由此可见", "可见"];

/// Verbs before what is known, felt, shown or called for; with 我们 behind them those that show it.
pub(super) const SAYS: &[u64] = &words![
    "深知",
    "认识到",
    "看到",
    "意识到",
    "体会到",
    "感到",
    "感受到",
    "知道",
    "发现",
    "显示",
    "证明",
    "号召",
    "重申",
    "觉得",
    "承认",
    "说明",
    "表明",
];
/// 我们历来主张， but not 我们的主张，
pub(super) const HOLDS: u64 = hash("主张".as_bytes());
pub(super) const OF: u64 = hash("的".as_bytes());
pub(super) const SHOWS: &[u64] = &words!["启示", "告诉", "告诫", "提醒", "昭示"];

/// What is to come is announced with one of these.
pub(super) const COMING: &[u64] = &words!["以下", "如下", "下列", "下面", "几点", "几个", "几方面", "几项"];

/// Verbs with which 以 says what something is for: `以适应新的要求。`
pub(super) const SO_AS_TO: &[u64] = &words![
    "适应", "满足", "确保", "保证", "实现", "提高", "增强", "促进", "推动", "造福", "防止", "避免", "保障", "维护",
];
pub(super) const BY: &[u64] = &words!["以"];

/// A figure is set beside another.
pub(super) const AGAINST_WHICH: &[u64] = &words!["比", "同比", "较"];
pub(super) const RATES: &[u64] = &words!["占", "增长", "提高", "下降", "增加", "减少"];
pub(super) const RATE_ENDS: [char; 12] = ['%', '％', '点', '倍', '元', '人', '吨', '个', '斤', '户', '里', '万'];

/// What is the case of all of these is a condition or a concession.
pub(super) const WHATEVER: &[u64] = &words!["无论", "无论是", "不论", "不论是", "不管", "不管是"];
pub(super) const OR: &[u64] = &words!["还是", "还"];
