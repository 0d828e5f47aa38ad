import { twinKind } from '../lexicons/character-twins.js';
import type { Lexicons, OfficialTitle, OwnOfficial } from '../lexicons/registers.js';
import type { Page } from '../page.js';

/** Words before a post that say it is not held now, or that make it another post. */
const notThePost = /(?:原|前|时任|历任|曾任|拟任|候选|副|代|代理)$/;

interface Spot { start: number; end: number }
interface NameSpot extends Spot { official: OwnOfficial }
interface TitleSpot extends Spot { title: string; rank: number | null }

/** Who holds which post and how posts rank, as the supervising office and the city's own registers say together. */
interface PublicPosts {
  /** One line per person and post. */
  officials: readonly OwnOfficial[];
  ranked: readonly OfficialTitle[];
  source: string;
}

const compiled = new WeakMap<Lexicons, PublicPosts>();

function publicPosts(lexicons: Lexicons): PublicPosts {
  const known = compiled.get(lexicons);
  if (known) return known;
  const { officials: register, own } = lexicons;
  const lines = register.entries.flatMap(({ name, titles, rank, effectiveFrom, effectiveTo }) => titles.map((title) => ({ name, title, rank, effectiveFrom: effectiveFrom ?? '', effectiveTo: effectiveTo ?? null })));
  const registers = [...(lines.length > 0 ? [register] : []), ...(own?.titles ?? []), ...(own?.officials ?? [])];
  const posts = {
    officials: [...lines, ...(own?.officials ?? []).flatMap(({ entries }) => entries)],
    ranked: (own?.titles ?? []).flatMap(({ entries }) => entries),
    source: registers.map(({ title, version }) => `${title}（${version}）`).join('、'),
  };
  compiled.set(lexicons, posts);
  return posts;
}

const inOffice = ({ effectiveFrom, effectiveTo }: OwnOfficial, on: string): boolean => effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo);

/** 政治关: who holds which post on the day, before and behind the name, and in which order. */
export function checkOfficials(page: Page, lexicons: Lexicons, asOf: string): void {
  const { officials, ranked, source } = publicPosts(lexicons);
  if (officials.length === 0 && ranked.length === 0) return;
  const titles = titleSpots(page.text, [...ranked.map(({ title, rank }) => ({ title, rank })), ...officials.map(({ title }) => ({ title, rank: null }))]);
  const names = nameSpots(page.text, officials);
  for (const title of titles) if (!notThePost.test(page.text.slice(Math.max(0, title.start - 3), title.start))) checkHolder(page, title, names, officials, asOf, source);
  checkOrder(page, names.flatMap((spot) => (inOffice(spot.official, asOf) ? [{ ...spot, rank: spot.official.rank, word: spot.official.name }] : [])), titles, '姓名', source);
  checkOrder(page, titles.flatMap((spot) => (spot.rank === null ? [] : [{ ...spot, rank: spot.rank, word: spot.title }])), [], '职务', source);
}

/** Posts in the text; where two overlap, the longer one is meant (副市长, not 市长). */
function titleSpots(text: string, titles: readonly { title: string; rank: number | null }[]): TitleSpot[] {
  const known = new Map<string, number | null>();
  for (const { title, rank } of titles) if (rank !== null || !known.has(title)) known.set(title, rank);
  const spots: TitleSpot[] = [];
  for (const [title, rank] of [...known].sort(([a], [b]) => b.length - a.length)) {
    for (let at = text.indexOf(title); at !== -1; at = text.indexOf(title, at + 1)) {
      if (!spots.some((spot) => spot.start < at + title.length && at < spot.end)) spots.push({ title, rank, start: at, end: at + title.length });
    }
  }
  return spots.sort((a, b) => a.start - b.start);
}

