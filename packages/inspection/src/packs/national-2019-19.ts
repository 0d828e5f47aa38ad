import type { Indicator, IndicatorPack } from '../indicators.js';

const SOURCE = '国办秘函〔2019〕19号';
const EVERYBODY: Indicator['appliesTo'] = { anyOf: [], statuses: ['active', 'closing_notice', 'closed'], minAgeDays: 0 };
const RUNNING: Indicator['appliesTo'] = { anyOf: [], statuses: ['active'], minAgeDays: 0 };
const SAFETY = '安全、泄密事故等严重问题';

/** 政务新媒体单项否决指标: reconstructed from public circulars, because the annexes of the notice were not at hand. */
export const NATIONAL_PACK: IndicatorPack = {
  id: 'gbmh-2019-19',
  name: '政务新媒体检查指标（单项否决）',
  version: '2019.1',
  source: SOURCE,
  issuedOn: '2019-04-01',
  effectiveFrom: '2019-04-01',
  effectiveTo: null,
  scope: 'national',
  readOnly: true,
  note: '依据公开通报和公开转述整理的还原文本，不是原件；标为“部分有公开来源”“未核实原文”的指标使用前请与原件核对。命中任一单项否决指标且经人工确认，即为不合格。',
  indicators: [
    {
      code: 'NM-V1.1', name: '出现严重表述错误', family: SAFETY, kind: 'veto', trigger: '发布内容出现严重表述错误。', source: SOURCE, confidence: 'found', detectedBy: 'both',
      check: 'screened_content', params: { gates: ['politics'], severities: ['block'], rules: ['politics.set-phrase', 'politics.numbered-phrase'], what: '严重表述错误' }, appliesTo: EVERYBODY,
    },
    {
      code: 'NM-V1.2', name: '泄露国家秘密', family: SAFETY, kind: 'veto', trigger: '发布内容泄露国家秘密。', source: SOURCE, confidence: 'found', detectedBy: 'both',
      check: 'screened_content', params: { gates: [], severities: [], rules: ['secrecy.marking'], what: '涉密线索', alsoIncidents: ['secrecy'] }, appliesTo: EVERYBODY,
    },
    {
      code: 'NM-V1.3', name: '发布或链接反动、暴力、色情等内容', family: SAFETY, kind: 'veto', trigger: '发布或者链接反动、暴力、色情等内容。', source: SOURCE, confidence: 'found', detectedBy: 'both',
      check: 'incident_record', params: { kinds: ['harmful_content'], onlyIfLate: false, what: '有害内容', alsoProbes: ['outbound_link'] }, appliesTo: EVERYBODY,
    },
    {
      code: 'NM-V1.4', name: '安全攻击未及时有效处置', family: SAFETY, kind: 'veto', trigger: '对安全攻击（篡改、劫持等）没有及时有效处置，造成严重安全事故。', source: SOURCE, confidence: 'unverified', detectedBy: 'human',
      check: 'incident_record', params: { kinds: ['attack'], onlyIfLate: true, what: '安全攻击' }, appliesTo: EVERYBODY,
    },
    {
      code: 'NM-V1.5', name: '伪造发稿日期等弄虚作假', family: SAFETY, kind: 'veto', trigger: '弄虚作假，伪造发稿日期等。', source: SOURCE, confidence: 'unverified', detectedBy: 'both',
      check: 'publish_dates', params: { toleranceHours: 1 }, appliesTo: EVERYBODY,
    },
    {
      code: 'NM-V1.6', name: '内容不当引发严重负面舆情', family: SAFETY, kind: 'veto', trigger: '因发布内容不当引发严重负面舆情。', source: SOURCE, confidence: 'partly_found', detectedBy: 'human',
      check: 'incident_record', params: { kinds: ['public_opinion'], onlyIfLate: false, what: '负面舆情' }, appliesTo: EVERYBODY,
    },
    {
      code: 'NM-V2.1', name: '监测时间点前2周内无更新', family: '内容不更新', kind: 'veto', trigger: '监测时间点前2周内无更新。', source: SOURCE, confidence: 'found', detectedBy: 'both',
      check: 'update_window', params: { maxSilentDays: 14 }, appliesTo: { anyOf: [{ kinds: ['publishing', 'mixed'] }], statuses: ['active'], minAgeDays: 14 },
    },
    {
      code: 'NM-V2.2', name: '无法下载或者无法使用', family: '内容不更新', kind: 'veto', trigger: '移动客户端（含小程序等服务类应用）无法下载或者无法使用，成为“僵尸”“睡眠”应用。', source: SOURCE, confidence: 'partly_found', detectedBy: 'both',
      check: 'availability', params: { targets: ['download', 'homepage'], maxProbeAgeDays: 14 }, appliesTo: { anyOf: [{ kinds: ['service'] }, { platforms: ['app', 'wechat_mini_program'] }], statuses: ['active'], minAgeDays: 0 },
    },
    {
      code: 'NM-V3.1', name: '未提供有效互动功能', family: '互动回应差', kind: 'veto', trigger: '未提供有效互动功能。', source: SOURCE, confidence: 'found', detectedBy: 'both',
      check: 'interaction', params: { targets: ['interaction'], maxProbeAgeDays: 92 }, appliesTo: RUNNING,
    },
    {
      code: 'NM-V3.2', name: '购买“粉丝”、强制点赞等弄虚作假', family: '互动回应差', kind: 'veto', trigger: '存在购买“粉丝”、强制要求群众点赞等弄虚作假行为。', source: SOURCE, confidence: 'found', detectedBy: 'human',
      check: 'complaint_record', params: { kinds: ['fake_followers', 'forced_likes'], what: '购买“粉丝”、强制点赞' }, appliesTo: RUNNING,
    },
  ],
};

/** Packs shipped with the product; a city adds its own beside them. */
export const INDICATOR_PACKS: readonly IndicatorPack[] = [NATIONAL_PACK];
