import { INDICATOR_OUTCOME_WORDS, PLATFORM_WORDS, type IndicatorOutcome, type InspectionAccountView } from '@govmedia-hub/contracts';
import { Checkbox, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { AccountResultTag } from '../../components/StatusTag.js';

/** Short words for the cells; the legend and the drawer say them in full. */
const CELLS: Record<IndicatorOutcome, { word: string; shape: string }> = {
  clear: { word: '未发现', shape: '·' }, suspected: { word: '疑似', shape: '△' }, undecidable: { word: '无法判定', shape: '？' }, not_applicable: { word: '不适用', shape: '–' }, confirmed: { word: '属实', shape: '✕' }, dismissed: { word: '不成立', shape: '○' },
};

/** Accounts by indicators; every cell opens its case. */
export function VerdictGrid({ items, all, chosen, onChoose }: { items: readonly InspectionAccountView[]; /** The round before filtering: decides which indicators have something to show. */ all: readonly InspectionAccountView[]; chosen: string | null; onChoose: (accountId: string, verdictId: string) => void }) {
  const [onlyTelling, setOnlyTelling] = useState(true);
  const every = [...new Map(all.flatMap((item) => item.verdicts.map((verdict) => [verdict.code, verdict.name] as const)))];
  const telling = every.filter(([code]) => all.some((item) => item.verdicts.some((verdict) => verdict.code === code && verdict.outcome !== 'clear' && verdict.outcome !== 'not_applicable')));
  const indicators = onlyTelling && telling.length > 0 ? telling : every;
  const columns: TableColumnsType<InspectionAccountView> = [
    { title: '账号', key: 'account', fixed: 'left', width: 140, ellipsis: true, render: (_, row) => <Link className="cell-title" title={row.sponsorName} to={`/accounts/${row.accountId}`}>{row.accountName}</Link> },
    { title: '平台', key: 'platform', width: 96, render: (_, row) => PLATFORM_WORDS[row.platform] },
    { title: '结果', key: 'result', width: 92, render: (_, row) => <AccountResultTag is={row.result} /> },
    ...indicators.map(([code, name]) => ({
      title: <abbr title={`${code} ${name}`} className="grid-head">{name}<span className="grid-code">{code}</span></abbr>, key: code, width: indicators.length > 6 ? 98 : 150,
      render: (_: unknown, row: InspectionAccountView) => {
        const verdict = row.verdicts.find((one) => one.code === code);
        if (!verdict) return <span className="quiet">—</span>;
        const { word, shape } = CELLS[verdict.outcome];
        return <button type="button" className={`grid-cell grid-${verdict.outcome}`} aria-pressed={verdict.id === chosen} aria-label={`${row.accountName}，${name}：${INDICATOR_OUTCOME_WORDS[verdict.outcome]}`} onClick={() => onChoose(row.accountId, verdict.id)}><span aria-hidden="true">{shape}</span> {word}</button>;
      },
    })),
  ];
  return (
    <>
      {telling.length > 0 && telling.length < every.length && <p className="grid-choice"><Checkbox checked={onlyTelling} onChange={(event) => setOnlyTelling(event.target.checked)}>只看有情况的指标</Checkbox><span className="quiet small">{onlyTelling ? `另有 ${every.length - telling.length} 项指标没有发现问题或不适用` : `共 ${every.length} 项指标`}</span></p>}
      <Table<InspectionAccountView> aria-label="账号和指标" rowKey="accountId" size="small" dataSource={[...items]} columns={columns} pagination={false} scroll={{ x: 328 + indicators.length * (indicators.length > 6 ? 98 : 150) }} sticky={{ offsetHeader: 48 }} locale={{ emptyText: '没有符合条件的账号' }} />
    </>
  );
}
