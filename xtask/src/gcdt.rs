//! Reading the treebank: running text with paragraph breaks, gold units, gold trees.
//!
//! In: a folder with `xml/PART` (paragraphs are blank-line blocks), `rs3/PART` (units), `dis/PART` (binary trees).
//! Out: [`Document`]s, by name. Gold sentences and tokens are not looked at.

use anyhow::{Context, Result, bail};
use gangmu::rhetoric::rst::relation::{Form, named};
use gangmu::span::Span;
use std::fs;
use std::path::Path;

/// One internal node of a gold tree, units counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct GoldNode {
    /// First unit.
    pub(crate) i: usize,
    /// Last unit of the left part.
    pub(crate) k: usize,
    /// Last unit.
    pub(crate) j: usize,
    /// Which part is the satellite.
    pub(crate) form: Form,
    /// GCDT's name.
    pub(crate) relation: &'static str,
}

/// One document.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// File name without its ending.
    pub(crate) name: String,
    /// One paragraph a line; brackets the treebank writes as `-LSB-` are brackets again, at the same offsets.
    pub(crate) text: String,
    /// The same as the treebank writes it: what the reference scorers count characters of.
    pub(crate) written: String,
    /// Gold units in the text.
    pub(crate) edus: Vec<Span>,
    /// Gold tree, a parent before its children.
    pub(crate) tree: Vec<GoldNode>,
}

impl Document {
    /// Whether it is of the part whose text is non-commercial.
    pub(crate) fn is_whow(&self) -> bool {
        self.name.contains("_whow_")
    }

    /// Offset in characters without white space, as the reference scorers count, of every byte offset asked for.
    pub(crate) fn squashed(&self) -> impl Fn(usize) -> usize {
        let mut before = vec![0; self.written.len() + 1];
        let mut count = 0;
        for (at, c) in self.written.char_indices() {
            before[at] = count;
            count += usize::from(!c.is_whitespace());
        }
        before[self.written.len()] = count;
        move |byte| before[byte]
    }
}

/// All documents of a part (`train`, `dev`, `test`), sorted by name.
pub(crate) fn read(folder: &Path, part: &str) -> Result<Vec<Document>> {
    let trees = folder.join("dis").join(part);
    let mut names: Vec<String> = fs::read_dir(&trees)
        .with_context(|| format!("no trees in {}", trees.display()))?
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    names.into_iter().map(|name| document(folder, part, &name).with_context(|| name.clone())).collect()
}

fn document(folder: &Path, part: &str, name: &str) -> Result<Document> {
    let file = |kind: &str| {
        let path = folder.join(kind).join(part).join(format!("{name}.{kind}"));
        fs::read_to_string(&path).with_context(|| path.display().to_string())
    };
    let written = paragraphs(&file("xml")?).join("\n");
    let edus = align(&written, &segments(&file("rs3")?))?;
    let tree = tree(&file("dis")?)?;
    if tree.len() + 1 != edus.len() {
        bail!("{} units but {} nodes", edus.len(), tree.len());
    }
    let text = written.replace("-LSB-", "[    ").replace("-RSB-", "    ]");
    Ok(Document { name: name.to_owned(), text, written, edus, tree })
}

/// Paragraphs of the xml: lines (sentences there) run together up to a blank line or a line of mark-up alone.
fn paragraphs(xml: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut open = false;
    for line in xml.lines() {
        let line = unescape(&without_tags(line));
        let line = line.trim();
        if line.is_empty() {
            open = false;
        } else if let (true, Some(last)) = (open, out.last_mut()) {
            last.push_str(line);
        } else {
            out.push(line.to_owned());
            open = true;
        }
    }
    out
}

fn without_tags(line: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in line.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}

/// Texts of the segments of an rs3 file, in order.
fn segments(rs3: &str) -> Vec<String> {
    rs3.split("<segment")
        .skip(1)
        .filter_map(|s| Some(unescape(s.split_once('>')?.1.split_once("</segment>")?.0)))
        .collect()
}

/// Finds units, given as texts, in the running text; white space does not count.
fn align(text: &str, units: &[String]) -> Result<Vec<Span>> {
    let mut letters = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    let mut out = Vec::new();
    for unit in units {
        let mut span: Option<Span> = None;
        for want in unit.chars().filter(|c| !c.is_whitespace()) {
            let Some((at, have)) = letters.next() else { bail!("the text ends before the unit {unit}") };
            if have != want {
                bail!("the text has {have} where the unit {unit} has {want}");
            }
            span = Some(Span::new(span.map_or(at, |s| s.start), at + have.len_utf8()));
        }
        out.extend(span);
    }
    Ok(out)
}

