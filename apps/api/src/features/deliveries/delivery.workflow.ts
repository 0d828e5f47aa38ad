import type { DeliveryState } from '@govmedia-hub/contracts';

export type DeliveryMove = 'reschedule' | 'cancel' | 'retry' | 'decide' | 'withdraw' | 'report_live';

/** From which states a person may make a move; further conditions stand beside it in abilitiesOf. */
export const DELIVERY_MOVES: Record<DeliveryMove, readonly DeliveryState[]> = {
  reschedule: ['queued'],
  cancel: ['queued'],
  retry: ['failed', 'refused'],
  decide: ['unknown'],
  withdraw: ['accepted', 'live', 'unknown'],
  report_live: ['accepted'],
};

/** States in which a text waits for or stands on a channel. */
export const STANDING: readonly DeliveryState[] = ['queued', 'accepted', 'live', 'unknown'];
