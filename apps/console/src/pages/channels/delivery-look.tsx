import { DELIVERY_STATE_WORDS, type DeliveryState } from '@govmedia-hub/contracts';
import { StatusTag, type Tone } from '../../components/StatusTag.js';

const LOOKS: Record<DeliveryState, readonly [Tone, string]> = {
  queued: ['grey', '○'], accepted: ['accent', '◑'], live: ['good', '●'], failed: ['seal', '✕'], refused: ['seal', '⊘'], unknown: ['amber', '？'], withdrawn: ['grey', '↩'], cancelled: ['grey', '–'],
};

export function DeliveryStateTag({ is }: { is: DeliveryState }) {
  return <StatusTag tone={LOOKS[is][0]} shape={LOOKS[is][1]}>{DELIVERY_STATE_WORDS[is]}</StatusTag>;
}
