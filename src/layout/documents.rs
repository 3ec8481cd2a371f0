//! Reads the lines of a file in order and says of each what it is and where documents start.
//!
//! In: lines. Out: a kind for each line, and [`Start`]s. When in doubt a line is a paragraph. How a new
//! document is known is told in `next`, what attachment notes announce in `announced`, how a signature
//! is read in `signature`.

use super::head::{self, opens};
use super::line::Line;
use super::reader::{Closed, Found, Reader};
use super::{BlockKind, attachment, byline, doc_number, first_head, issuer, provenance, salutation};

impl Reader<'_> {
    /// Reads all lines.
    pub(super) fn read(mut self) -> Found {
        let (above, head) = first_head::first(&self);
        for (at, kind) in above {
            self.set(at, kind);
        }
        let mut at = self.start(0, &head, None);
        let mut closed = Closed::No;
        while let Some(line) = self.lines.get(at) {
            (at, closed) = self.step(at, line, closed);
        }
        self.found
    }

    /// One line of a body and what belongs to it; the index after it and how the text now stands.
    fn step(&mut self, at: usize, line: &Line, closed: Closed) -> (usize, Closed) {
        if let Some(kind) = self.fixed(at) {
            return self.step_fixed(at, line, kind, closed);
        }
        if !line.is_inside()
            && let Some(next) = self.step_looks(at, line, closed)
        {
            return next;
        }
        self.numbered_on |=
            line.folded.starts_with("二、") || line.folded.starts_with("第二章") || line.folded.starts_with("第二条");
        self.red_head = None;
        let closed = match closed {
            _ if takes_force(self.text, line) => Closed::Softly,
            // a scrap below a signature does not open the body again
            closed if line.chars < 12 => closed,
            _ => Closed::No,
        };
        (at + 1, closed)
    }

    /// One line known by its looks: a signature, a note of attachments, a head.
    fn step_looks(&mut self, at: usize, line: &Line, closed: Closed) -> Option<(usize, Closed)> {
        if let Some(end) = self.signature(at) {
            (at..end).for_each(|i| self.set(i, BlockKind::Issuer));
            return Some((end, Closed::Surely));
        }
        // these close nothing: forms and collections go on
        let kind = if issuer::is_blank(line) {
            Some(BlockKind::Issuer)
        } else if byline::credits(self.text, line) {
            Some(BlockKind::Byline)
        } else {
            line.within(120).filter(|line| provenance::excerpt(line)).map(|_| BlockKind::Provenance)
        };
        if let Some(kind) = kind {
            self.set(at, kind);
            return Some((at + 1, closed));
        }
        if let Some(note) = line.within(120).and_then(attachment::read) {
            return Some(self.note(at, note, closed));
        }
        if line.within(40).is_some_and(doc_number::is) {
            return Some(self.red_head(at));
        }
        if let Some(head) = self.next_head(at, line, closed) {
            let parent = self.parent_of(&head);
            return Some((self.start(at, &head, parent), Closed::No));
        }
        if closed == Closed::Surely && self.opens_untitled(at, line) {
            let head = head::untitled(self, at);
            let parent = self.notes.many;
            return Some((self.start(at, &head, parent).max(at + 1), Closed::No));
        }
        None
    }

    /// A document number in running text: the head of the next paper, with the bodies that stand above it.
    fn red_head(&mut self, at: usize) -> (usize, Closed) {
        // no more bodies issue one paper
        const BODIES: usize = 12;
        let header = |line: &Line| issuer::is_body(line) || line.folded.ends_with("文件") && line.chars <= 30;
        self.set(at, BlockKind::DocNumber);
        let mut from = at;
        while from + BODIES > at
            && from > 0
            && self.kind(from - 1) == BlockKind::Paragraph
            && self.lines.get(from - 1).is_some_and(header)
        {
            from -= 1;
            self.set(from, BlockKind::Issuer);
        }
        let mut end = at + 1;
        while self.lines.get(end).is_some_and(|line| header(line) && !self.is_title_begun(end)) && end <= at + BODIES {
            self.set(end, BlockKind::Issuer);
            end += 1;
        }
        self.red_head = Some(from);
        (end, Closed::Surely)
    }

    /// Whether the body named at `at` begins a title: `某市人民政府` and below it `关于…的通知`.
    fn is_title_begun(&self, at: usize) -> bool {
        self.lines.get(at + 1).is_some_and(|line| line.folded.starts_with("关于"))
    }

    /// Below a close: whom the next paper is for, or the dispatch that opens the next report.
    fn opens_untitled(&self, at: usize, line: &Line) -> bool {
        opens(line, self.fixed(at)).is_some() || provenance::dispatch(&line.folded).is_some()
    }

    fn step_fixed(&mut self, at: usize, line: &Line, kind: BlockKind, closed: Closed) -> (usize, Closed) {
        if kind == BlockKind::Salutation && closed != Closed::No && salutation::opens_speech(line) {
            let head = head::untitled(self, at);
            let parent = self.notes.many;
            return (self.start(at, &head, parent), Closed::No);
        }
        self.set(at, kind);
        // 来源: alone, and below it what it names
        let next = self.lines.get(at + 1).filter(|next| line.folded == "来源:" && next.chars <= provenance::LONGEST);
        if next.is_some() && self.fixed(at + 1).is_none() {
            self.set(at + 1, kind);
            return (at + 2, Closed::Surely);
        }
        let closed = match kind {
            BlockKind::Provenance => Closed::Surely,
            BlockKind::Courtesy if closed == Closed::No => Closed::Softly,
            BlockKind::Salutation => Closed::No,
            _ => closed,
        };
        (at + 1, closed)
    }
}

