//! The words by which lists of parts are read.

/// Words that open a list of parts.
pub(super) const OPENERS: [&str; 10] =
    ["其中", "具体包括", "主要包括", "包括", "分别为", "分别是", "分别", "具体为", "涉及", "分为"];
/// Words that say that more is left out.
pub(super) const OPEN: [&str; 4] = ["主要", "重点", "涉及", "等"];
/// What a total is split by when it is split by channel, or by who asked.
pub(super) const CHANNELS: [&str; 33] = [
    "网站",
    "微信",
    "微博",
    "公众号",
    "公开栏",
    "公示栏",
    "宣传栏",
    "公告栏",
    "电子屏",
    "信函",
    "信件",
    "邮件",
    "邮寄",
    "当面",
    "现场",
    "网络",
    "网上",
    "在线",
    "传真",
    "平台",
    "新媒体",
    "客户端",
    "抖音",
    "头条",
    "电视",
    "报刊",
    "公报",
    "线上",
    "线下",
    "自然人",
    "法人",
    "其他方式",
    "其他渠道",
];
/// Words for the rest of a total.
pub(super) const REST: [&str; 3] = ["其他", "其余", "其它"];
/// What is divided into no others: documents by whether they are to be published, proposals, the year.
pub(super) const KINDS: [&[&str]; 3] =
    [&["主动公开", "依申请公开", "不予公开"], &["建议", "提案"], &["一季度", "四季度"]];
/// Words for what was carried over, which stands beside a total or in it.
pub(super) const CARRIED: [&str; 8] = ["结转", "顺延", "下年", "下一年", "次年", "转结", "转接", "跨年"];
/// Words that begin another matter behind a list.
pub(super) const STOPS: [&str; 12] =
    ["办结", "答复", "共计", "合计", "加上", "另有", "正在办理", "办理完毕", "未到", "未满", "未届", "在办"];
/// Words for what a total of something does not hold: behind a list that adds up they begin another matter.
pub(super) const ATTRIBUTES: [&str; 18] = [
    "现行有效",
    "废止",
    "失效",
    "修订",
    "清理",
    "办理",
    "回应",
    "开展",
    "召开",
    "组织",
    "举办",
    "收到",
    "受理",
    "征集",
    "接待",
    "推送",
    "回复",
    "另",
];
/// Words for publishing, of which an item beside items without them tells another matter. A 公开栏 is a place.
pub(super) const DEEDS: [&str; 8] = ["发布", "公开信息", "公开政府信息", "公开各类", "推送", "转发", "刊发", "刊登"];
/// Words that close a list with its total, right before the figure.
pub(super) const CLOSERS: [&str; 5] = ["共计", "合计", "总计", "共", "合计共"];
/// Units that count the same things: published information, applications and cases, documents and what they are about.
/// 专栏3个 and 信息86条, 制度2项 and 目录158条 are different things.
pub(super) const MIXED: [&[&str]; 3] =
    [&["条", "件", "篇", "份", "则"], &["件", "宗", "起", "项", "例"], &["件", "份", "个"]];
