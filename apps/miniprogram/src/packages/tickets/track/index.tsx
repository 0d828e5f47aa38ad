import type { ResidentTicketView } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { call } from '../../../api/call.js';
import { failureOf, type Failure } from '../../../api/failure.js';
import { Field } from '../../../components/field.js';
import { Screen } from '../../../components/screen.js';
import { Failed, Loading } from '../../../components/states.js';
import { Box, Form, Link, Press, TextLine } from '../../../elements/elements.js';
import { useParams } from '../../../routes/use-params.js';
import { TicketProgress } from '../ticket-progress.js';

const CODE_CHARS = 40;

export default function TrackTicket() {
  const params = useParams();
  const [ticketNo, setTicketNo] = useState(params.no ?? '');
  const [checkCode, setCheckCode] = useState('');
  const [state, setState] = useState<'form' | 'loading'>('form');
  const [ticket, setTicket] = useState<ResidentTicketView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [missing, setMissing] = useState(false);

  const look = async (): Promise<void> => {
    const asked = { ticketNo: ticketNo.trim(), checkCode: checkCode.trim() };
    setMissing(!asked.ticketNo || !asked.checkCode);
    if (!asked.ticketNo || !asked.checkCode || state === 'loading') return;
    setState('loading');
    setFailure(null);
    setTicket(null);
    try {
      setTicket(await call('publicLookUpTicket', { body: asked }));
    } catch (thrown) {
      const failed = failureOf(thrown);
      setFailure(failed.kind === 'missing' ? { ...failed, title: '没有查到', hint: '编号和查询码要一起对上。请核对后再查。' } : failed);
    }
    setState('form');
  };

  return (
    <Screen title="查询进度" className="ticket-track-page">
      <Box as="h1" className="page-title">查我的问题办到哪一步</Box>
      <Form className="track-form" label="查询进度" onSubmit={() => void look()}>
        {missing ? <Box as="p" className="field-error" role="alert">请写全编号和查询码</Box> : null}
        <Field id="track-no" label="编号">
          <TextLine id="track-no" className="track-no" label="编号" value={ticketNo} onChange={setTicketNo} maxLength={CODE_CHARS} invalid={missing && !ticketNo.trim()} />
        </Field>
        <Field id="track-code" label="查询码">
          <TextLine id="track-code" className="track-code" label="查询码" value={checkCode} onChange={setCheckCode} maxLength={CODE_CHARS} invalid={missing && !checkCode.trim()} />
        </Field>
        <Press submit className="track-submit button-primary" disabled={state === 'loading'}>查进度</Press>
      </Form>
      {state === 'loading' ? <Loading what="办理进度" /> : null}
      {failure ? <Failed compact failure={failure} onRetry={() => void look()} /> : null}
      {ticket ? <TicketProgress ticket={ticket} /> : null}
      <Link to="/ticket/new" className="part-more">提交新的问题</Link>
    </Screen>
  );
}
