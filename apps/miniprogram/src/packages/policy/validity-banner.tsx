import type { PublicDocumentView, Validity } from '@govmedia-hub/contracts';
import { Box, Link } from '../../elements/elements.js';
import { linkTo, policyLink } from '../../routes/paths.js';
import { dateWords } from '../../words/dates.js';
import { titled } from '../../words/names.js';

const HEADLINES: Partial<Record<Validity, string>> = {
  not_yet_in_force: '这份文件还没有施行',
  amended: '这份文件已被修改',
  repealed: '这份文件已经废止',
  declared_lapsed: '这份文件已宣布失效',
  expired: '这份文件已过有效期',
  unknown: '这份文件的效力还没有核实',
};

const ADVICE: Partial<Record<Validity, string>> = {
  not_yet_in_force: '施行之前不能作为办事依据。',
  amended: '请以修改后的规定为准。',
  repealed: '不能再作为办事依据，保留在这里供查考。',
  declared_lapsed: '不能再作为办事依据，保留在这里供查考。',
  expired: '不能再作为办事依据，保留在这里供查考。',
  unknown: '办事前请向制发机关核实。',
};

/** Stands only above documents that do not simply hold, and says what did it. */
export function ValidityBanner({ policy }: { policy: PublicDocumentView }) {
  const headline = HEADLINES[policy.validity];
  if (!headline) return null;
  const change = policy.validityChanges.find((one) => one.validity === policy.validity);
  const since = policy.validity === 'not_yet_in_force' ? policy.effectiveOn : policy.validity === 'expired' ? policy.expiresOn : (change?.fromOn ?? null);
  return (
    <Box className={`validity-banner banner-${policy.validity}`} role="region" label="效力提示">
      <Box as="p" className="banner-title">
        {headline}
        {since ? `（${policy.validity === 'expired' ? '有效期至' : '自'}${dateWords(since)}${policy.validity === 'not_yet_in_force' ? '起施行' : policy.validity === 'expired' ? '' : '起'}）` : ''}
      </Box>
      {change?.byTitle ? (
        <Box as="p" className="banner-source">
          依据：
          {change.byDocumentId ? <Link inline to={policyLink(change.byDocumentId)}>{titled(change.byTitle)}</Link> : titled(change.byTitle)}
          {change.byDocNumber ? `（${change.byDocNumber}）` : ''}
        </Box>
      ) : null}
      <Box as="p" className="banner-advice">{policy.validity === 'amended' && policy.versions.length > 1 ? <>下面是修改后的文本。<Link inline to={linkTo('/compare', { id: policy.id })}>对照修改前后</Link></> : ADVICE[policy.validity]}</Box>
    </Box>
  );
}
