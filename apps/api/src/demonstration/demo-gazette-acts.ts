import { Injectable } from '@nestjs/common';
import { GAZETTE_SECTIONS, type SaveGazetteIssueRequest } from '@govmedia-hub/contracts';
import { addDays, policies, render } from '../demo-city/index.js';
import { GazetteService } from '../features/gazette/gazette.service.js';
import { Clock } from '../foundation/clock/clock.js';
import type { DemoStaff } from './demo-staff-loader.js';
import type { Act } from './timeline.js';

/** Days from the day of seeding on which an issue came out. */
const OUT = [-120, -45, -12];
/** An issue holds no more documents than this, the latest first. */
const MOST = 6;

/** Composes and signs the city's gazette: what was made public since the issue before. */
@Injectable()
export class DemoGazetteActs {
  constructor(
    private readonly gazette: GazetteService,
    private readonly clock: Clock,
  ) {}

  /** @param documentIds policy key → document id, filled by the library's acts of earlier days */
  acts(staff: DemoStaff, documentIds: ReadonlyMap<string, string>): Act[] {
    const today = this.clock.today();
    const editor = [...staff.actors.values()].filter((actor) => actor.roles.includes('supervisor'))[1];
    if (!editor) return [];
    const open = policies.filter((policy) => policy.openness === 'proactive').map((policy) => ({ key: policy.key, on: render(policy.publishedOn, today), issuer: render(policy.issuer, today) }));
    let from = '0000';
    return OUT.flatMap((offset, at): Act[] => {
      const day = addDays(today, offset);
      const held = open.filter(({ on }) => on > from && on <= day).sort((a, b) => (a.on < b.on ? 1 : -1)).slice(0, MOST);
      from = day;
      if (held.length === 0) return [];
      const sectionOf = (issuer: string): string => GAZETTE_SECTIONS[/办公室$/.test(issuer) ? 1 : /人民政府$/.test(issuer) ? 0 : 2];
      return [{
        offset, order: 9,
        run: async () => {
          const sections = GAZETTE_SECTIONS.slice(0, 3).map((name) => ({ name, documentIds: held.filter(({ issuer }) => sectionOf(issuer) === name).flatMap(({ key }) => documentIds.get(key) ?? []) })).filter((section) => section.documentIds.length > 0);
          const request: SaveGazetteIssueRequest = { seenVersion: 0, year: Number(day.slice(0, 4)), issueNo: at + 1, totalNo: at + 1, publishedOn: day, sections };
          const issue = await this.gazette.save(editor, null, request);
          await this.gazette.sign(staff.supervisor, issue.id, { seenVersion: issue.version });
        },
      }];
    });
  }
}
