import { PRIORITIES, PRIORITY_WORDS, ROLE_WORDS, type DeskId, type Priority, type ReviewProcessChangeView, type ReviewProcessDesk, type ReviewProcessVersionView } from '@govmedia-hub/contracts';

type Version = Pick<ReviewProcessVersionView, 'name' | 'source' | 'days' | 'desks'>;

const who = ({ role, unit }: ReviewProcessDesk): string => `${unit === 'own' ? '本单位' : ''}${ROLE_WORDS[role]}`;
const list = (desks: readonly ReviewProcessDesk[], ids: readonly DeskId[]): string => desks.filter(({ desk }) => ids.includes(desk)).map(({ name }) => name).join('、') || '无';
const order = (desks: readonly ReviewProcessDesk[], { after }: ReviewProcessDesk): string => (after.length === 0 ? '送审后即可办理' : `${list(desks, after)}之后`);
const apart = (desks: readonly ReviewProcessDesk[], { desk, apart: group }: ReviewProcessDesk): string => (group === null ? '不限' : list(desks, desks.filter((other) => other.apart === group && other.desk !== desk).map((other) => other.desk)));

const within = ({ days }: ReviewProcessDesk, priority: Priority): string => (days === null ? '按默认期限' : days[priority] === 0 ? '当日' : `${days[priority]}个工作日`);

/** Where two versions of a process differ, step by step, in words. */
export function processChanges(before: Version, after: Version): ReviewProcessChangeView[] {
  const changes: ReviewProcessChangeView[] = [];
  const say = (step: string, what: string, old: string | null, now: string | null): void => { if (old !== now) changes.push({ step, what, before: old, after: now }); };
  say('整个流程', '名称', before.name, after.name);
  say('整个流程', '依据', before.source, after.source);
  for (const priority of PRIORITIES) say('整个流程', `${PRIORITY_WORDS[priority]}期限`, `${before.days[priority]}个工作日`, `${after.days[priority]}个工作日`);
  for (const id of [...new Set([...before.desks, ...after.desks].map(({ desk }) => desk))]) {
    const old = before.desks.find(({ desk }) => desk === id);
    const now = after.desks.find(({ desk }) => desk === id);
    const step = (now ?? old)!.name;
    if (!old || !now) say(step, old ? '减去的步骤' : '新增的步骤', old ? who(old) : null, now ? `${who(now)}，${order(after.desks, now)}，${within(now, 'normal')}（急件${within(now, 'urgent')}）` : null);
    else {
      say(step, '名称', old.name, now.name);
      say(step, '由谁办', who(old), who(now));
      say(step, '次序', order(before.desks, old), order(after.desks, now));
      say(step, '不能与谁同一人', apart(before.desks, old), apart(after.desks, now));
      for (const priority of PRIORITIES) say(step, `${PRIORITY_WORDS[priority]}期限`, within(old, priority), within(now, priority));
    }
  }
  return changes;
}
