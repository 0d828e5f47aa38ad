import type { AccountView, FilingForm, FilingKind, Platform } from '@govmedia-hub/contracts';

/** What stands in the form; empty text where the contracts allow null. */
export type EditedFiling = Omit<FilingForm, 'homepageUrl' | 'operatorOrg' | 'successor'> & { homepageUrl: string; operatorOrg: string; successor: string };

export const FIELD_NAMES: Record<keyof FilingForm, string> = {
  accountName: '账号名称', platform: '平台', accountType: '账号类型', platformAccountId: '平台账号标识', accountKind: '账号用途', homepageUrl: '主页地址', intro: '账号简介', openedOn: '开设日期',
  certSubject: '认证主体', undertakingDept: '承办部门', operationMode: '运维方式', operatorOrg: '运维单位', leaderInCharge: '分管领导', responsiblePerson: '负责人', responsiblePhone: '负责人电话',
  interactionChannels: '互动方式', updateFrequency: '更新频次', reason: '申请理由', successor: '去向账号',
};

/** Types that each platform knows; free text stays possible for the others. */
export const ACCOUNT_TYPES: Partial<Record<Platform, string[]>> = {
  wechat_official: ['订阅号', '服务号'], wechat_mini_program: ['小程序'], wechat_channels: ['视频号'], weibo: ['政府认证微博'], douyin: ['政府机构号'], kuaishou: ['政府机构号'], toutiao: ['头条号'], app: ['移动客户端'],
};

export const INTERACTION_CHANNELS = ['后台留言', '评论', '自动回复', '菜单入口', '电话', '线上信箱'];
export const UPDATE_FREQUENCIES = ['每日更新', '每周至少3次', '每周至少1次', '每两周至少1次'];

export function emptyFiling(orgName: string): EditedFiling {
  return {
    accountName: '', platform: 'wechat_official', accountType: '订阅号', platformAccountId: '', accountKind: 'publishing', homepageUrl: '', intro: '', openedOn: null,
    certSubject: orgName, undertakingDept: '', operationMode: 'self', operatorOrg: '', leaderInCharge: '', responsiblePerson: '', responsiblePhone: '', interactionChannels: ['后台留言'], updateFrequency: '每周至少1次', reason: '', successor: '',
  };
}

export function editFiling(form: FilingForm): EditedFiling {
  return { ...form, homepageUrl: form.homepageUrl ?? '', operatorOrg: form.operatorOrg ?? '', successor: form.successor ?? '' };
}

/** A change or closing begins with what is registered. */
export function filingOfAccount(account: AccountView): Partial<EditedFiling> {
  return {
    accountName: account.name, platform: account.platform, accountType: account.accountType, platformAccountId: account.platformAccountId, accountKind: account.kind, homepageUrl: account.homepageUrl ?? '', intro: account.intro, openedOn: account.openedOn,
    certSubject: account.certSubject, undertakingDept: account.undertakingDept, responsiblePerson: account.responsiblePerson, responsiblePhone: account.responsiblePhone, interactionChannels: account.interactionChannels,
  };
}

export function toFilingForm(edited: EditedFiling, kind: FilingKind): FilingForm {
  const { successor, ...rest } = edited;
  return {
    ...rest, accountName: edited.accountName.trim(), certSubject: edited.certSubject.trim(), homepageUrl: edited.homepageUrl.trim() || null, operatorOrg: edited.operationMode === 'contracted' ? edited.operatorOrg.trim() || null : null,
    ...(kind === 'closing' || kind === 'cancellation' ? { successor: successor.trim() || null } : {}),
  };
}

export const FORM_STEPS: { title: string; fields: (keyof FilingForm)[] }[] = [
  { title: '账号', fields: ['accountName', 'platform', 'accountType', 'platformAccountId', 'accountKind', 'openedOn', 'homepageUrl', 'intro'] },
  { title: '主办与负责人', fields: ['certSubject', 'undertakingDept', 'operationMode', 'operatorOrg', 'leaderInCharge', 'responsiblePerson', 'responsiblePhone'] },
  { title: '运行与理由', fields: ['interactionChannels', 'updateFrequency', 'reason', 'successor'] },
];

/** What is missing in a step before one may go on; the engine's checks follow when the form is saved. */
export function missingIn(step: number, edited: EditedFiling, kind: FilingKind): Partial<Record<keyof FilingForm, string>> {
  const missing: Partial<Record<keyof FilingForm, string>> = {};
  const need = (field: keyof EditedFiling, message: string) => { if (String(edited[field] ?? '').trim() === '') missing[field] = message; };
  if (step === 0) {
    need('accountName', '请填写账号名称。');
    need('accountType', '请填写账号类型。');
    if (edited.homepageUrl && !/^https?:\/\/\S+$/.test(edited.homepageUrl)) missing.homepageUrl = '网址应以 http:// 或 https:// 开头。';
  } else if (step === 1) {
    need('certSubject', '请填写认证主体。');
    need('leaderInCharge', '请填写分管领导。');
    need('responsiblePerson', '请填写负责人。');
    need('responsiblePhone', '请填写负责人电话。');
    if (edited.operationMode === 'contracted') need('operatorOrg', '委托运维的，请填写运维单位。');
  } else if (step === 2) {
    need('reason', kind === 'opening' ? '请写明开设理由。' : '请写明理由。');
    if (kind === 'opening' && edited.interactionChannels.length === 0) missing.interactionChannels = '至少提供一种互动方式。';
  }
  return missing;
}
