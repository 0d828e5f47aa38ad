import type { Browser } from 'playwright-core';
import type { RunningHub } from '../running-hub.js';
import type { Walk } from '../walk.js';
import { type Texts, textsOf } from './texts.js';

/** The people of the demonstration city who do the main job. */
export const PEOPLE = {
  operator: '周采编', first: '吴初审', second: '郑复审', third: '王终审', publisher: '冯发布',
  supervisor: '陈主管', inspector: '褚检查', auditor: '蒋审计', stranger: '朱采编',
} as const;

/** What one walk carries from step to step. */
export interface Tour {
  hub: RunningHub;
  walk: Walk;
  browser: Browser;
  texts: Texts;
  now: Date;
  /** Filled in on the way. */
  seen: { documentId?: string; contentId?: string; publicationId?: string; filingId?: string; accountId?: string; ticket?: { ticketNo: string; checkCode: string }; inspectionId?: string };
}

export const openTour = (hub: RunningHub, walk: Walk, browser: Browser, now: Date): Tour => ({ hub, walk, browser, texts: textsOf(now), now, seen: {} });

/** Something an earlier step should have left; its absence is that step's failure, told plainly. */
export function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`前一步没有完成：${what}`);
  return value;
}
