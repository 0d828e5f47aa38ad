import type { Validity } from '@govmedia-hub/contracts';
import type { ChannelEntity } from '../../channels/channels.reader.js';
import type { ContentRevisionEntity } from '../../contents/contents.reader.js';
import type { OutboxWork } from '../../../foundation/outbox/outbox-runner.js';
import type { DeliveryEntity, DeliveryProgress } from '../delivery.entity.js';

/** Everything that goes out: the frozen revision and where it goes. */
export interface Parcel {
  delivery: DeliveryEntity;
  /** Null for the hub itself. */
  channel: ChannelEntity | null;
  revision: ContentRevisionEntity;
  orgName: string;
  /** Validity of the bases on the day it was queued: what the copy says about them. */
  validities: ReadonlyMap<string, Validity>;
  /** Page of the hub that shows the text; carries the delivery's id, so that a copy can be recognised anywhere. */
  originalUrl: string;
}

/** Keeps a channel's steps. */
export interface Steps {
  /** Notes progress before or after a step that nobody outside can see yet. */
  note(progress: DeliveryProgress): Promise<void>;
  /**
   * The last door before a step that the public can see: asks again for approval, freeze and withdrawal, and notes the step as
   * begun in the same transaction.
   */
  begin(progress?: DeliveryProgress): Promise<void>;
  reached: OutboxWork['reached'];
}

export type SendResult =
  | { is: 'live'; url: string | null; progress?: DeliveryProgress }
  /** Taken in; look again at `again`, or when somebody reports. */
  | { is: 'accepted'; again: Date | null; progress?: DeliveryProgress }
  | { is: 'later'; again: Date; problem?: string; remedy?: string }
  | { is: 'failed' | 'refused' | 'unknown'; problem: string; remedy: string; progress?: DeliveryProgress }
  /** It went live and was then taken down there by somebody else. */
  | { is: 'gone'; problem: string };

export type WithdrawResult = { is: 'done' } | { is: 'by_hand' } | { is: 'later'; again: Date; problem?: string };
export type ReadBackResult = { is: 'same' } | { is: 'differs' | 'unreachable'; detail: string } | null;

/** One kind of channel. Every method works outside any transaction; a thrown error is tried again by the plan. */
export interface ChannelGateway {
  kind: DeliveryEntity['channelKind'];
  /** Why this text cannot go there, in plain words, or null. Asked when it is queued. */
  whyNot(parcel: Pick<Parcel, 'channel' | 'revision' | 'orgName'>): string | null;
  send(parcel: Parcel, steps: Steps): Promise<SendResult>;
  withdraw(parcel: Parcel, steps: Steps): Promise<WithdrawResult>;
  /** Compares the live copy; null when there is nothing to read. */
  readBack(parcel: Parcel): Promise<ReadBackResult>;
}
