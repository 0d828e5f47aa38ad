import { LIMITS } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { call } from '../api/call.js';
import { failureOf } from '../api/failure.js';
import { Box, Form, Link, Press, TextArea } from '../elements/elements.js';
import { linkTo } from '../routes/paths.js';
import { Field } from './field.js';

/** Helpful or not; a "no" may say why and can be sent on as a question. */
export function AnswerFeedback({ answerId, question }: { answerId: string; question: string }) {
  const [step, setStep] = useState<'ask' | 'why' | 'sending' | 'thanks'>('ask');
  const [helpful, setHelpful] = useState(true);
  const [why, setWhy] = useState('');
  const [error, setError] = useState<string | null>(null);

  const send = async (yes: boolean): Promise<void> => {
    const before = step;
    setStep('sending');
    setHelpful(yes);
    setError(null);
    try {
      await call('publicFeedback', { params: { id: answerId }, body: { helpful: yes, ...(why.trim() ? { why: why.trim() } : {}) } });
      setStep('thanks');
    } catch (thrown) {
      setError(failureOf(thrown).title);
      setStep(before);
    }
  };

  if (step === 'thanks')
    return (
      <Box className="feedback feedback-thanks" role="status">
        <Box as="p">已记下{helpful ? '。' : '，会交给审核人员改进。'}</Box>
        {helpful ? null : <Link to={linkTo('/ticket/new', { question, answerId })} className="button-secondary send-on">把问题交给承办单位</Link>}
      </Box>
    );
  return (
    <Box className="feedback">
      {error ? <Box as="p" className="field-error" role="alert">{error}，请再试一次</Box> : null}
      {step === 'why' ? (
        <Form label="哪里不对" onSubmit={() => void send(false)}>
          <Field id="feedback-why" label="哪里没说清楚" optional>
            <TextArea id="feedback-why" className="feedback-why" label="哪里没说清楚" value={why} onChange={setWhy} maxLength={LIMITS.reasonChars} />
          </Field>
          <Press submit className="button-secondary feedback-send">提交意见</Press>
        </Form>
      ) : (
        <Box className="feedback-line" role="group" label="这个答复有用吗">
          <Box as="p" className="feedback-question">这个答复有用吗</Box>
          <Box className="feedback-choices">
            <Press className="feedback-choice feedback-yes" disabled={step === 'sending'} onPress={() => void send(true)}>有用</Press>
            <Press className="feedback-choice feedback-no" disabled={step === 'sending'} onPress={() => setStep('why')}>没用</Press>
          </Box>
        </Box>
      )}
    </Box>
  );
}
