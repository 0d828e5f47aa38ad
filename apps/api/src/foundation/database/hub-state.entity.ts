import { Entity } from 'typeorm';
import { LongText, Text } from './columns.js';

/** Small facts about this database itself, for example that it holds the demonstration city. */
@Entity('hub_state')
export class HubStateEntity {
  @Text(60, { primary: true }) id: string;
  @LongText() value: string;
}
