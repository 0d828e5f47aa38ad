import { ROLE_WORDS, type Priority, type ReviewProcessDesk } from '@govmedia-hub/contracts';
import { Table, type TableColumnsType } from 'antd';

const stepDays = ({ days }: ReviewProcessDesk, priority: Priority): string => (days === null ? '—' : days[priority] === 0 ? '当日' : `${days[priority]} 个工作日`);

/** The steps of one version as they are. */
export function ProcessDesks({ name, desks }: { name: string; desks: readonly ReviewProcessDesk[] }) {
  const nameOf = new Map(desks.map((entry) => [entry.desk, entry.name]));
  const columns: TableColumnsType<ReviewProcessDesk> = [
    { title: '步骤', dataIndex: 'name', width: 140 },
    { title: '由谁办', key: 'who', width: 180, render: (_, row) => `${row.unit === 'own' ? '本单位' : ''}${ROLE_WORDS[row.role]}` },
    { title: '在哪些步骤之后', key: 'after', render: (_, row) => row.after.map((desk) => nameOf.get(desk)).join('、') || '送审后即可办理' },
    { title: '一般期限', key: 'normal', width: 110, align: 'right', render: (_, row) => stepDays(row, 'normal') },
  { title: '急件期限', key: 'urgent', width: 110, align: 'right', render: (_, row) => stepDays(row, 'urgent') },
    { title: '须由不同的人办', key: 'apart', width: 260, render: (_, row) => (row.apart === null ? '—' : desks.filter((other) => other.apart === row.apart).map((other) => other.name).join('、')) },
  ];
  return <Table<ReviewProcessDesk> aria-label={`${name}的步骤`} size="small" rowKey="desk" dataSource={[...desks]} columns={columns} pagination={false} scroll={{ x: 980 }} />;
}
