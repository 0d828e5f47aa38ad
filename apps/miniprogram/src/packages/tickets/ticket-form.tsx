import { LIMITS, TICKET_KINDS, TICKET_KIND_WORDS, type TicketKind, type TicketReceiptView } from '@govmedia-hub/contracts';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.js';
import { failureOf, type Failure } from '../../api/failure.js';
import { useEndpoint } from '../../api/use-endpoint.js';
import { Field } from '../../components/field.js';
import { Failed } from '../../components/states.js';
import { Box, Choice, Form, Link, Press, TextArea, TextLine } from '../../elements/elements.js';
import { scrollToId } from '../../elements/scroll.js';
import { dropDraft, keepDraft, readDraft } from './draft.js';
import { keyedSubmissions } from './submission-key.js';
import { refusedFields, type TicketFields } from './ticket-fields.js';

const isKind = (kind: string | undefined): kind is TicketKind => TICKET_KINDS.some((one) => one === kind);

function firstFields(given: Record<string, string>): TicketFields {
  const draft = given.question ? null : readDraft();
  return { kind: isKind(given.kind) ? given.kind : (draft?.kind ?? 'question'), question: given.question ?? draft?.question ?? '', orgId: draft?.orgId ?? '', contactPhone: '' };
}

const FIELD_IDS: Record<keyof TicketFields, string> = { kind: 'ticket-kind', question: 'ticket-question', orgId: 'ticket-unit', contactPhone: 'ticket-phone' };

/** Labels above, one column, errors beside the field and at the top. */
export function TicketForm({ given, onOpened }: { given: Record<string, string>; onOpened: (receipt: TicketReceiptView) => void }) {
  const [fields, setFields] = useState(() => firstFields(given));
  const [errors, setErrors] = useState<Partial<Record<keyof TicketFields, string>>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState(false);
  const submissionKey = useRef(keyedSubmissions());
  const units = useEndpoint('publicListUnits', {});
  const { kind, question, orgId } = fields;
  useEffect(() => {
    if (question.trim()) keepDraft({ kind, question, orgId });
  }, [kind, question, orgId]);

  const change = (part: Partial<TicketFields>): void => {
    setFields((before) => ({ ...before, ...part }));
    setErrors({});
  };

  const send = async (): Promise<void> => {
    if (sending) return;
    const refused = refusedFields(fields);
    setErrors(refused);
    setFailure(null);
    if (Object.keys(refused).length) {
      scrollToId('ticket-top', 12);
      return;
    }
    setSending(true);
    try {
      const phone = fields.contactPhone.trim();
      const receipt = await call('publicOpenTicket', {
        body: { kind, question: question.trim(), submissionKey: submissionKey.current(`${kind}\n${question.trim()}`), ...(orgId ? { orgId } : {}), ...(given.answerId ? { answerId: given.answerId } : {}), ...(phone ? { contactPhone: phone } : {}) },
      });
      dropDraft();
      onOpened(receipt);
      scrollToId('ticket-top', 12);
    } catch (thrown) {
      const failed = failureOf(thrown);
      setFailure(failed);
      setErrors(Object.fromEntries(failed.fields.map((one) => [one.field, one.message])));
      setSending(false);
      scrollToId('ticket-top', 12);
    }
  };

  const options = [{ value: '', label: '不清楚，请代为分办' }, ...(units.state === 'ready' ? units.data.map((unit) => ({ value: unit.id, label: unit.name })) : [])];
  const shown = Object.entries(errors).filter(([, message]) => message);
  return (
    <Box className="ticket-form-frame">
      <Box as="h1" className="page-title" id="ticket-top">向部门提交问题</Box>
      <Box as="p" className="page-lead">不用登录，也不公开。提交后会得到编号和查询码，凭它们查看进度和答复。</Box>
      {failure && !shown.length ? <Failed compact failure={failure} onRetry={failure.next ? () => void send() : undefined} /> : null}
      {shown.length ? (
        <Box className="error-summary" role="alert">
          <Box as="p" className="error-summary-title">{failure?.title ?? '还差一点'}</Box>
          {shown.map(([field, message]) => (
            <Box as="p" key={field}>
              <Press className="error-summary-item" onPress={() => scrollToId(FIELD_IDS[field as keyof TicketFields] ?? 'ticket-top', 96)}>{message}</Press>
            </Box>
          ))}
        </Box>
      ) : null}
      <Form className="ticket-form" label="提交问题" onSubmit={() => void send()}>
        <Field id="ticket-kind" label="这是什么事">
          <Box className="choices-line" role="radiogroup" label="这是什么事">
            {TICKET_KINDS.map((one) => (
              <Press key={one} className={`choice-pill ticket-kind-${one}`} checked={kind === one} onPress={() => change({ kind: one })}>{TICKET_KIND_WORDS[one]}</Press>
            ))}
          </Box>
        </Field>
        <Field id="ticket-question" label="写下您的问题" hint="说清时间、地点和想办的事。请不要写身份证号、银行卡号。" error={errors.question}>
          <TextArea id="ticket-question" className="ticket-question" label="写下您的问题" value={question} onChange={(value) => change({ question: value })} maxLength={LIMITS.ticketChars} describedBy="ticket-question-hint" invalid={Boolean(errors.question)} />
          <Box as="p" className="field-count">{question.length} / {LIMITS.ticketChars} 字</Box>
        </Field>
        <Field id="ticket-unit" label="交给哪个单位" optional hint={units.state === 'failed' ? '单位名单没有读出来，可以直接提交，会有人分办。' : undefined} error={errors.orgId}>
          <Choice id="ticket-unit" className="ticket-unit" label="交给哪个单位" value={orgId} options={options} onChange={(value) => change({ orgId: value })} />
        </Field>
        <Field id="ticket-phone" label="联系电话" optional hint="只用于承办人员核实情况，不会公开。不填也会办理。" error={errors.contactPhone}>
          <TextLine id="ticket-phone" className="ticket-phone" kind="tel" label="联系电话" value={fields.contactPhone} onChange={(value) => change({ contactPhone: value })} maxLength={20} describedBy="ticket-phone-hint" invalid={Boolean(errors.contactPhone)} />
        </Field>
        <Press submit className="ticket-submit button-primary" disabled={sending}>{sending ? '正在提交…' : '提交问题'}</Press>
      </Form>
      <Box as="p" className="form-note">提交即表示了解<Link inline to="/privacy">隐私说明</Link>。</Box>
    </Box>
  );
}
