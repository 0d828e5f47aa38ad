import { CONTENT_KIND_WORDS, endpoints, ROLE_WORDS, type ReviewProcessDesk, type ReviewProcessView } from '@govmedia-hub/contracts';
import { Collapse, Table, type TableColumnsType } from 'antd';
import { useCall } from '../../api/queries.js';
import { formatCivilDate } from '../../components/dates/civil-date.js';
import { Section } from '../../components/PageHeader.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';

function DesksTable({ process }: { process: ReviewProcessView }) {
  const nameOf = new Map(process.desks.map(({ desk, name }) => [desk, name]));
  const columns: TableColumnsType<ReviewProcessDesk> = [
    { title: '步骤', dataIndex: 'name', width: 100 },
    { title: '由谁办', key: 'who', width: 180, render: (_, row) => `${row.unit === 'own' ? '本单位' : ''}${ROLE_WORDS[row.role]}` },
    { title: '在哪些步骤之后', key: 'after', render: (_, row) => row.after.map((desk) => nameOf.get(desk)).join('、') || '送审后，各关同时办理' },
    { title: '须由不同的人办', key: 'apart', width: 220, render: (_, row) => (row.apart === null ? '—' : process.desks.filter((other) => other.apart === row.apart).map(({ name }) => name).join('、')) },
  ];
  return <Table<ReviewProcessDesk> aria-label={`${process.name}的步骤`} size="small" rowKey="desk" dataSource={process.desks} columns={columns} pagination={false} />;
}

/** 审核流程: every version step by step; a text goes by the one that was in force when it was handed in. */
export function ReviewProcesses() {
  const { data, error, refetch } = useCall(endpoints.getReviewRules, {});
  return (
    <Section title="审核流程">
      <ProblemAlert problem={error} retry={() => void refetch()} />
      <p className="quiet">一篇内容按送审那天的版本办到底。写过正文的人不能办任何一步。</p>
      <Collapse
        items={[...(data?.processes ?? [])].reverse().map((process) => ({
          key: `${process.id}.${process.version}`,
          label: `${process.name}　第 ${process.version} 版，${formatCivilDate(process.effectiveFrom)}${process.effectiveTo ? `至${formatCivilDate(process.effectiveTo)}` : '起'}`,
          children: <><p className="small quiet">适用于{process.kinds.map((kind) => CONTENT_KIND_WORDS[kind]).join('、')}。来源：{process.source}</p><DesksTable process={process} /></>,
        }))}
      />
    </Section>
  );
}
