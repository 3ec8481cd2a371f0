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
fn numbers_run_on_below_the_next_heading_of_their_kind() {
    let text = "一、总则\n第一条 为了办好学校，制定本办法。\n第二条 各校都要遵守。学生也要遵守。\n二、附则\n第三条 本办法自发布之日起施行。\n";
    assert_eq!(
        outlined(text),
        "一、总则\n  第一条为了办好学校，制定本办法\n  第二条各校都要遵守\n二、附则\n  第三条本办法自发布之日起施行\n"
    );
    let between = "一、目标\n1.总的目标。两年内把路修好。\n二、任务\n（一）修路\n2.修大路。通到镇上。\n3.修小路。通到地头。\n（二）架桥\n4.架木桥。一年一座。\n";
    assert_eq!(
        outlined(between),
        "一、目标\n  1.总的目标\n二、任务\n  （一）修路\n    2.修大路\n    3.修小路\n  （二）架桥\n    4.架木桥\n"
    );
}

#[test]
fn a_bare_head_stands_below_the_one_whose_name_it_takes_up() {
    let body = "这件事要好好办，办出成效来，让群众满意，让基层满意。\n";
    let text =
        format!("1.产品标准\n（1）零件标准\n{body}（2）整机标准\n{body}产品标准建设重点\n{body}2.服务标准\n{body}");
    let expected = "1.产品标准\n  （1）零件标准\n  （2）整机标准\n  产品标准建设重点\n2.服务标准\n";
    assert_eq!(outlined(&text), expected);
    let other = text.replace("产品标准建设重点", "后面几年的打算");
    assert!(outlined(&other).contains("\n    后面几年的打算"), "{}", outlined(&other));
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

#[test]
fn dashes_stand_below_what_leads_to_them() {
    // the first stands behind what leads in, the others on their lines
    let lead = "这一年成绩喜人。——粮食丰收。粮仓都满了。\n——道路畅通。山货运得出去。\n——人人有书读。书声琅琅。\n";
    assert_eq!(outlined(lead), "——粮食丰收\n——道路畅通\n——人人有书读\n");
    assert_eq!(outlined("这一年成绩喜人。——粮食丰收。粮仓都满了。\n路修好了。大家高兴。\n——道路畅通。\n"), "");
    let dashes = "——先由村里报名。报名不收费。\n——再由乡里核对。核对要仔细。\n";
    let text = format!(
        "一、报名办法\n1.村民自愿参加。\n2.每户限报一人。\n3.报名由村里统一组织，分两步走，先在村里登记，再到乡里核对，谁也不许漏报、错报、重复报，步骤如下。\n{dashes}二、奖励办法\n从优奖励。\n"
    );
    assert!(outlined(&text).contains("\n    ——先由村里报名"), "{}", outlined(&text));
    let beside = text.replace("步骤如下", "步骤另定");
    assert!(!outlined(&beside).contains("\n    ——先由村里报名"), "{}", outlined(&beside));
}

#[test]
fn a_box_stands_below_the_paragraph_it_is_named_after() {
    let text = "一、建设内容\n（一）灯具标准。灯具要亮，也要省电。\n1.路灯。路灯按时开关。\n2.台灯。台灯不晃眼。\n灯具标准检测要点\n亮度、温度、寿命逐项检测，做好记录，留下样品备查。\n（二）桌椅标准。桌椅要稳，也要轻。\n";
    let expected = "一、建设内容\n  （一）灯具标准\n    1.路灯\n    2.台灯\n    灯具标准检测要点\n  （二）桌椅标准\n";
    assert_eq!(outlined(text), expected);
}

#[test]
fn a_chapter_glued_to_a_paragraph_begins_the_list() {
    let text = "各村可以参照使用，有意见及时提出。第1章  总则\n1.1 适用范围\n全乡各村适用。\n第2章  做法\n2.1 步骤\n先易后难。\n";
    assert_eq!(outlined(text), "第1章总则\n  1.1适用范围\n第2章做法\n  2.1步骤\n");
}
