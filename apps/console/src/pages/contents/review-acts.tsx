import { endpoints, type ContentView, type FindingView } from '@govmedia-hub/contracts';
import { App } from 'antd';
import { useAct } from '../../api/queries.js';
import { Digest } from '../../components/Digest.js';
import { ReasonDialog } from '../../components/ReasonDialog.js';
import { OpennessDialog } from './openness-dialog.js';
import { VerdictDialog, type VerdictAct } from './verdict-dialog.js';

/** What the person is about to do; null while nothing is asked. */
export type ReviewAct =
  | { kind: 'finding'; finding: FindingView; decision: 'confirmed' | 'dismissed' }
  | ({ kind: 'verdict' } & VerdictAct)
  | { kind: 'openness' }
  | { kind: 'emergency' }
  | { kind: 'decide-emergency'; decision: 'release' | 'refuse' }
  | { kind: 'publish' }
  | { kind: 'withdraw' };

/** The dialog of an act: its consequence, an opinion or a reason, and the digest that it binds to. */
export function ReviewActDialog({ act, content, close }: { act: ReviewAct; content: ContentView; close: () => void }) {
  const { message } = App.useApp();
  const shows = { endpoint: endpoints.getContent, id: content.id };
  const done = (text: string) => () => { void message.success(text); close(); };
  const finding = useAct(endpoints.decideFinding, { shows, done: close });
  const emergency = useAct(endpoints.requestEmergency, { shows, done: done('已提交，等待主管单位同意。') });
  const decision = useAct(endpoints.decideEmergency, { shows, done: done('已记录。') });
  const publish = useAct(endpoints.publishContent, { shows, done: done('已发布，群众现在可以看到。') });
  const withdraw = useAct(endpoints.withdrawContent, { shows, done: done('已撤回，群众页面和订阅源已显示撤回说明。') });
  const { digest, lexiconVersion } = content.revision;
  const bound = <p className="small quiet" style={{ marginBottom: 12 }}>结论针对第 {content.revision.number} 版，摘要 <Digest value={digest} />，词库 {lexiconVersion}</p>;
  const params = { id: content.id };

  switch (act.kind) {
    case 'finding':
      return (
        <ReasonDialog
          title={act.decision === 'confirmed' ? '确认检查结果属实' : '认定为误报'} verb={act.decision === 'confirmed' ? '确认属实' : '认定误报'} label="理由" onCancel={close} busy={finding.isPending} problem={finding.error}
          consequence={act.decision === 'confirmed' ? (act.finding.severity === 'block' ? '属实的必改项改正之前，这一关不能通过。' : '记为属实，请采编人员改正。') : '认定误报后不再拦截，理由写入事件记录。'}
          initial={act.decision === 'confirmed' ? '确需改正。' : ''}
          onSubmit={(reason) => finding.mutate({ params: { ...params, findingId: act.finding.id }, body: { decision: act.decision, reason } })}
        ><p className="finding-text" style={{ marginBottom: 12 }}>“{act.finding.text}”　<span className="small quiet">{act.finding.message}</span></p></ReasonDialog>
      );
    case 'verdict':
      return <VerdictDialog act={act} content={content} bound={bound} close={close} />;
    case 'openness':
      return <OpennessDialog content={content} close={close} />;
    case 'emergency':
      return (
        <ReasonDialog title="申请应急发布" verb="提交申请" label="事由" onCancel={close} busy={emergency.isPending} problem={emergency.error} consequence="主管单位同意后，群众立即可以看到。五关、三审、三校要在规定期限内补办，逾期会列入清单。保密关必须已经通过。" onSubmit={(reason) => emergency.mutate({ params, body: { digest, reason, seenVersion: content.version } })}>{bound}</ReasonDialog>
      );
    case 'decide-emergency':
      return (
        <ReasonDialog title={act.decision === 'release' ? '同意应急发布' : '不同意应急发布'} verb={act.decision === 'release' ? '同意并发布' : '不同意'} danger={act.decision === 'release'} label="意见" onCancel={close} busy={decision.isPending} problem={decision.error} consequence={act.decision === 'release' ? '同意后立即公开，由您和申请人共同负责，审核须限期补办。' : '不公开，按通常流程审核。'} initial={act.decision === 'release' ? '情况属实，同意。' : ''} onSubmit={(opinion) => decision.mutate({ params, body: { digest, decision: act.decision, opinion } })}>{bound}</ReasonDialog>
      );
    case 'publish':
      return (
        <ReasonDialog title="发布" verb="发布" onCancel={close} busy={publish.isPending} problem={publish.error} consequence="发布后群众立即可以看到，并进入问答库和订阅源。发现问题可随时撤回。" onSubmit={() => publish.mutate({ params, body: { digest, seenVersion: content.version } })}>{bound}</ReasonDialog>
      );
    case 'withdraw':
      return (
        <ReasonDialog title="撤回" verb="立即撤回" danger label="撤回原因" onCancel={close} busy={withdraw.isPending} problem={withdraw.error} consequence="撤回立即生效：群众页面和订阅源改为显示撤回说明和原因，问答库不再引用。原文不能恢复发布，需修改后重新审核。" onSubmit={(reason) => withdraw.mutate({ params, body: { reason, seenVersion: content.version } })} />
      );
  }
}
