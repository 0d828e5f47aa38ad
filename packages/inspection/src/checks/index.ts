import type { CheckId } from '../indicators.js';
import type { Check } from '../judgements.js';
import { availability, interaction } from './probes.js';
import { publishDates } from './publish-dates.js';
import { complaintRecord, incidentRecord } from './records.js';
import { screenedContent } from './screened-content.js';
import { updateWindow } from './update-window.js';

const table: Record<CheckId, Check> = {
  update_window: updateWindow,
  screened_content: screenedContent,
  incident_record: incidentRecord,
  publish_dates: publishDates,
  availability,
  interaction,
  complaint_record: complaintRecord,
  human_only: () => ({ outcome: 'undecidable', reason: '本项指标只能由人工判定' }),
};

/** The closed list of checks by id; a pack can name them but cannot add to them. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(Object.entries(table));
