/** Words that carry little of what is asked. Editable data; a change of them needs a new version and a rebuilt index. */
export interface WordList {
  version: string;
  source: string;
  /** Left out of questions and of the index. */
  stop: readonly string[];
  /** Kept, but they count for little when a question is compared with a passage. */
  weak: readonly string[];
}

export const WORD_LIST: WordList = {
  version: '2026.11',
  source: '自编：政务咨询常见虚词、客套与疑问用语',
  stop: (
    '的 了 和 与 及 或 在 是 有 也 都 而 其 之 以 为 于 对 中 上 下 把 被 让 给 向 从 到 由 等 着 过 吗 呢 吧 啊 呀 么 嘛 哦 哈 啦 就 还 又 才 只 很 太 更 最 再 ' +
    '我 你 您 他 她 它 我们 你们 您们 他们 她们 它们 咱 咱们 俺 自己 本人 大家 这 那 这个 那个 这些 那些 这样 那样 这里 那里 这儿 那儿 某 某某 ' +
    '什么 怎么 怎样 怎么样 如何 为什么 为何 咋 咋样 咋办 怎么办 怎么着 啥 哪 哪里 哪儿 哪些 哪个 哪种 谁 几 多少 是否 能否 可否 是不是 能不能 可不可以 会不会 要不要 有没有 行不行 ' +
    '请 请问 问 问下 问一下 想问 想 想要 想知道 知道 一下 一下子 麻烦 谢谢 感谢 你好 您好 咨询 帮 帮忙 帮我 告诉 说 说说 讲 讲讲 看 看看 了解 ' +
    '要 能 会 可 可以 得 应 应该 应当 该 必须 需 需要 用 没 没有 不 别 如果 假如 要是 的话 那么 因为 所以 但 但是 并 并且 而且 且 若 则 即 即使 虽然 不过 然后 以及 关于 对于 根据 按照 依照 ' +
    '一个 一种 一些 一样 个 种 些 次 件 位 名 里 里面 时 时候 后 前 现 现在 目前 最近 已 已经 正在 将 刚 刚刚 呗 哟 喔 嗯 诶 来 去 弄 搞 整 做 到底 究竟 具体 算 算是 属于 啥时候 什么时候 怎么弄 怎么搞 ' +
    'the a an of to is are and or in on for how what where when who'
  ).split(' '),
  weak: (
    '今天 明天 昨天 今年 明年 去年 办 办理 申请 申办 情况 问题 事情 事 相关 有关 规定 要求 进行 方面 方式 内容 部门 单位 人员 个人 人 地方 手续 流程 条件 材料 资料 时间 标准 政策 通知 文件 ' +
    '一次 全部 所有 其他 其它 各 每 多 大 小 新 老 好 行 家里 家 本地 我市 本市 我县 本县 云溪 云溪市 全市 市里 处理 享受 包括 超过 以上 以下 不能 不了 开 拿 交 去哪 去哪里 哪里办 怎么办理 如何办理 一个月 每月 每个 每个月 能领 能拿 能报 要交 一年 每年 月 年 天 日 钱 元 块 几百 几块 发 领 收 给 证件 准备 期限 时限 额度 金额 比例 情形 交多少钱 要多少钱 多少钱 收多少钱 花多少钱 费用多少 贵不贵 要钱吗 收费吗 收不收钱 免费吗 多久办好 几天办好 要多久 多长时间 几天能办 要带什么 带什么 要什么材料 准备什么 去哪办 去哪里办 在哪办 到哪办 哪里办 怎么办手续 谁能领 谁可以领 什么人能领 够不够条件 网上办 手机办 跑几趟 补多少 补贴 补助 政府 人民政府 市政府 县政府 机关 局 办公室 多久 多长 多长时间 几天'
  ).split(' '),
};
