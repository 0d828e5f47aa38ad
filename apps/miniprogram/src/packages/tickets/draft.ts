import Taro from '@tarojs/taro';
import type { TicketKind } from '@govmedia-hub/contracts';

/** What is typed stays on this device until it is sent, so that a lost connection costs nothing. The phone number is never kept. */
export interface TicketDraft {
  kind: TicketKind;
  question: string;
  orgId: string;
}

const KEY = 'ticket-draft';

export function readDraft(): TicketDraft | null {
  try {
    const draft = Taro.getStorageSync<TicketDraft | ''>(KEY);
    return draft && typeof draft === 'object' && typeof draft.question === 'string' ? draft : null;
  } catch {
    return null;
  }
}

export function keepDraft(draft: TicketDraft): void {
  try {
    Taro.setStorageSync(KEY, draft);
  } catch {
    // without storage the draft lives as long as the page
  }
}

export function dropDraft(): void {
  try {
    Taro.removeStorageSync(KEY);
  } catch {
    // nothing was kept
  }
}