/// A node of a dis file.
#[derive(Default)]
struct Parsed {
    nucleus: bool,
    first: usize,
    last: usize,
    relation: String,
    children: Vec<Parsed>,
}

fn tree(dis: &str) -> Result<Vec<GoldNode>> {
    // Leave out the texts, which may hold brackets.
    let mut plain = String::new();
    for (n, piece) in dis.split("_!").enumerate() {
        if n % 2 == 0 {
            plain.push_str(piece);
        }
    }
    let spaced = plain.replace('(', " ( ").replace(')', " ) ");
    let tokens: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 1;
    let root = parsed(&tokens, &mut at).context("the tree is cut off")?;
    let mut out = Vec::new();
    flatten(&root, &mut out)?;
    Ok(out)
}

/// The node whose opening bracket stands before `at`; none when the file ends too early.
fn parsed(tokens: &[&str], at: &mut usize) -> Option<Parsed> {
    let mut next = || {
        *at += 1;
        tokens.get(*at - 1).copied()
    };
    let mut node = Parsed { nucleus: next()? == "Nucleus", ..Parsed::default() };
    loop {
        let mut next = || {
            *at += 1;
            tokens.get(*at - 1).copied()
        };
        if next()? == ")" {
            return Some(node);
        }
        match next()? {
            "span" => (node.first, node.last) = (next()?.parse().ok()?, next()?.parse().ok()?),
            "leaf" => {
                node.first = next()?.parse().ok()?;
                node.last = node.first;
            }
            "rel2par" => next()?.clone_into(&mut node.relation),
            "text" => {}
            _ => {
                *at -= 1;
                node.children.push(parsed(tokens, at)?);
                continue;
            }
        }
        next()?;
    }
}

fn flatten(node: &Parsed, out: &mut Vec<GoldNode>) -> Result<()> {
    let [left, right] = node.children.as_slice() else {
        if node.children.is_empty() {
            return Ok(());
        }
        bail!("a node with {} children in a binary tree", node.children.len());
    };
    let form = match (left.nucleus, right.nucleus) {
        (true, true) => Form::NN,
        (true, false) => Form::NS,
        (false, _) => Form::SN,
    };
    let relation = if left.relation == "span" { &right.relation } else { &left.relation };
    let relation = named(relation).with_context(|| format!("{relation} is no relation of the inventory"))?;
    out.push(GoldNode { i: node.first - 1, k: left.last - 1, j: node.last - 1, form, relation });
    flatten(left, out)?;
    flatten(right, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_with_brackets_in_its_texts_is_read() {
        let dis = "( Root (span 1 3)
            ( Satellite (leaf 1) (rel2par context-circumstance) (text _!会 后 （ 上午 ( 9 点 ) ） ，_!) )
            ( Nucleus (span 2 3) (rel2par span)
              ( Nucleus (leaf 2) (rel2par joint-list) (text _!各 地 部署 ，_!) )
              ( Nucleus (leaf 3) (rel2par joint-list) (text _!狠 抓 落实 。_!) ) ) )";
        let nodes = tree(dis).unwrap();
        assert_eq!(nodes.len(), 2);
        assert_eq!(nodes[0], GoldNode { i: 0, k: 0, j: 2, form: Form::SN, relation: "context-circumstance" });
        assert_eq!(nodes[1], GoldNode { i: 1, k: 1, j: 2, form: Form::NN, relation: "joint-list" });
        assert!(tree("( Root (span 1 2) ( Nucleus (leaf 1)").is_err());
    }

    #[test]
    fn paragraphs_end_at_blank_lines_and_units_are_found_in_them() {
        let xml =
            "<text id=\"x\">\n标题\n\n会议开始，\n大家 发言。\n<section>\n最后，通过了&amp;纪要。\n</section>\n</text>";
        let text = paragraphs(xml).join("\n");
        assert_eq!(text, "标题\n会议开始，大家 发言。\n最后，通过了&纪要。");
        let units = ["标题", "会议 开始 ，", "大家 发言 。", "最后，通过了 & 纪要 。"].map(str::to_owned);
        let spans = align(&text, &units).unwrap();
        assert_eq!(spans[2].of(&text), "大家 发言。");
        assert!(align(&text, &["标志".to_owned()]).is_err());
    }
}
