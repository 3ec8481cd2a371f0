//! Addressees 主送机关: `各科室：`, `各省、自治区、直辖市人民政府，国务院各部委：` — bodies, right below the head.
//!
//! In: a folded line that stands first in the body. Out: whether it is one.

use super::line::{after_number, begins_with};
use crate::lexicon::layout_words::{ends_as_body, ends_as_people};

/// Whether a folded line names the bodies a paper is sent to.
pub(super) fn is(line: &str) -> bool {
    let Some(bodies) = line.strip_suffix(':') else { return false };
    if bodies.chars().count() > 200 || bodies.contains(['。', ';', '!', '?', ':']) || after_number(bodies).is_some() {
        return false;
    }
    // 责任单位: is the label of a field
    let labels =
        ["责任", "主办", "承办", "协办", "牵头", "参加", "申报", "推荐", "指导", "支持", "建设", "实施", "发证"];
    if begins_with(bodies, &labels) && bodies.chars().count() <= 6 {
        return false;
    }
    let outside = without_brackets(bodies);
    let parts: Vec<&str> = outside.split([',', '、']).filter(|part| !part.is_empty()).collect();
    let bodily = parts.iter().filter(|part| is_body(part)).count();
    bodily > 0 && parts.last().is_some_and(|last| is_body(last) || ends_as_people(last)) && bodily * 2 >= parts.len()
}

/// A part of the list: `各部门`, `某大学`, `直辖市`.
fn is_body(part: &str) -> bool {
    ends_as_body(part) || part.starts_with('各') && !part.starts_with("各位") && part.chars().count() <= 12
}

fn without_brackets(line: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::is;

    #[test]
    fn finds_addressees() {
        let yes = [
            "各科室:",
            "各省、自治区、直辖市人民政府,国务院各部委、各直属机构:",
            "某某大学:",
            "各党支部、全体党员:",
            "各市科技局(科委),各有关单位:",
            "全市人民代表大会常务委员会:",
        ];
        for line in yes {
            assert!(is(line), "{line}");
        }
        let no = [
            "一年来,我们主要做了以下工作:",
            "各位代表:",
            "各单位要抓好落实。",
            "适用范围:",
            "责任单位:",
            "一、各部门:",
            "要求如下:",
        ];
        for line in no {
            assert!(!is(line), "{line}");
        }
    }
}
