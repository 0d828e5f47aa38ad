import type { MigrationInterface, QueryRunner } from 'typeorm';

type Row = { id: string; desks: string; draftOf: string | null };
type Desk = Record<string, unknown>;

/** Versions that were decided before steps had days of their own go by the deadline rules of the house; drafts show what they may change. */
export class StepDays1764001200005 implements MigrationInterface {
  name = 'StepDays1764001200005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE review_cases ADD COLUMN reopenedAt datetime(3) NULL');
    await rewrite(runner, (desk, { draftOf }) => ({ ...desk, days: draftOf === null ? null : { normal: 1, urgent: 1 } }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewrite(runner, ({ days: _, ...desk }) => desk);
    await runner.query('ALTER TABLE review_cases DROP COLUMN reopenedAt');
  }
}

async function rewrite(runner: QueryRunner, change: (desk: Desk, row: Row) => Desk): Promise<void> {
  for (const row of (await runner.query('SELECT id, desks, draftOf FROM review_process_versions')) as Row[])
    await runner.query('UPDATE review_process_versions SET desks = ? WHERE id = ?', [JSON.stringify((JSON.parse(row.desks) as Desk[]).map((desk) => change(desk, row))), row.id]);
}
