import type { Role } from '@govmedia-hub/contracts';

/** `desks`: also for those who hold one of these posts while a review process gives it a step. */
export interface NavigationItem { to: string; label: string; roles: 'all' | readonly Role[]; desks?: readonly Role[] }
export interface NavigationGroup { label: string | null; items: NavigationItem[] }

/** What stands in the side bar, for whom. The server decides again on every call. */
export const NAVIGATION: NavigationGroup[] = [
  { label: null, items: [{ to: '/', label: '工作台', roles: 'all' }] },
  {
    label: '政策文件',
    items: [
      { to: '/documents', label: '文件库', roles: 'all' },
      { to: '/documents/import', label: '导入文件', roles: ['operator', 'supervisor'] },
      { to: '/interpretations', label: '解读覆盖', roles: 'all' },
      { to: '/gazette', label: '政府公报', roles: 'all' },
      { to: '/ledger', label: '规范性文件台账', roles: 'all' },
      { to: '/disclosure', label: '主动公开目录', roles: 'all' },
      { to: '/disclosure-timeliness', label: '文件公开时效', roles: 'all' },
      { to: '/documents/release', label: '批量公开法律法规', roles: ['supervisor'] },
    ],
  },
  {
    label: '内容',
    items: [
      { to: '/contents', label: '内容列表', roles: 'all' },
      { to: '/contents/desk', label: '审核台', roles: ['reviewer', 'publisher'], desks: ['supervisor'] },
      { to: '/emergencies', label: '应急发布', roles: ['reviewer', 'publisher', 'supervisor', 'auditor'] },
      { to: '/delegations', label: '代审授权', roles: ['reviewer', 'supervisor', 'administrator', 'auditor'] },
      { to: '/contents/new', label: '撰写内容', roles: ['operator'] },
      { to: '/tasks', label: '复核任务', roles: ['operator', 'reviewer', 'publisher', 'supervisor'] },
    ],
  },
  {
    label: '发布',
    items: [
      { to: '/deliveries', label: '投递', roles: ['operator', 'publisher', 'supervisor', 'inspector'] },
      { to: '/channels', label: '渠道设置', roles: ['publisher', 'supervisor', 'administrator'] },
      { to: '/repost-tasks', label: '必转任务', roles: ['operator', 'publisher', 'supervisor', 'inspector'] },
      { to: '/freezes', label: '紧急冻结', roles: ['publisher', 'supervisor'] },
    ],
  },
  {
    label: '账号',
    items: [
      { to: '/filings', label: '账号备案', roles: ['operator', 'reviewer', 'publisher', 'supervisor', 'inspector'] },
      { to: '/accounts', label: '账号名录', roles: 'all' },
      { to: '/inspections', label: '检查', roles: ['supervisor', 'inspector'] },
    ],
  },
  { label: '群众', items: [{ to: '/tickets', label: '咨询办理', roles: ['operator', 'supervisor'] }, { to: '/question-backlog', label: '待写问题', roles: ['operator', 'supervisor'] }, { to: '/question-reviews', label: '问答复审', roles: ['operator', 'reviewer', 'publisher', 'supervisor'] }] },
  {
    label: '管理',
    items: [
      { to: '/people', label: '人员与单位', roles: ['administrator', 'supervisor', 'auditor'] },
      { to: '/lexicons', label: '词库与名录', roles: 'all' },
      { to: '/proofreader', label: '校对学习', roles: ['administrator', 'supervisor', 'reviewer'] },
      { to: '/review-processes', label: '审核流程', roles: ['supervisor', 'reviewer', 'auditor'] },
      { to: '/rule-sets', label: '规则版本', roles: 'all' },
      { to: '/events', label: '事件记录', roles: ['auditor', 'supervisor'] },
    ],
  },
];

/** The item that an address belongs to: the longest one that it begins with. */
export function currentItem(path: string, groups: readonly NavigationGroup[] = NAVIGATION): string | null {
  const all = groups.flatMap((group) => group.items.map((item) => item.to));
  const fits = all.filter((to) => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)));
  return fits.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** The groups and items that a holder of these posts sees; `deskRoles` are the posts that a review process asks. */
export function navigationFor(roles: readonly Role[], deskRoles: readonly Role[] = [], groups: readonly NavigationGroup[] = NAVIGATION): NavigationGroup[] {
  return groups
    .map((group) => ({ ...group, items: group.items.filter((item) => item.roles === 'all' || item.roles.some((role) => roles.includes(role)) || item.desks?.some((role) => roles.includes(role) && deskRoles.includes(role))) }))
    .filter((group) => group.items.length > 0);
}
