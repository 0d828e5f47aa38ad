import { endpoints, GAZETTE_TEXT_STATE_WORDS, type GazetteIssueView } from '@govmedia-hub/contracts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { addressOf } from '../../api/address.js';
import { useAct } from '../../api/queries.js';
import { formatCivilDate, formatInstant } from '../../components/dates/civil-date.js';
import { Digest } from '../../components/Digest.js';
import { Facts, Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import { StatusTag } from '../../components/StatusTag.js';
import { DocNumber, ValidityChip } from '../../components/ValidityChip.js';
import { CheckText } from './check-text.js';
import { Errata } from './errata.js';
import { SignIssue } from './sign-issue.js';

/** An issue as it stands: signed, or taken in as it was printed and waiting for its signature. */
export function IssueReading({ issue, may }: { issue: GazetteIssueView; may: boolean }) {
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const [reading, setReading] = useState<string | null>(null);
  const discard = useAct(endpoints.discardGazetteIssue, { done: () => { void message.success('已作废。'); void navigate('/gazette', { replace: true }); } });
  const confirmDiscard = () => modal.confirm({ title: '作废这一期', content: '导入的文本会丢掉，不能恢复；改好文件后可以重新导入。', okText: '作废', okButtonProps: { danger: true }, cancelText: '再看看', onOk: () => discard.mutateAsync({ params: { id: issue.id }, body: { seenVersion: issue.version } }).catch(() => undefined) });
  return (
    <>
      <ProblemAlert problem={discard.error} />
      <Facts items={[
        ['出版日期', formatCivilDate(issue.publishedOn)],
        [issue.origin === 'back_catalogue' ? '导入和校对' : '编辑', issue.savedByName],
        ['签发', issue.signedByName ? `${issue.signedByName}，${formatInstant(issue.signedAt)}` : '还没有签发'],
        ['本期正文摘要', <Digest key="digest" value={issue.digest} label="本期正文摘要" />],
      ]} />
      {issue.sections.map((section, at) => (
        <Section key={at} title={section.name}>
          <ol className="rows">
            {section.items.map((item) => (
              <li key={item.id} className="row-between">
                <span className="gazette-order"><button type="button" className="plain-link serif" onClick={() => setReading(item.id)}>{item.title}</button><span className="cell-sub"><DocNumber docNumber={item.docNumber} validity={item.validity} />　{[item.issuer, item.signedOn && formatCivilDate(item.signedOn)].filter(Boolean).join('　')}</span></span>
                <span className="row">
                  {item.withdrawn ? <StatusTag tone="seal" shape="✕">文件已撤下</StatusTag> : item.documentId && <ValidityChip validity={item.validity} />}
                  {item.textState !== 'library' && <StatusTag tone={item.textState === 'ocr_unchecked' ? 'amber' : 'grey'} shape={item.textState === 'ocr_unchecked' ? '△' : '○'}>{GAZETTE_TEXT_STATE_WORDS[item.textState]}</StatusTag>}
                  {issue.origin === 'back_catalogue' && may && item.textState === 'ocr_unchecked' && <Button size="small" aria-label={`校对 ${item.title}`} onClick={() => setReading(item.id)}>校对</Button>}
                </span>
              </li>
            ))}
          </ol>
        </Section>
      ))}
      {issue.status === 'signed' ? <Errata issue={issue} may={may} /> : (
        <div className="row-between gazette-acts">
          {may ? <Button danger type="text" loading={discard.isPending} onClick={confirmDiscard}>作废</Button> : <span />}
          <span className="row"><Button href={addressOf(endpoints.getGazetteProof.path, { params: { id: issue.id } })}>下载校样 PDF</Button><SignIssue issue={issue} /></span>
        </div>
      )}
      {reading && <CheckText key={reading} issue={issue} itemId={reading} may={may} onClose={() => setReading(null)} />}
    </>
  );
}
