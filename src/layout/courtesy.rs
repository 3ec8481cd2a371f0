//! Closing courtesies 结束语: `谢谢大家。`, `我的发言完毕，谢谢！`, `此致`, `敬礼！`.
//!
//! In: a folded line. Out: whether it is one.

use super::line::{begins_with, ends_with, holds};

/// Longest courtesy, in characters.
pub(super) const LONGEST: usize = 80;

/// What is wished.
const BLESSINGS: [&str; 10] = [
    "万事如意",
    "阖家幸福",
    "身体健康",
    "工作顺利",
    "圆满成功",
    "新年快乐",
    "家庭幸福",
    "心想事成",
    "万寿无疆",
    "永远健康",
];

/// The longest sentence of wishes, in characters.
const LONGEST_WISH: usize = 50;

/// Whether a folded line only thanks, wishes well, or takes leave with thanks.
pub(super) fn is(line: &str) -> bool {
    let line = without_stage(line);
    let bare = line.trim_end_matches(['!', '。', '~']);
    // 致以崇高的敬礼
    let salutes = bare.strip_suffix("敬礼").is_some_and(|rest| rest.is_empty() || rest.starts_with(['此', '致']));
    if bare == "此致" || salutes && bare.chars().count() <= 12 {
        return true;
    }
    // most lines neither thank nor wish
    if !holds(line, "谢") && !holds(line, "批评指正") && !holds(line, "祝") {
        return false;
    }
    let mut thanks = false;
    let calls = line.ends_with('!');
    for sentence in line.split(['。', '!', ';']).filter(|sentence| !sentence.is_empty()) {
        if wishes(sentence) && (calls || BLESSINGS.iter().any(|word| sentence.contains(word))) {
            thanks = true;
            continue;
        }
        for part in sentence.split(',').filter(|part| !part.is_empty()) {
            thanks |= is_thanks(part) || part.ends_with("批评指正");
            if !(is_thanks(part) || is_leave(part) || is_wish(part) || is_modest(part)) {
                return false;
            }
        }
    }
    thanks
}

/// `最后,祝大家工作顺利,在新的一年里取得更大成绩`
fn wishes(sentence: &str) -> bool {
    let said = sentence.strip_prefix("最后").or_else(|| sentence.strip_prefix("首先")).unwrap_or(sentence);
    let said = said.strip_prefix(',').unwrap_or(said);
    begins_with(said, &["祝", "预祝", "敬祝", "让我们共同敬祝", "衷心祝愿"])
        && !begins_with(said, &["祝贺", "祝词", "祝福"])
        && sentence.chars().count() <= LONGEST_WISH
}

/// Without what the hall did or a reporter noted: `谢谢大家!(长时间热烈的掌声)`, `谢谢大家。(完)`
fn without_stage(line: &str) -> &str {
    let done = line.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    done.filter(|(_, hall)| hall.contains("掌声") || hall.ends_with('完')).map_or(line, |(said, _)| said)
}

/// `谢谢大家`, `谢谢各位代表`, `感谢聆听`
fn is_thanks(part: &str) -> bool {
    let part = part.strip_prefix("再次").unwrap_or(part);
    let rest = ["谢谢", "多谢", "感谢"].iter().find_map(|word| part.strip_prefix(word));
    rest.is_some_and(|rest| {
        let rest = rest.strip_prefix("谢谢").unwrap_or(rest);
        let whom = ["大家", "各位", "主席", "你们", "聆听", "倾听", "同志们", "朋友们", "您"];
        rest.is_empty() || rest.chars().count() <= 14 && begins_with(rest, &whom)
    })
}

/// `我的发言完毕`, `汇报到此结束`
fn is_leave(part: &str) -> bool {
    let ends = ["完毕", "完了", "结束", "到此", "到这里", "讲这些", "讲这么多", "汇报完毕"];
    part.chars().count() <= 16 && ends_with(part, &ends)
}

/// `以上发言`, `不妥之处`, `请批评指正`
fn is_modest(part: &str) -> bool {
    let begins =
        ["以上发言", "以上汇报", "以上报告", "以上是我", "不妥之处", "不当之处", "不足之处", "如有不妥", "如有不当"];
    part.chars().count() <= 14 && (begins_with(part, &begins) || part.ends_with("批评指正"))
}

/// `最后祝大家身体健康`, said together with thanks.
fn is_wish(part: &str) -> bool {
    let part = part.strip_prefix("最后").unwrap_or(part);
    let wish = begins_with(part, &["祝", "预祝", "衷心祝愿", "祝愿"]);
    part.is_empty() || part.chars().count() <= 30 && (wish || BLESSINGS.iter().any(|word| part.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::is;

    #[test]
    fn finds_courtesies() {
        let yes = [
            "谢谢大家。",
            "谢谢!",
            "谢谢大家!谢谢!",
            "我的发言完毕,谢谢大家!",
            "此致",
            "敬礼!",
            "最后,祝大家新年快乐!谢谢大家!",
            "谢谢各位代表!",
            "以上发言,不妥之处,请批评指正。",
            "谢谢大家!(长时间掌声)",
            "我就讲这些。最后,祝大家工作顺利、身体健康,在新的岗位上取得更大成绩!",
            "预祝运动会圆满成功!",
            "谢谢大家。(完)",
            "再次感谢各位领导、各位来宾的光临!祝各位身体健康!谢谢大家!",
            "谢谢各位!(讲话完)",
            "致以崇高的敬礼!",
            "最后,敬祝同志们身体健康!",
            "首先让我们共同敬祝老英雄们身体健康!永远健康!",
        ];
        for line in yes {
            assert!(is(line), "{line}");
        }
        let no = [
            "感谢全市人民的支持!",
            "大家好!",
            "祝贺同学们毕业!",
            "祝大家一路顺风的标语挂了出来,人们不肯散去。",
            "谢谢大家长期以来对我们工作的关心和支持,我们一定再接再厉。",
            "工作到此结束",
            "谢谢大家的信任,任务已经完成(一期完)",
            "让我们共同敬一杯酒!",
            "致富路上,少先队员向老党员敬礼",
            "谢谢两个字,说来容易做来难。",
        ];
        for line in no {
            assert!(!is(line), "{line}");
        }
    }
}