/// Whether a line is the last article of a regulation: `本办法自发布之日起施行。`
fn takes_force(text: &str, line: &Line) -> bool {
    let begins = line.folded.starts_with('本') || line.folded.starts_with('第') && line.folded.contains('条');
    let ends = ["起施行。", "起执行。", "起实施。", "同时废止。"];
    begins && line.last == '。' && ends.iter().any(|end| line.tail(text).ends_with(end))
}

#[cfg(test)]
mod tests {
    use crate::layout::{BlockKind, read};

    /// Lines of all blocks that are no paragraphs, then the line each document starts at and its parent.
    fn dump(text: &str) -> String {
        let layout = read(text);
        let line = |at: usize| text[..at].matches('\n').count() + 1;
        let blocks = layout.blocks.iter().filter(|block| block.kind != BlockKind::Paragraph);
        let kinds = blocks.map(|block| format!("{:?}@{}", block.kind, line(block.span.start)));
        let documents = layout.documents.iter().map(|document| {
            let parent = document.parent.map_or(String::new(), |parent| format!("<{parent}"));
            format!("{}{parent}", line(document.span.start))
        });
        format!("{} | {}", kinds.collect::<Vec<_>>().join(" "), documents.collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn reads_heads_and_ends() {
        let cases = [
            (
                "某省政府工作报告\n——2026年1月7日在某省第九届人民代表大会上\n某省省长 王小明\n各位代表：\n现在，我向大会报告工作。\n各位代表！\n让我们一起努力！\n",
                "Title@1 Subtitle@2 Byline@3 Salutation@4 Salutation@6 | 1",
            ),
            (
                "在某市运动会闭幕式上的讲话\n各位来宾：\n今天的比赛很精彩。\n我就讲这些。最后，祝大家工作顺利、身体健康，在新的一年里取得更大成绩！\n",
                "Title@1 Salutation@2 Courtesy@4 | 1",
            ),
            (
                "政府工作报告——2026年1月7日在某省第九届人民代表大会上\n某省人民政府省长 王小明\n各位代表：\n现在，我向大会报告工作。\n",
                "Title@1 Byline@2 Salutation@3 | 1",
            ),
            (
                "某市人民政府文件\n某政发〔2020〕1号\n某市人民政府\n关于加强防汛工作的通知\n各区人民政府，市政府各部门：\n现就有关事项通知如下。\n一、提高认识。\n某市人民政府\n2020年6月1日\n（此件公开发布）\n",
                "Issuer@1 DocNumber@2 Title@3 Title@4 Addressee@5 Issuer@8 Issuer@9 Boilerplate@10 | 3",
            ),
            (
                "仅供学习 禁止外传\n小店\n好用不贵\n现在订阅立享优惠\n\n\n在创建工作推进会上的讲话\n今天，我们召开这次会议，主要任务是部署工作。\n",
                "Boilerplate@1 Boilerplate@2 Boilerplate@3 Boilerplate@4 Title@7 | 7",
            ),
            (
                "凝心聚力 再谱新篇\n在全市工作会议上的讲话\n（2020年2月3日）\n市委书记 ***\n同志们：\n今天开会。\n谢谢大家！\n（新华社北京2月3日电）\n",
                "Title@1 Subtitle@2 Date@3 Byline@4 Salutation@5 Courtesy@7 Provenance@8 | 1",
            ),
            (
                "高举伟大旗帜奋勇前进\n开创各项工作新局面\n——在某党第九次代表大会上的报告\n（2020年2月3日）\n王小明\n同志们：\n今天开会。\n",
                "Title@1 Title@2 Subtitle@3 Date@4 Byline@5 Salutation@6 | 1",
            ),
            ("今天，我们召开会议，部署工作，要求很高。\n结束语\n各位代表！\n让我们努力！\n", "Salutation@3 | 1"),
            (
                "\u{feff}　　關於調整作息時間的通知\r\n　　各單位：\r\n　　現將有關事項通知如下。\r\n\r\n　　某市財政局\r\n　　二〇二〇年六月一日\r\n　　聯繫人：王某\r\n",
                "Title@1 Addressee@2 Issuer@5 Issuer@6 Boilerplate@7 | 1",
            ),
            (
                "在全市大会上的讲话\n(2020年2月3日)\n各位领导,同志们:\n\u{a0}\u{a0}今天开会,部署工作.\n- 2 -\n同志们!\n让我们一起努力!\n",
                "Title@1 Date@2 Salutation@3 Boilerplate@5 Salutation@6 | 1",
            ),
            (
                "返回顶部\n某县政府工作规则\n • 索引号:\n   12345/2024-1\n • 发文机构:\n   某县政府办\n • 有效性:\n • 内容概述:\n某县政府工作规则\n第一章总则\n一、制定本规则。\n",
                "Boilerplate@1 Title@2 Boilerplate@3 Boilerplate@4 Boilerplate@5 Boilerplate@6 Boilerplate@7 Boilerplate@8 Title@9 | 2",
            ),
            (
                "座谈会发言范文\n时间：2023-03-06 21:23:35\n下面是小编整理的发言，仅供参考。\n座谈会发言范文第1篇\n坚持稳中求进，务求实效。\n座谈会发言范文第2篇\n坚持久久为功，一抓到底。\n",
                "Title@1 Boilerplate@2 Boilerplate@3 Title@4 Title@6 | 1 6",
            ),
            (
                "申论范文：把家教好\n下面是一篇范文，某某教育专家分享给大家，供参考。\n【范文展示】\n家风正 民风淳\n——说家风\n今天，我们召开这次会议，主要任务是部署工作。\n",
                "Boilerplate@1 Boilerplate@2 Boilerplate@3 Title@4 Subtitle@5 | 4",
            ),
            ("申论范文：把家教好\n今天，我们召开这次会议，主要任务是部署工作。\n", "Title@1 | 1"),
            (
                "在全市大会上的讲话\n同志们：\n今天开会。\n来源：\n中共某市委办公室，1972年5月翻印。\n",
                "Title@1 Salutation@2 Provenance@4 Provenance@5 | 1",
            ),
            (
                "机密★\n某委发〔1985〕12号\n★\n中共某市委\n关于加强工作的通知\n各县委：\n今天开会。\n（作者：某县县长）\n",
                "DocNumber@1 DocNumber@2 Boilerplate@3 Title@4 Title@5 Addressee@6 Byline@8 | 4",
            ),
            (
                "在某市大会上的讲话\n时间：1985-03-02\n地点：某市大礼堂\n讲话人：王小明\n同志们：\n今天开会。\n",
                "Title@1 Date@2 Date@3 Byline@4 Salutation@5 | 1",
            ),
            (
                "某市政府工作报告\n时间：1985-03-02\n市长 王小明\n各位代表：\n今天开会。\n",
                "Title@1 Boilerplate@2 Byline@3 Salutation@4 | 1",
            ),
            (
                "关于加强工作的通知\n有效期：\n文号：某委发〔2020〕12号\n各县委：\n今天开会。\n",
                "Title@1 Boilerplate@2 DocNumber@3 Addressee@4 | 1",
            ),
            ("一、认清形势\n二、抓好落实\n", " | 1"),
            ("关于调整工作时间的通知\n", " | 1"),
            ("\n \n", " | "),
        ];
        for (text, expected) in cases {
            assert_eq!(dump(text), expected, "{text}");
        }
    }

    #[test]
    fn tells_documents_apart() {
        let body = "坚持稳中求进，一件事情接着一件事情办，一年接着一年干，久久为功，务求实效。";
        let cases = [
            // speeches pasted one after another, known by their bylines
            ("敢于担当\n市长 王某\n{}\n勇于创新\n副市长 李某\n{}\n", "Title@1 Byline@2 Title@4 Byline@5 | 1 4"),
            (
                "敢于担当\n**市委书记***\n{}\n勇于创新\n**市委副书记、市长***\n\n{}\n",
                "Title@1 Byline@2 Title@4 Byline@5 | 1 4",
            ),
            // by whom they greet
            (
                "在全市大会上的讲话\n同志们：\n{}\n在全县大会上的发言\n各位领导、同志们：\n{}\n",
                "Title@1 Salutation@2 Title@4 Salutation@5 | 1 4",
            ),
            // by the mark of a note and who wrote it
            (
                "{}\n发布时间：2020年1月2日\n坚持走自己的路\n建设美好的家园※\n王小明\n{}\n（2020年1月2日在某市会议上的讲话）\n{}\n",
                "Boilerplate@2 Title@3 Title@4 Byline@5 Provenance@7 | 1 3",
            ),
            ("{}\n坚持走自己的路※\n王小明\n一\n{}\n二\n{}\n", "Title@2 Byline@3 | 1 2"),
            ("{}\n发布时间：2020年1月2日\n坚持走自己的路\n王小明\n{}\n", "Boilerplate@2 | 1"),
            // by a close above
            ("敢于担当\n{}\n谢谢大家！\n勇于创新\n{}\n", "Title@1 Courtesy@3 Title@4 | 1 4"),
            (
                "同志们：\n{}\n（新华社北京1月2日电）\n主席先生，各位同事：\n{}\n",
                "Salutation@1 Provenance@3 Salutation@4 | 1 4",
            ),
            // a notice and what it hands on
            (
                "关于印发《学习制度》的通知\n各科室：\n现将《学习制度》印发给你们。\n某某局\n2020年1月2日\n学习制度\n第一条 {}\n第二条 {}\n",
                "Title@1 Addressee@2 Issuer@4 Issuer@5 Title@6 | 1 6<0",
            ),
            (
                "关于甲的通知\n{}\n某市财政局文件\n某财发〔2020〕2号\n关于乙的通知\n{}\n",
                "Title@1 Issuer@3 DocNumber@4 Title@5 | 1 5",
            ),
            ("某市财政局\n学习制度\n第一章 总则\n第一条 {}\n", "Issuer@1 Title@2 | 2"),
            ("{}\n考核办法（试行）\n第一章 总则\n第一条 {}\n", "Title@2 | 1 2"),
            ("甲乙丙丁戊己庚辛范例：敢于担当\n{}\n甲乙丙丁戊己庚辛范例：勇于创新\n{}\n", "Title@1 Title@3 | 1 3"),
            // attachments
            (
                "座谈会发言\n各科室：\n{}\n附：发言\n敢于担当\n市长 王某\n{}\n勇于创新\n副市长 李某\n{}\n",
                "Title@1 Addressee@2 AttachmentNote@4 Title@5 Byline@6 Title@8 Byline@9 | 1 5<0 8<0",
            ),
            (
                "工作方案\n{}\n附件1\n任务分工表\n{}\n附件2\n名词解释\n{}\n",
                "Title@1 AttachmentNote@3 Title@4 AttachmentNote@6 Title@7 | 1 4<0 7<0",
            ),
            (
                "关于报送总结的通知\n{}\n附件：1.总结提纲\n2.报送表\n某某局\n2020年1月2日\n总结提纲\n{}\n",
                "Title@1 AttachmentNote@3 AttachmentNote@4 Issuer@5 Issuer@6 Title@7 | 1 7<0",
            ),
            // a title over lines may begin like the name of a body; a seal stands below those who sign
            (
                "关于印发某省学校\n出入管理办法的通知\n各市教育局：\n{}\n某省教育厅开学工作\n领导小组\n（某省教育厅代章）\n2020年3月3日\n某省学校\n出入管理办法\n第一条 {}\n第二条 {}\n",
                "Title@1 Title@2 Addressee@3 Issuer@5 Issuer@6 Issuer@7 Issuer@8 Title@9 Title@10 | 1 9",
            ),
            ("某市教育局\n\n\n关于组织考核的通知\n各学校：\n{}\n", "Issuer@1 Title@4 Addressee@5 | 4"),
            (
                "某区工作报告\n{}\n一、发展经济\n{}\n各位代表！\n{}\n《某区工作报告》名词解释\n1.两山：{}\n2.三网：{}\n",
                "Title@1 Salutation@5 Title@7 | 1 7",
            ),
            ("勇做改革的实干者\n【学习贯彻会议精神】\n作者：王某\n{}\n", "Title@1 Boilerplate@2 Byline@3 | 1"),
            ("关于节水建议的复函\n李某某主任：\n{}\n", "Title@1 Salutation@2 | 1"),
            // a list with nothing below announces none
            (
                "关于报送总结的通知\n{}\n附件：总结提纲\n某某局\n2020年1月2日\n联系人：王某\n",
                "Title@1 AttachmentNote@3 Issuer@4 Issuer@5 Boilerplate@6 | 1",
            ),
            // a table of contents lists them
            (
                "目录\n1.敢于担当\n2.勇于创新\n敢于担当\n{}\n勇于创新\n{}\n",
                "Boilerplate@1 Boilerplate@2 Boilerplate@3 Title@4 Title@6 | 4 6",
            ),
            ("篇一：敢于担当\n{}\n篇二：勇于创新\n{}\n", "Title@1 Title@3 | 1 3"),
            // heads are no titles
            ("工作报告\n过去一年的回顾\n{}\n今年的任务\n{}\n结束语\n各位代表！\n{}\n", "Title@1 Salutation@7 | 1"),
            // an exercise sets the title of the essay below
            ("写作点评\n{}\n请以“水的价格”为题，写一篇文章。\n要求观点正确。\n水的价格\n{}\n", "Title@1 Title@5 | 1 5"),
            ("写作点评\n{}\n请以“水的故事”为题，写一篇文章。\n要求观点正确。\n水的价格\n{}\n", "Title@1 | 1"),
            ("{}\n先进个人名单\n某局局长 王某\n某局科长 李某\n某局科员 张某\n", " | 1"),
            ("{}\n要落实以下文件：\n关于加强学习的意见\n关于改进作风的意见\n{}\n", " | 1"),
        ];
        for (text, expected) in cases {
            let text = text.replace("{}", body);
            assert_eq!(dump(&text), expected, "{text}");
        }
    }
}
