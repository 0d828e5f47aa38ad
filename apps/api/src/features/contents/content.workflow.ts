import type { ContentStatus } from '@govmedia-hub/contracts';

export type ContentMove = 'save' | 'change_text' | 'submit' | 'pass_gates' | 'reopen' | 'return' | 'approve' | 'publish' | 'withdraw';

/** From which status a move may be made, and where it leads; null leaves the status as it is. */
export const CONTENT_MOVES: Record<ContentMove, Partial<Record<ContentStatus, ContentStatus>>> = {
  /** Nothing readable changed: verdicts and status stay. */
  save: { draft: 'draft', in_gates: 'in_gates', in_review: 'in_review', returned: 'returned', approved: 'approved', published: 'published', withdrawn: 'withdrawn' },
  /** A published text that is edited stays public as it was until its new revision is published. */
  change_text: { draft: 'draft', in_gates: 'draft', in_review: 'draft', returned: 'returned', approved: 'draft', published: 'draft', withdrawn: 'draft' },
  submit: { draft: 'in_gates', returned: 'in_gates', withdrawn: 'in_gates' },
  pass_gates: { in_gates: 'in_review' },
  /** Newer lexicons found something in a text whose gates were closed. */
  reopen: { in_gates: 'in_gates', in_review: 'in_gates', approved: 'in_gates' },
  return: { in_gates: 'returned', in_review: 'returned' },
  approve: { in_review: 'approved' },
  publish: { approved: 'published' },
  withdraw: { published: 'withdrawn' },
};

/** The status after a move, or null when the move is not open from here. */
export function statusAfter(status: ContentStatus, move: ContentMove): ContentStatus | null {
  return CONTENT_MOVES[move][status] ?? null;
}

/** Whose turn it is, in words. */
export function turnOf(status: ContentStatus, desk: { gatesOpen: number; waiting: readonly string[] }): string {
  switch (status) {
    case 'draft':
      return '等待作者提交';
    case 'returned':
      return '已退回，等待作者修改';
    case 'in_gates':
      return `等待五关审核（还有${desk.gatesOpen}关）`;
    case 'in_review':
      return `等待${desk.waiting.join('、')}`;
    case 'approved':
      return '等待发布';
    case 'published':
      return '已发布';
    case 'withdrawn':
      return '已撤回';
  }
}
