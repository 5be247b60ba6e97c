//! The words that reports use around their numbers, as data.
//!
//! Numbers behind the explanations are how often about 180 real reports used the wording. Longer words win over shorter
//! ones, so a word may be listed only to shield another: 无法提供 is not 无.
use std::sync::LazyLock;

use crate::text::lexicon::Lexicon;

macro_rules! words {
    ($($(#[doc = $doc:literal])* $word:ident: $($line:literal)+)+) => {
        /// What a word has to do with the number beside it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Word { $($(#[doc = $doc])* $word,)+ }

        /// The lexicon: the words of each meaning, divided by blanks.
        const WORDS: &[(Word, &[&str])] = &[$((Word::$word, &[$($line),+])),+];
    };
}

words! {
    // What the text speaks of.

    /// Applications for information. 收到…申请 75, 受理…申请 38, 依申请公开件 without a verb 4
    Application: "公开政府信息的申请 公开政府信息申请 公开信息的申请 公开信息申请 公开类申请 依申请公开 依法申请公开 依申请 公开申请 信息申请 申请公开 申请 申请书 依申请公开诉求 信息公开诉求 公开诉求"
    /// All of them, perhaps with those carried in.
    AllApplications: "申请总量 申请总数 申请总件数 申请件总数 申请公开办件 申请公开办件量 依申请公开办件 依申请公开办件量 依申请办件 申请办件 申请办件量 公开申请办件"
    /// 政府信息: takes the colour of what stands around it.
    Info: "政府信息公开 政务信息公开 信息公开 政府信息 政务信息 信息 政务公开"
    /// What is published without being asked for.
    Publishing: "主动公开 发布 推送 刊发 刊登 转载 公布 公示 上传 更新 制发 编发 撰写"
        "公开信息 公开政府信息 公开政务信息 公开各类"
    /// Other things that are received and answered: in almost every report, often in the sentence before or after.
    Foreign: "热线 工单 信箱 留言 咨询 建议 提案 议案 诉求 投诉 举报 信访 来访 来电 问政 网民 网友 民意 政务服务 办件"
        "意见 调查 征集 评议 督办 求助 好差评 公证 法律援助 仲裁 调解 来信来访 公民来信 市民来信 人民来信 居民来信 群众来信 群众来电 访谈 舆情 表扬 锦旗"
        "民生实事 议题 报件 许可申请 占道申请 挖掘申请 补贴申请 补助申请 救助申请 低保申请 登记申请 认定申请"
        "建房申请 用地申请 审批申请 办证申请 赔偿申请 仲裁申请 执行申请 入党申请 贷款申请 资助申请 资质申请"
        "备案申请 变更申请 延期申请 援助申请 落户申请 职称申请 租房申请 保障申请 投诉类申请 信访类申请"
        "申请类信件 申请类来信 申请类邮件 申请类诉求 申请类工单 申请类留言 申请类事项"
        "行政许可申请 许可事项申请 行政确认申请 征收申请 履职申请"
    /// Acts that are reviewed and sued for, but not for disclosure. 1
    Law: "行政处罚 处罚 行政执法 执法 行政许可 行政强制 行政征收 征收 拆迁 强制拆除 工伤认定 行政确认 行政裁决 履职 不履行"

    // What was done with applications.

    /// 收到 75, 接收 and 接到 7
    Received: "收到 接收 接到 接受 收件 收悉 接获 接件 签收 来件"
    /// Of this year for certain. 12
    NewlyReceived: "新收 新收件 新申请件 新收到 新接收 新受理 新增 新接 新接到 新登记 新申请"
    /// May mean those carried in as well. 38
    Accepted: "受理"
    /// Received or finished? 14
    Handled: "办理 处理 收办 承办"
    /// 办结 22, 答复 14, without a number 45
    Answered: "办结 答复 回复 函复 办毕 办完 办理完毕 办理完结 办理完成 办理终结 处理完毕 答复完毕 回复完毕"
        "完成 完成办理 完成答复 规范答复 结办 完结 办妥 处理完成 处理完结 答复完成 办理结果总计 办理结果合计 结案 办复 审结 反馈 回函 答复书 答复意见书 答复告知书 实办"
    /// What was to be done: new ones and those carried in.
    Due: "需办理 应办理 需答复 应答复 应办 需办"
    /// 100% 9
    Rate: "办结率 答复率 回复率"

    // What is carried from year to year: in about 40, out 38.

    /// To the next year, unless another is named.
    Carry: "结转 转结 接转 转接 顺延 跨年 遗留 留转 续办 结存 接续 留存"
    /// Only beside a year.
    Turn: "转 转入 转至 转到 延至 延到 延期 延期至 延续 延续至 延续到 延长 推迟至 留至 留待 跨到 跨至 带入 转来"
    Unfinished: "未办结 尚未办结 未办理完毕 尚未办理完毕 未办理完结 未答复 尚未答复 待答复 待办结 正在办理 正在处理"
        "正在办理中 在办 办理中 处理中 办理过程中 尚在办理 仍在办理 未到期 尚未到期 未届满 尚未届满 未满"
        "尚在法定期限 仍在法定期限 未到答复期 未到办理期 未到答复期限 未到办理期限 未到办结期限 未超期 未办理完成 尚未办理完成 未完成 尚未完成 未办完 尚未办完 在办理中 待办 待办理 尚在办理中 尚在办理期 在办理期 尚在答复期 尚在期限内 未到期限 未到办结期 未到法定 尚未到答复期 尚未到办理期 尚未到法定 尚未到期限 期限未到 期限未满 未届 尚未办理 正在答复 答复中 待处理"
        "正在征求 正在征询 正在按程序 正在按程序办理 正在依法办理 正在依法 正在审核 正在审查 正在补正 补正中 正在核实 正在研究 审核中 审查中 征询中 将在 将于 未办件 未办申请 待复 待回复 在途"
    Prior: "上年 上年度 上一年 上一年度 去年 往年 前一年 上年末 去年末 前年 上期 以前年度 去年底 上年底 年初"
    /// Of last year: carried in where it is answered, else last year's figure.
    PriorCase: "上年件 上年度件 上年申请 上年度申请 去年申请 往年申请"
    Next: "下年 下年度 下一年 下一年度 来年 明年 次年 翌年 下一个年度 第二年 新年度 下个年度"

    // Results, 26 paragraphs: official names 12, variants of the same rows.

    Granted: "予以公开 已予公开 已予以公开 给予公开 给予公开答复 作出公开答复 同意公开 准予公开 予公开 全部公开 获得公开 准许公开 决定公开 完全公开 予以全部公开"
    /// Granted, where it cannot be anything else.
    Open: "公开 公开答复 已主动公开 已公开 主动公开告知 告知获取 告知途径 告知公开途径 告知查询 公开类 告知获取途径 告知获取方式 告知获取渠道 告知其获取途径 告知申请人获取途径"
    Partial: "部分公开 部份公开 部分予以公开 部分同意公开 部分准予公开 部分准许公开 予以部分公开"
    Denied: "不予公开 不同意公开 不公开 不予以公开 不准予公开 不准公开 不宜公开 拒绝公开 免予公开"
    Unable: "无法提供 无法予以提供 不能提供"
    /// A reason that the form counts as 无法提供.
    NotHeld: "信息不存在 政府信息不存在 申请信息不存在 不掌握 未掌握 未制作 非本机关 非本机关掌握 不属于本机关掌握 非本机关制作 告知不存在 未保存 未获取 未查询到 不属于本行政机关公开 不属于本机关公开 不属于本单位公开 不属于本行政机关 不属于本机关 不属于本单位"
    NotProcessed: "不予处理"
    /// A reason that the form counts as 不予处理.
    Repeated: "重复申请 不予重复处理 不予重复答复"
    OtherHandling: "其他处理 其它处理 不再处理"
    /// The form counts it as 其他处理. 3
    Withdrawn: "撤回 撤销 撤件 撤销申请 撤回申请 自行撤销 自行撤回 主动撤回 主动撤销 放弃 放弃申请 视为放弃"

    // Cases: none 48, counts 26, outcomes 11.

    Review: "行政复议 复议"
    Litigation: "行政诉讼 诉讼 行政应诉 应诉 起诉 提起诉讼 提起行政诉讼 被诉 被诉讼 诉至法院"
    Direct: "未经复议直接起诉 未经复议直接提起诉讼 未经复议直接提起行政诉讼 未经复议直接诉讼 未经复议起诉 未经复议"
        "直接起诉 直接提起诉讼 直接提起行政诉讼 直接诉讼"
    AfterReview: "复议后起诉 复议后诉讼 复议后提起诉讼 复议后提起行政诉讼 经复议起诉 经复议后起诉 复议后再起诉 复议后应诉"
    Upheld: "维持 结果维持 维持结果 予以维持 胜诉"
    Corrected: "纠正 结果纠正 纠正结果 被纠正 予以纠正"
    OtherOutcome: "其他结果 其它结果"
    Undecided: "尚未审结 未审结 未结案 尚未结案 正在审理 审理中 正在审理中 尚在审理 仍在审理 未审理完结 待审理 尚未审理 未审理"
    /// 无败诉 does not mean that there was no case. 5
    Lost: "败诉 纠错 被纠错 被撤销 确认违法 责令 驳回 驳回起诉 驳回诉讼请求 驳回原告诉讼请求 驳回诉讼 驳回申请 驳回复议申请 驳回复议请求 驳回请求 驳回上诉 撤诉 撤回起诉 撤回诉讼 撤回复议 撤回复议申请 终止审理 终止复议 和解 一审 二审 再审 上诉"

    // Fees: zero in 8, no amount seen.

    Fee: "信息处理费 处理费 费用 收费 收取 检索费 工本费 实收 实缴 缴纳"
    /// Tariffs, notices, waivers and other fees.
    NotReceipt: "行政事业性收费 事业性收费 非税 罚款 减免 免收 免除 退还 退回 标准 每 应收 应缴 超过部分"
    /// 收费通知4份: no receipt, and yet the receipt may follow.
    Notice: "通知 通知书 通知单 缴款通知书"

    // How the number is told.

    /// 未收到 28
    Neg: "未 没有 无 不涉及 未曾 不存在 没 从未 并未 尚无 暂无 并无 零"
    /// 均已答复 45
    All: "均 全部 都 皆 全数 悉数 一律 均已"
    Done: "已 已经 按时 按期 及时 如期 依法 依规 依法依规 按规定 按照规定 按程序 依程序 按时限 期限内 法定期限 时限内 规定时间内 规定时限 时间内"
        "予以 限期 准时 逐一 逐件 逐个 逐项"
    Rest: "其余 剩余 余下 剩下 余"
    /// What is left, or a kind of its own.
    Others: "其他 其它"
    /// 其中 15, 含 17
    List: "其中 包括 包含 含 内有 内含 涵盖 含有"
    Respectively: "分别 依次 各为 各是"
    Each: "各"
    Sum: "共 共计 总计 合计 累计 总共 一共 总数 总量 总 计 总件数"
    And: "并 和 及 与 或 以及 且 或者 或是 及其 同 并且"
    Cause: "从 不服 不服答复 答复不服 因 由 引起 由于 就 针对 对于"
    This: "此类 该类 上述 这类 相关情况"

    // Whose number it is, and when.

    /// Last year's figure. 15
    Compare: "比 较 同比 环比 相比 相较 增加 减少 增长 下降 上升 降低 提升 提高 持平 同期 高于 低于 多于 少于 翻番 上涨 回落 不到 增幅 降幅 翻倍 多了 少了 净增 无变化 没有变化"
    Except: "以外 之外 不含 不包括 不包含 不计 不计入 未含 未计入 未包括 剔除"
    /// 除上年结转的 n 件, 共收到 N 件 4
    Outside: "除 除了"
    /// Handed-down or helping work 4; steps of a procedure.
    Handed: "交办 转办 转交 转送 作为复议机关 作为行政复议机关 审理 第三方意见 征求第三方意见 征求意见 移送 移交 征询 协查 协助 配合 征求 会商 代办 补正 更正 听证 会办 协办 转发 批转"
    Overdue: "逾期 超期 超时 延误 到期未"
    /// A part of the year, or of the year's applications.
    Slice: "季度 一季度 二季度 三季度 四季度 上半年 下半年 当月 每月 月均 日均 年均 平均 每天 每日 当天 当日"
        "当年收件 当年件 当年新收件 本年件 当年受理件 直接答复 直接办理 直接办结 联合答复 共同答复"
    /// Several years.
    Since: "历年 以来 年来 近三年 近五年 近两年 近3年 近5年 近2年 近年来 五年来 三年来 历史"
    ThisYear: "当年 一年来 一年以来 本年 本年度 今年 年内 全年 全年度 年度 本期 今年以来 年初以来"
    Channel: "当场 口头 网上 网络 在线 线上 线下 网站 互联网 信函 来信 邮寄 快递 信件 书面 纸质 当面 现场 传真 邮箱 邮件 电子邮件"
        "电子 平台 窗口 系统 公众号 渠道 微信 来函 挂号信 电话 邮局"
    Party: "自然人 法人 企业 公民 社会组织 科研机构 公益组织 法律服务机构 律师 其他组织 个人 群众 市民 居民 村民"
    /// The organ alone, a part of its area.
    Level: "本级 省级 市级 州级 县级 区级 市本级 区本级 县本级"
    Organ: "部门 街道 镇街 街镇 各镇 各街道 各部门 各单位 乡镇 区直 县直 市直 直属 下属 基层 市政府 区政府 县政府 分局 各分局 所属 下级 所辖 派出机构 局机关 委机关 厅机关 各县 各区 各地 区县 县区 省政府"
        "州政府 镇政府 街道办"
    Whole: "全市 全区 全县 全省 全州 全旗 全盟 全镇 全乡 全街 全街道 全局 全系统 各级 汇总"
    Own: "本机关 本单位 本部门 我局 我委 我办 本办 本局 我镇 我乡 我街道 我单位 本中心 我厅 我市 我区 我县 本市 本区 本县 本委 自身"
    /// 办公室代表区政府 2
    Behalf: "代表 代市政府 代区政府 代县政府 代省政府 代州政府 代政府 代为 名义"

    // Words that say nothing.

    /// Between the ends of a period, or before the year that something is carried to.
    To: "至 到 截至 截止 截止到"
    Link: "的 了 为 是 达 达到 有 件数 数量 数 量 件 案 案件 事件 事项 事宜 情况 情形 类 类别 各类 条数 宗数 数为"
        "管委会 管理委员会 内 继续 仍 仍是 年底 年末 底 末 另 另有 另外 还有 尚有 仍有 仅 只 度 期间 今 止 日止 其 之 所 处 占 外 于 被 对 向 等"
        "申请人 当事人 决定 结果 内容 要求 方面 工作 再 又 也 还 亦 发生 产生 涉及 出现 引发 提起 达成 任何 一切"
        "有关 相关 关于 接 进行 通过 方式 形式 逼近 寄发 寄送 送达 出具 发出 作出 做出 给予 提出 提交 有效 范围 中 里 约 大约 近 将近 接近 超过 超 逾 不足 至少"
        "公民、法人 公民、法人或其他组织 公民、法人和其他组织 公民、法人及其他组织 公民、法人或者其他组织 公民、法人以及其他组织"
        "降至 降到 下降至 下降到 下降为 减至 减少到 减少为 减少至 增至 增到 保持 保持在 维持在 首次 首度 增加到 增加为 增加至 增长到 增长为 增长至 升至 升到 上升到 上升为 上升至 降为 减为 增为 升为 法院审理 人民法院审理 准确数 实际 实为 仍为"
    /// Listed only to shield shorter words; counts as a word that is not known.
    Unknown: "转变 转型 转化 转换 转播 好转 周转 流转 逆转 扭转 中转 转让 转折 转隶 转作风"
        "告知书 重新答复 重新作出答复 责令答复 答复意见 答复文书 答复口径 答复质量 不予受理 受理点 受理窗口 处理决定 复议决定 复议决定书"
        "行政复议决定 行政复议决定书 申请渠道 申请指南 申请表"
        "余杭 余姚 余干 余庆 余江 余额 业余 多余 富余 未来 未公开 未成年 未央 无锡 无为 无棣 无极 无人机 无缝 无障碍 无论 无关 无偿 无异议 无正当理由 无误 无效 无线"
        "无差错 无违规 没收 无证 无害 零距离 零差错 零容忍 无明确 首都 成都 都市 都江堰 人均 均衡 均等"
        "其他机关申请 有关机关申请 有关部门申请 相关部门申请"
        "共同 公共 共享 共建 共治 计划 设计 统计 审计 会计 及格 比例 占比 对比 评比 比如 较好 较大 较多 较强 较高 较快"
        "较少 计较 除外 消除 解除 删除 清除 排除 拆除 扫除"
}

/// A set of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Set(u128);

impl Set {
    pub(crate) const fn of(words: &[Word]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < words.len() {
            bits |= 1 << words[at] as u8;
            at += 1;
        }
        Self(bits)
    }

    pub(crate) fn insert(&mut self, word: Word) {
        self.0 |= 1 << word as u8;
    }

    pub(crate) fn has(self, word: Word) -> bool {
        self.meets(Self::of(&[word]))
    }

    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn holds(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(crate) fn count(self) -> u32 {
        self.0.count_ones()
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The words of some lines of the lexicon.
fn split(lines: &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    lines.iter().flat_map(|line| line.split(' '))
}

static LEXICON: LazyLock<Lexicon<Word>> =
    LazyLock::new(|| Lexicon::new(WORDS.iter().flat_map(|(word, lines)| split(lines).map(move |text| (text, *word)))));

/// The longest word that `text` begins with, and its length in bytes.
pub(crate) fn word_at(text: &str) -> Option<(Word, usize)> {
    LEXICON.longest(text).map(|(word, length)| (*word, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_has_two_meanings() {
        let mut words: Vec<_> = WORDS.iter().flat_map(|(_, lines)| split(lines)).collect();
        words.sort_unstable();
        let twice: Vec<_> = words.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        assert_eq!(twice, [""; 0]);
    }

    #[test]
    fn the_longest_word_is_found() {
        use Word::*;
        assert_eq!(word_at("无法提供3件"), Some((Unable, "无法提供".len())));
        assert_eq!(word_at("无结转"), Some((Neg, "无".len())));
        assert_eq!(word_at("上年度结转"), Some((Prior, "上年度".len())));
        assert_eq!(word_at("蓝天"), None);
        assert_eq!(word_at(""), None);
        for (word, lines) in WORDS {
            for text in split(lines) {
                assert_eq!(word_at(text), Some((*word, text.len())), "{text}");
            }
        }
    }
}
