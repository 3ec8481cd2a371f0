//! Document numbers 发文字号: `国发〔2020〕1号`, `（某科函[2021]182号）`, `国令第700号`, the registration of a
//! normative document (`ABCR—2022—0040001`), a grade of secrecy (`〔机密〕`, `[〔绝密〕NO. 000935]`).
//!
//! In: a folded line. Out: whether it is one.

use super::line::{holds, inside_brackets, is_han_numeral, is_redacted};

/// Whether a folded line is a document number, alone or with the name of the signer.
pub(super) fn is(line: &str) -> bool {
    if graded(line) {
        return true;
    }
    if !holds(line, "号") && !line.contains(|c: char| c.is_ascii_uppercase()) {
        return false;
    }
    let bare = inside_brackets(line).unwrap_or(line);
    let bare = ["发文字号:", "文号:", "编号:"].iter().find_map(|label| bare.strip_prefix(label)).unwrap_or(bare);
    let signed = if holds(bare, "签发人") { bare.split_once("签发人") } else { None };
    let bare = signed.map_or(bare, |(number, _)| number);
    if bare.chars().count() > 40 {
        return false;
    }
    with_year(bare) || order(bare) || registration(bare) || issue(bare)
}

/// `国发[2020]1号`
fn with_year(line: &str) -> bool {
    let Some((issuer, rest)) = line.split_once(['[', '(', '【']) else { return false };
    let Some((year, number)) = rest.split_once([']', ')', '】']) else { return false };
    // of a form, to be filled in: 某字[]号
    if number == "号" && matches!(year, "" | "20") && issuer.ends_with(['字', '函', '发', '号']) {
        return true;
    }
    let year_like = year.chars().count() == 4 && year.chars().all(|c| c.is_ascii_digit() || is_redacted(c));
    let number = number.strip_prefix('第').unwrap_or(number);
    let Some(number) = number.strip_suffix('号') else { return false };
    let plain = !issuer.is_empty() && !issuer.contains([',', '。', ':', '《']);
    year_like && plain && !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || is_redacted(c))
}

/// `[机密]`, `[[绝密]NO.000935]`, `机密★一年`, `特急`
fn graded(line: &str) -> bool {
    let bare = line.trim_start_matches(['[', '(', '【']);
    if bare.len() == line.len() {
        let grade = line.split('★').next().filter(|_| line.len() <= 24);
        return grade.is_some_and(|grade| matches!(grade, "绝密" | "机密" | "特急" | "加急"))
            || grade == Some("秘密") && line != "秘密";
    }
    let rest = ["绝密", "机密", "秘密"].iter().find_map(|grade| bare.strip_prefix(grade));
    let closed = rest.filter(|rest| rest.starts_with([']', ')', '】']));
    closed.is_some_and(|rest| rest.chars().all(|c| c.is_ascii() || matches!(c, '】' | '第' | '号')))
}

/// `国令第700号`, `主席令(第五号)`
fn order(line: &str) -> bool {
    let Some((issuer, rest)) = line.split_once('第') else { return false };
    let issuer = issuer.strip_suffix('(').unwrap_or(issuer);
    let Some((number, tail)) = rest.split_once('号') else { return false };
    let counts = |c: char| c.is_ascii_digit() || is_han_numeral(c) || is_redacted(c);
    let named = issuer.is_empty() || issuer.ends_with('令') || issuer.ends_with("公告");
    named && matches!(tail, "" | ")") && !number.is_empty() && number.chars().all(counts)
}

/// `20XX年第3号`
fn issue(line: &str) -> bool {
    let figures =
        |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_digit() || is_han_numeral(c) || is_redacted(c));
    let parts =
        line.split_once('年').and_then(|(year, rest)| Some((year, rest.strip_prefix('第')?.strip_suffix('号')?)));
    parts.is_some_and(|(year, number)| year.chars().count() == 4 && figures(year) && figures(number))
}

/// `ABCR—2022—0040001`
fn registration(line: &str) -> bool {
    let mut parts = line.split(['—', '-']).filter(|part| !part.is_empty());
    let (Some(code), Some(year), Some(number), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let digits = |s: &str| s.chars().all(|c| c.is_ascii_digit());
    let code_like = code.len() >= 2 && code.chars().all(|c| c.is_ascii_uppercase());
    code_like && year.len() == 4 && digits(year) && number.len() >= 3 && digits(number)
}

#[cfg(test)]
mod tests {
    use super::is;

    #[test]
    fn finds_numbers_of_documents() {
        let yes = [
            "国发[2020]1号",
            "(某科函[2021]182号)",
            "某令第700号",
            "ABCR—2022—0040001",
            "*政发[20XX]*号",
            "第12号",
            "20XX年第XXX号",
            "[[绝密]NO.000935]",
            "[机密]",
            "秘密★一年",
            "特急",
            "某奖字[]号",
        ];
        for line in yes {
            assert!(is(line), "{line}");
        }
        let no = [
            "按照国发[2020]1号要求,抓好落实",
            "第一章",
            "1号",
            "2020年第1号文件精神",
            "[1]",
            "A-1-2",
            "[机密]文件要专人保管",
            "机密文件",
            "秘密",
        ];
        for line in no {
            assert!(!is(line), "{line}");
        }
    }
}
