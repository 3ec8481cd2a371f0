//! The outline as nested XML: OPML 2.0 for outliners, a `FreeMind` map for mind-mapping programs.
//!
//! In: the text and its [`Report`]. Out: XML; two outlines that are equal give the same bytes.

use super::items::{Item, items};
use super::xml::escaped;
use crate::report::Report;

/// The outline as OPML 2.0 (<http://opml.org/spec2.opml>).
pub fn opml(text: &str, report: &Report) -> String {
    let items = items(text, report);
    let title = items.first().filter(|item| item.is_document).map(|item| escaped(&item.label)).unwrap_or_default();
    let body = nested(&items, "outline", "text", 4);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>{title}</title>\n  \
         </head>\n  <body>\n{body}  </body>\n</opml>\n"
    )
}

/// The outline as a `FreeMind` map, which has one root: the document's title, or nothing where there are several.
pub fn freemind(text: &str, report: &Report) -> String {
    let mut items = items(text, report);
    let tops = items.iter().filter(|item| item.level == 0).count();
    if tops != 1 {
        for item in &mut items {
            item.level += 1;
        }
        items.insert(0, Item { level: 0, is_document: true, label: String::new() });
    }
    format!("<map version=\"1.0.1\">\n{}</map>\n", nested(&items, "node", "TEXT", 2))
}

/// Items as elements of one name inside each other, `margin` spaces in.
fn nested(items: &[Item], element: &str, attribute: &str, margin: usize) -> String {
    let mut xml = String::new();
    let mut open: Vec<usize> = Vec::new();
    let line = |xml: &mut String, level: usize, parts: &[&str]| {
        xml.extend(core::iter::repeat_n(' ', margin + 2 * level));
        xml.extend(parts.iter().copied());
        xml.push('\n');
    };
    for (i, item) in items.iter().enumerate() {
        while let Some(level) = open.pop_if(|level| *level >= item.level) {
            line(&mut xml, level, &["</", element, ">"]);
        }
        let holds = items.get(i + 1).is_some_and(|next| next.level > item.level);
        let end = if holds { "\">" } else { "\"/>" };
        line(&mut xml, item.level, &["<", element, " ", attribute, "=\"", &escaped(&item.label), end]);
        if holds {
            open.push(item.level);
        }
    }
    for level in open.into_iter().rev() {
        line(&mut xml, level, &["</", element, ">"]);
    }
    xml
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Analyzer, Options};

    const TEXT: &str =
        "在全区工作会议上的讲话\n\n同志们：\n一、认清“<形势>”\n形势逼人。一是任务重；二是时间紧。\n二、抓好落实\n";

    fn report(text: &str) -> Report {
        Analyzer::new().analyze(text.into(), &Options::default()).report()
    }

    #[test]
    fn opml_nests_points_in_their_document() {
        let expected = r#"<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>在全区工作会议上的讲话</title>
  </head>
  <body>
    <outline text="在全区工作会议上的讲话">
      <outline text="一、认清“&lt;形势&gt;”">
        <outline text="一是任务重"/>
        <outline text="二是时间紧"/>
      </outline>
      <outline text="二、抓好落实"/>
    </outline>
  </body>
</opml>
"#;
        assert_eq!(opml(TEXT, &report(TEXT)), expected);
    }

    #[test]
    fn a_map_has_one_root() {
        let map = freemind(TEXT, &report(TEXT));
        assert!(map.starts_with("<map version=\"1.0.1\">\n  <node TEXT=\"在全区工作会议上的讲话\">\n"), "{map}");
        let bare = "一、甲事\n二、乙事\n";
        let expected = "<map version=\"1.0.1\">\n  <node TEXT=\"\">\n    <node TEXT=\"一、甲事\"/>\n    \
                        <node TEXT=\"二、乙事\"/>\n  </node>\n</map>\n";
        assert_eq!(freemind(bare, &report(bare)), expected);
        assert_eq!(freemind("", &report("")), "<map version=\"1.0.1\">\n  <node TEXT=\"\"/>\n</map>\n");
    }
}