/** People of the register in the text; of several entries of one person the last one begun comes first. */
function nameSpots(text: string, officials: readonly OwnOfficial[]): NameSpot[] {
  const spots: NameSpot[] = [];
  for (const official of [...officials].sort((a, b) => b.name.length - a.name.length || (a.effectiveFrom < b.effectiveFrom ? 1 : -1))) {
    for (let at = text.indexOf(official.name); at !== -1; at = text.indexOf(official.name, at + 1)) {
      if (!spots.some((spot) => spot.start < at + official.name.length && at < spot.end)) spots.push({ official, start: at, end: at + official.name.length });
    }
  }
  return spots.sort((a, b) => a.start - b.start);
}

/** 市长某某, 某某市长: the person must hold the post on the day; a name one slip away from the holder's is doubtful. */
function checkHolder(page: Page, title: TitleSpot, names: readonly NameSpot[], officials: readonly OwnOfficial[], asOf: string, source: string): void {
  const holders = officials.filter((official) => official.title === title.title && inOffice(official, asOf));
  const beside = names.find((spot) => spot.start === title.end) ?? names.find((spot) => spot.end === title.start && !titleRunsOn(page.text, title));
  if (beside) {
    const { name } = beside.official;
    if (holders.some((official) => official.name === name)) return;
    const present = officials.filter((official) => official.name === name && inOffice(official, asOf)).map((official) => official.title);
    const former = officials.find((official) => official.name === name && official.title === title.title);
    if (present.length === 0 && !former && holders.length === 0) return;
    const message = present.length > 0 ? `${name}的现任职务是“${present.join('、')}”` : former?.effectiveTo && former.effectiveTo < asOf ? `${name}任“${title.title}”至${dayText(former.effectiveTo)}为止` : `${name}在${dayText(asOf)}未任“${title.title}”`;
    page.report('politics.official', title.start, title.end, message, present[0] ?? null, { source });
    return;
  }
  for (const { name } of holders) {
    const written = page.text.slice(title.end, title.end + name.length);
    if (isSlip(name, written)) return page.report('politics.official', title.end, title.end + name.length, `“${title.title}”现为${name}，请核对姓名`, name, { source });
  }
}

/** 某某市长期: the characters behind the post make another word. */
const titleRunsOn = (text: string, title: TitleSpot): boolean => (title.title.endsWith('长') && /^[期年久远足效]/.test(text.slice(title.end, title.end + 1)));

/** One slip from the name: two given characters that changed places, or one wrong one. At the end of the name it must look or sound alike, or a shorter name and the next word stand there. */
function isSlip(name: string, written: string): boolean {
  if (written.length !== name.length || written[0] !== name[0]) return false;
  const wrong = [...name].flatMap((unit, i) => (unit === written[i] ? [] : [i]));
  const [first = 0, second = 0] = wrong;
  if (wrong.length === 2) return name[first] === written[second] && name[second] === written[first];
  if (wrong.length !== 1 || !/[\u4e00-\u9fff]/.test(written[first]!)) return false;
  return first < name.length - 1 || twinKind(name[first]!, written[first]!) !== null;
}

const dayText = (iso: string): string => iso.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** Runs of names (with their posts between) or posts, joined by 、，和: the ranks must not fall. */
function checkOrder(page: Page, spots: readonly (Spot & { rank: number; word: string })[], between: readonly TitleSpot[], what: string, source: string): void {
  let run: (Spot & { rank: number; word: string })[] = [];
  const close = (): void => {
    const right = [...run].sort((a, b) => a.rank - b.rank);
    if (run.length > 1 && run.some((spot, i) => spot.rank !== right[i]!.rank)) {
      page.report('politics.order', run[0]!.start, run.at(-1)!.end, `${what}次序应为：${right.map(({ word }) => word).join('、')}`, null, { source });
    }
    run = [];
  };
  for (const spot of spots) {
    const last = run.at(-1);
    if (last && !joined(page.text, last.end, spot.start, between)) close();
    run.push(spot);
  }
  close();
}

function joined(text: string, from: number, to: number, titles: readonly TitleSpot[]): boolean {
  if (from > to) return false;
  let gap = text.slice(from, to);
  for (const title of titles) if (title.start >= from && title.end <= to) gap = gap.replace(title.title, '');
  return /^(?:同志)?[、，和及与]$/.test(gap);
}
