import type { BoundSourceRequest, BoundSourceView, ContentBlock, ContentKind, GuideParts } from './contents.js';
import type { PublicationView } from './publishing.js';

/** A text that is being written and may lack anything but its shape. */
export interface DraftContentRequest {
  kind: ContentKind;
  title: string;
  topic?: string | null;
  blocks: ContentBlock[];
  guide?: GuideParts | null;
  sources: BoundSourceRequest[];
}

/** A finding that its writer called a false alarm, to be decided with the next save. */
export interface DismissalRequest { rule: string; text: string; reason: string }

export interface KeepDraftRequest { content: DraftContentRequest; /** The version of the saved content on which it stands. */ seenVersion: number | null; dismissals: DismissalRequest[] }

/** A person's own unsaved text; `place` is the content's id, 'new', or 'new.' with the policy it begins from. */
export interface ContentDraftView { place: string; seenVersion: number | null; content: DraftContentRequest; sources: BoundSourceView[]; dismissals: DismissalRequest[]; savedAt: string }

/** `window` names one open editor, so that two of the same person are told apart too. */
export interface HoldLockRequest { window: string; takeOver?: boolean }
export interface ReleaseLockQuery { window: string }

/** Who is at a content now. */
export interface ContentLockView {
  mine: boolean;
  samePerson: boolean;
  holderName: string;
  takenAt: string;
  heardAt: string;
  /** The holder's window is expected to call again within this time. */
  beatSeconds: number;
}

export interface PreviewContentRequest { content: DraftContentRequest; contentId?: string }

/** Weibo shows the first part of a post and folds the rest. */
export const WEIBO_RULES = { version: '2026-11', source: '微博客户端发布框的现行限制', effectiveFrom: '2016-02-28', foldsAt: 140, most: 2_000 } as const;
export interface WeiboView { text: string; /** As Weibo counts: full width one, others half. */ length: number; /** True when not all of the text fits. */ cut: boolean }

/** How a text would look where it may be published. */
export interface PreviewView { publication: PublicationView; /** Inline styles only, as WeChat keeps them. */ wechatHtml: string; weibo: WeiboView }
