import { LIMITS, type AskView } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { Box, Form, Press, Words } from '../elements/elements.js';
import { go } from '../routes/navigate.js';
import { linkTo } from '../routes/paths.js';
import { SuggestingLine } from './suggesting-line.js';

/** The box that the app begins with. On the answer page it holds the question just asked and replaces the page. */
export function AskBox({ label, asked = '', conversation = null }: { label: string; asked?: string; conversation?: AskView['conversation'] }) {
  const [dropped, setDropped] = useState<string | null>(null);
  const goesOn = conversation !== null && conversation.handle !== dropped ? conversation : null;
  const [typed, setTyped] = useState(asked);
  const [error, setError] = useState<string | null>(null);
  const ask = (): void => {
    const q = typed.trim();
    if (!q) {
      setError('请先写下想问的事，比如“怎么领失业保险金”');
      return;
    }
    void go(linkTo('/ask', { q, ...(goesOn ? { c: goesOn.handle } : {}) }), { replace: asked !== '' });
  };
  return (
    <Form className="ask-box" label="提问" search onSubmit={ask}>
      {error ? <Box as="p" className="field-error" id="ask-error" role="alert">{error}</Box> : null}
      {goesOn ? (
        <Box className="goes-on" id="goes-on">
          <Words className="goes-on-subject">接着上一问：{goesOn.subject}</Words>
          <Press className="goes-on-drop" onPress={() => setDropped(goesOn.handle)}>不接着问</Press>
        </Box>
      ) : null}
      <Box className="ask-line">
        <SuggestingLine
          id="ask-input"
          className="ask-input"
          kind="search"
          value={typed}
          settled={asked}
          onPick={({ kind, text, link }) => void (kind === 'qa' ? go(linkTo('/ask', { q: text }), { replace: asked !== '' }) : go(link))}
          onChange={(value) => {
            setTyped(value);
            if (error) setError(null);
          }}
          placeholder="用平常的话写就行"
          maxLength={LIMITS.questionChars}
          label={label}
          describedBy={error ? 'ask-error' : goesOn ? 'goes-on' : undefined}
          invalid={error !== null}
        />
        <Press submit className="ask-submit button-primary">提问</Press>
      </Box>
    </Form>
  );
}
