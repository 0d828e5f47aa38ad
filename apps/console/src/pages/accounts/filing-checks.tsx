import type { FilingCheckView, FilingForm } from '@govmedia-hub/contracts';
import { ACCOUNT_KIND_WORDS, PLATFORM_WORDS } from '@govmedia-hub/contracts';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { Facts } from '../../components/PageHeader.js';
import { StatusTag } from '../../components/StatusTag.js';

const LOOKS = { ok: ['good', '●', '通过'], warn: ['amber', '△', '提醒'], block: ['seal', '✕', '不通过'] } as const;
const RANK = { block: 0, warn: 1, ok: 2 } as const;

/** The engine's checks, what blocks first. */
export function FilingChecks({ checks }: { checks: readonly FilingCheckView[] }) {
  if (checks.length === 0) return <p className="quiet">保存后自动检查。</p>;
  return (
    <ul className="rows">
      {[...checks].sort((a, b) => RANK[a.outcome] - RANK[b.outcome]).map((check, i) => {
        const [tone, shape, word] = LOOKS[check.outcome];
        return <li key={`${check.check} ${i}`} className="filing-check"><StatusTag tone={tone} shape={shape}>{word}</StatusTag><span>{check.message}</span></li>;
      })}
    </ul>
  );
}

/** 备案表 as it will be decided on. */
export function FilingFacts({ form }: { form: FilingForm }) {
  return (
    <Facts items={[
      ['账号名称', form.accountName], ['平台', PLATFORM_WORDS[form.platform]], ['账号类型', form.accountType], ['平台账号标识', form.platformAccountId], ['账号用途', ACCOUNT_KIND_WORDS[form.accountKind]], ['开设日期', formatCivilDate(form.openedOn)],
      ['主页地址', form.homepageUrl], ['认证主体', form.certSubject], ['承办部门', form.undertakingDept], ['运维方式', form.operationMode === 'self' ? '自行运维' : `委托 ${form.operatorOrg ?? ''}`], ['分管领导', form.leaderInCharge],
      ['负责人', form.responsiblePerson], ['负责人电话', form.responsiblePhone], ['互动方式', form.interactionChannels.join('、')], ['更新频次', form.updateFrequency], ['简介', form.intro], ['理由', form.reason], ...(form.successor ? [['去向账号', form.successor] as const] : []),
    ]} />
  );
}
