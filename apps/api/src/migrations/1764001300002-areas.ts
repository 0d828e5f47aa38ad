import { areaOfDocument } from '@govmedia-hub/official-documents';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAGE = 500;

export class Areas1764001300002 implements MigrationInterface {
  name = 'Areas1764001300002';

  /** What is there already gets the area that its issuer or its title names. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE documents ADD COLUMN areaCode varchar(9) NULL');
    await runner.query('ALTER TABLE answer_log ADD COLUMN area varchar(9) NULL');
    await runner.query('ALTER TABLE answer_log ADD COLUMN heldIn varchar(9) NULL');
    for (let after = ''; ; ) {
      const rows = (await runner.query(`SELECT id, title, issuer FROM documents WHERE id > ? ORDER BY id LIMIT ${PAGE}`, [after])) as { id: string; title: string; issuer: string | null }[];
      if (rows.length === 0) return;
      const idsOf = new Map<string, string[]>();
      for (const { id, title, issuer } of rows) {
        const area = areaOfDocument({ issuer, title });
        if (area) idsOf.set(area.code, [...(idsOf.get(area.code) ?? []), id]);
      }
      for (const [code, ids] of idsOf) await runner.query(`UPDATE documents SET areaCode = ? WHERE id IN (${ids.map(() => '?').join(', ')})`, [code, ...ids]);
      after = rows.at(-1)!.id;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE answer_log DROP COLUMN heldIn');
    await runner.query('ALTER TABLE answer_log DROP COLUMN area');
    await runner.query('ALTER TABLE documents DROP COLUMN areaCode');
  }
}
