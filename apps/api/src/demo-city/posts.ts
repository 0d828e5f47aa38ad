import { addDays, render } from './dates.js';
import { bureauTexts } from './post-texts-bureaus.js';
import { lifeTexts } from './post-texts-life.js';
import { serviceTexts } from './post-texts-service.js';
import type { DemoAccount, DemoPost, DemoPostingFault, DemoPostTemplate } from './types.js';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const YEAR_HOURS = 365 * DAY_HOURS;
const PLACES = ['城关镇', '柳河镇', '青石镇', '白沙镇', '南坪镇', '石桥镇'];

export const postTemplates: DemoPostTemplate[] = [...serviceTexts, ...lifeTexts, ...bureauTexts];

/** The planted mistakes: what an inspection is expected to find. */
const PLANTED: Record<'serious_wording' | 'unmasked_phone', Pick<DemoPostTemplate, 'topic' | 'title' | 'text'>> = {
  serious_wording: {
    topic: '民生实事',
    title: '柳河镇召开农村人居环境整治推进会',
    text: '近日，云溪市柳河镇人民攻府召开农村人居环境整治推进会，部署垃圾分类、河道清淤和村道保洁工作，要求各村明确责任人和完成时限。',
  },
  unmasked_phone: {
    topic: '办事提醒',
    title: '关于核实部分居民参保登记信息的通知',
    text: '经比对，以下居民的参保登记信息需要核实，请尽快与医保经办窗口联系：青石镇李某某，联系电话13800138000；白沙镇赵某某，联系电话已登记。',
  },
};

/** FNV-1a: the same words always give the same number, so that the year of posts never changes by chance. */
function seedOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i += 1) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Ages in hours, newest first: the newest as stated, the others in working hours about `everyDays` apart. */
function agesOf(account: DemoAccount): number[] {
  const { posting } = account;
  if (!posting) return [];
  const oldest = Math.min(YEAR_HOURS, -account.openedOffset * DAY_HOURS);
  const ages = [posting.lastOffsetHours];
  for (let index = 1; ; index += 1) {
    const drift = ((seedOf(`${account.key}/${index}`) % 100) / 100 - 0.5) * 0.6;
    const days = Math.round(posting.lastOffsetHours / DAY_HOURS + posting.everyDays * (index + drift)) + 1;
    // 00:00 UTC is 08:00 in Shanghai: an age of N days less 1..9 hours falls between 9:00 and 17:00.
    let age = days * DAY_HOURS - 1 - (seedOf(`${index}/${account.key}`) % 9);
    while (age <= ages[ages.length - 1]! + 1) age += DAY_HOURS;
    if (age > oldest) return ages;
    ages.push(age);
  }
}

/**
 * A year of posts of one account, newest first, for the day of seeding (civil date). Deterministic: the same
 * account and day give the same posts. Instants are ISO UTC; none is later than 08:00 (Shanghai) of that day.
 */
export function postsOf(account: DemoAccount, today: string): DemoPost[] {
  const { posting } = account;
  if (!posting) return [];
  const start = Date.parse(`${today}T00:00:00Z`);
  const used = new Map<DemoPostTemplate, number>();
  return agesOf(account).map((ageHours, index) => {
    const publishedAt = new Date(start - ageHours * HOUR_MS);
    const civilDay = new Date(publishedAt.getTime() + 8 * HOUR_MS).toISOString().slice(0, 10);
    const seed = seedOf(`${account.key}#${index}`);
    const template = plantedAt(posting.faults, index) ?? pick(account, civilDay, today, used, seed);
    const place = account.orgKey === 'liuhe' ? '柳河镇' : PLACES[seed % PLACES.length]!;
    const words = (text: string): string => render(text.replaceAll('{place}', place), civilDay);
    return {
      title: words(template.title),
      text: words(template.text),
      url: `https://mp.example.invalid/s/${account.key}/${civilDay.replaceAll('-', '')}-${String(index + 1).padStart(3, '0')}`,
      publishedAt: publishedAt.toISOString(),
      topic: template.topic,
    };
  });
}

function plantedAt(faults: DemoPostingFault[] | undefined, index: number): Pick<DemoPostTemplate, 'topic' | 'title' | 'text'> | null {
  const fault = faults?.find((candidate) => candidate.postIndex === index);
  return fault && (fault.kind === 'serious_wording' || fault.kind === 'unmasked_phone') ? PLANTED[fault.kind] : null;
}

/** The least used text that fits account, month and what held on that day; ties by seed. */
function pick(account: DemoAccount, day: string, today: string, used: Map<DemoPostTemplate, number>, seed: number): DemoPostTemplate {
  const month = Number(day.slice(5, 7));
  const fits = postTemplates.filter((template) => account.posting!.topics.includes(template.topic)
    && (template.months.length === 0 || template.months.includes(month))
    && (!template.orgKeys || template.orgKeys.includes(account.orgKey))
    && (template.sinceOffset === undefined || day >= addDays(today, template.sinceOffset)));
  const least = Math.min(...fits.map((template) => used.get(template) ?? 0));
  const fresh = fits.filter((template) => (used.get(template) ?? 0) === least);
  const chosen = fresh[seed % fresh.length]!;
  used.set(chosen, least + 1);
  return chosen;
}
