export const CONTENT_KINDS = ['interpretation', 'qa', 'guide', 'post', 'notice'] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];
export const CONTENT_KIND_WORDS: Record<ContentKind, string> = { interpretation: '政策解读', qa: '政策问答', guide: '办事指南', post: '图文', notice: '通知公告' };

/** 五关. Order is the order on the desk. */
export const GATES = ['politics', 'law', 'policy', 'secrecy', 'text'] as const;
export type Gate = (typeof GATES)[number];
export const GATE_WORDS: Record<Gate, string> = { politics: '政治关', law: '法律关', policy: '政策关', secrecy: '保密关', text: '文字关' };
