//! Cases of the tree: which point stands below which.

use crate::outline::tests_support::outlined;

#[test]
fn a_list_of_the_same_kind_may_stand_inside() {
    // 三、 goes on with the outer list behind the inner one
    let text = "一、回顾\n去年成绩很大。\n二、任务\n有以下几个问题：\n一、定好速度\n量力而行。\n二、管好投资\n有保有压。\n三、用好人才\n人尽其才。\n三、改革\n继续推进改革。\n";
    let expected = "一、回顾\n二、任务\n  一、定好速度\n  二、管好投资\n  三、用好人才\n三、改革\n";
    assert_eq!(outlined(text), expected);
    // lists that only begin anew stand side by side
    let anew = "一、甲事要办\n这件事要好好办，办出成效来，让群众满意。\n二、乙事要办\n这件事要好好办，办出成效来，让群众满意。\n一、丙事要办\n这件事要好好办，办出成效来，让群众满意。\n二、丁事要办\n这件事要好好办，办出成效来，让群众满意。\n三、戊事要办\n这件事要好好办，办出成效来，让群众满意。\n";
    assert_eq!(outlined(anew).matches("\n ").count(), 0, "{}", outlined(anew));
}

#[test]
fn numbers_below_the_last_of_several_parts_belong_to_it() {
    let body = "这件事要好好办，办出成效来，让群众满意，让基层满意。\n";
    let list = format!("一、甲事\n{body}二、乙事\n{body}");
    let text = format!("某市工作报告\n工作回顾\n{body}工作安排\n{body}{list}结束语\n{body}");
    assert_eq!(outlined(&text), "工作回顾\n工作安排\n  一、甲事\n  二、乙事\n结束语\n");
    // one alone, or a preface with one, stands beside them
    let alone = format!("某市工作报告\n写在前面\n{body}{list}");
    assert_eq!(outlined(&alone), "写在前面\n一、甲事\n二、乙事\n");
    let heads = format!("某市工作报告\n{body}有关要求\n{list}");
    assert_eq!(outlined(&heads), "有关要求\n  一、甲事\n  二、乙事\n");
    let preface = format!("某市工作报告\n内容提要\n{body}编制背景\n{body}{list}");
    assert_eq!(outlined(&preface), "内容提要\n编制背景\n一、甲事\n二、乙事\n");
}

#[test]
fn a_bare_head_stands_below_the_one_whose_name_it_takes_up() {
    let body = "这件事要好好办，办出成效来，让群众满意，让基层满意。\n";
    let text =
        format!("1.产品标准\n（1）零件标准\n{body}（2）整机标准\n{body}产品标准建设重点\n{body}2.服务标准\n{body}");
    let expected = "1.产品标准\n  （1）零件标准\n  （2）整机标准\n  产品标准建设重点\n2.服务标准\n";
    assert_eq!(outlined(&text), expected);
    let other = text.replace("产品标准建设重点", "今后一个时期的重点");
    assert!(outlined(&other).contains("\n    今后一个时期的重点"), "{}", outlined(&other));
}

#[test]
fn a_member_that_lost_its_line_end_holds_what_follows() {
    let body = "这件事要好好办，办出成效来，让群众满意。";
    let text = format!("（一）甲标准\n1.元件\n{body}\n2.整机\n{body}（二）乙标准\n1.软件\n{body}\n2.服务\n{body}\n");
    let expected = "（一）甲标准\n  1.元件\n  2.整机\n（二）乙标准\n  1.软件\n  2.服务\n";
    assert_eq!(outlined(&text), expected);
    // members that share a paragraph end with it
    let shared = "（一）抓早；（二）抓小。\n1.抓点\n抓一个成一个。\n2.抓面\n抓一批成一批。\n";
    assert!(outlined(shared).contains("\n1.抓点\n"), "{}", outlined(shared));
}

#[test]
fn what_looks_back_stands_beside_the_last_member() {
    let text = "一、工作回顾\n（一）抓农业\n粮食丰收。\n（二）抓工业\n工厂开工。\n回顾过去五年，我们有以下几点体会：一是必须坚持发展。发展是硬道理。二是必须坚持改革。改革是动力。\n二、工作任务\n继续努力。\n";
    let expected =
        "一、工作回顾\n  （一）抓农业\n  （二）抓工业\n  一是必须坚持发展\n  二是必须坚持改革\n二、工作任务\n";
    assert_eq!(outlined(text), expected);
    // the list goes on: the paragraph belongs to its member
    let inside = text.replace("二、工作任务\n", "（三）抓服务\n");
    assert!(outlined(&inside).contains("\n    一是必须坚持发展"), "{}", outlined(&inside));
}
