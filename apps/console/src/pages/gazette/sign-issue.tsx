import { endpoints, type GazetteIssueView } from '@govmedia-hub/contracts';
import { App, Button } from 'antd';
import { useAct } from '../../api/queries.js';
import { useSession } from '../../app/session.js';
import { civilDateAt, formatCivilDate } from '../../components/dates/civil-date.js';

/** The signature of a supervisor who had no hand in the issue. */
export function SignIssue({ issue, disabled = false }: { issue: GazetteIssueView; disabled?: boolean }) {
  const { may } = useSession();
  const { message, modal } = App.useApp();
  const when = issue.publishedOn > civilDateAt(Date.now()) ? `${formatCivilDate(issue.publishedOn)}起群众看得到` : '群众现在就看得到';
  const sign = useAct(endpoints.signGazetteIssue, { shows: { endpoint: endpoints.getGazetteIssue, id: issue.id }, done: () => void message.success(`已签发，${when}。`) });
  if (!may('supervisor')) return null;
  const unchecked = issue.sections.flatMap((section) => section.items).filter((item) => item.textState === 'ocr_unchecked').length;
  const ask = () => modal.confirm({
    title: '签发这一期', okText: '签发', cancelText: '再看看',
    content: `签发后正文定稿，不能再改，${when}。${unchecked > 0 ? `有 ${unchecked} 份文件的扫描识别文本还没有校对，公开时会注明。` : ''}不能签发自己编辑过的公报。`,
    onOk: () => sign.mutateAsync({ params: { id: issue.id }, body: { seenVersion: issue.version } }).catch((problem: unknown) => void message.error(problem instanceof Error ? problem.message : '没有签发成功。')),
  });
  return <Button type="primary" disabled={disabled} loading={sign.isPending} onClick={ask}>签发</Button>;
}
