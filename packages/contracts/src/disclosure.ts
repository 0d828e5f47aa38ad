/** How a duty to disclose is kept today. */
export const DISCLOSURE_STATES = ['missing', 'overdue', 'due_soon', 'current'] as const;
export type DisclosureState = (typeof DISCLOSURE_STATES)[number];
export const DISCLOSURE_STATE_WORDS: Record<DisclosureState, { label: string; shape: string }> = {
  missing: { label: '尚未公开', shape: '○' },
  overdue: { label: '逾期未更新', shape: '▲' },
  due_soon: { label: '近期应更新', shape: '◐' },
  current: { label: '按期公开', shape: '●' },
};

export const DISCLOSURE_LIMITS = { titleChars: 200, addressChars: 500, months: 36, entriesShown: 3 } as const;

/** Something that a unit made public under a duty. */
export interface DisclosureEntryView {
  /** Null when it is known from the library or the guides; such a one is not recorded by hand. */
  id: string | null;
  title: string;
  /** Page of the resident's app, or an address elsewhere. */
  link: string;
  publishedOn: string;
}

/** What one unit must make public of one matter, and how it stands. */
export interface DisclosureDutyView {
  itemCode: string;
  itemName: string;
  topic: string;
  /** The article that asks for it. */
  basis: string;
  orgId: string;
  orgName: string;
  /** To be brought up to date at least so often; null when only a change asks for it. */
  months: number | null;
  /** Day of the last disclosure. */
  lastOn: string | null;
  /** Day by which it must be brought up to date, or for a first time be public; null without one. */
  dueOn: string | null;
  state: DisclosureState;
  /** The latest first. */
  entries: DisclosureEntryView[];
  /** How many there are in all. */
  disclosed: number;
}

export interface DisclosureItemsView {
  on: string;
  /** The version of the catalogue, with its source, and the terms. */
  rules: string[];
  /** Over all that match but for the state. */
  counts: Record<DisclosureState, number>;
  topics: string[];
  units: { id: string; name: string }[];
  duties: DisclosureDutyView[];
}

export interface ListDisclosureItemsQuery { topic?: string; orgId?: string; state?: DisclosureState }

/** A duty with what staff may do about it. */
export interface StaffDisclosureDutyView extends DisclosureDutyView {
  /** Of the assignment; 0 while the catalogue's own rule holds. */
  version: number;
  /** Every unit has this duty; it cannot be taken from one. */
  ofEveryUnit: boolean;
  /** May record what was made public. */
  mine: boolean;
}

export interface StaffDisclosureItemsView extends Omit<DisclosureItemsView, 'duties'> {
  duties: StaffDisclosureDutyView[];
  /** Matters of the catalogue, for assigning. */
  items: { code: string; name: string; topic: string; ofEveryUnit: boolean }[];
  /** Gaps by unit, the most first. */
  gaps: { orgId: string; orgName: string; missing: number; overdue: number; dueSoon: number; current: number }[];
}

export interface AssignDisclosureDutyRequest { seenVersion: number; itemCode: string; orgId: string; /** Null: as the catalogue says. */ months: number | null }
export interface EndDisclosureDutyRequest { seenVersion: number; itemCode: string; orgId: string }
/** Either a document of the library or an address. */
export interface RecordDisclosureRequest { itemCode: string; orgId: string; title: string; documentId: string | null; address: string | null; publishedOn: string }
