import { LIMITS, type AskView } from '@govmedia-hub/contracts';
import { useEffect, useState } from 'react';
import { call } from '../api/call.js';
import { Box, Form, Link, Press, TextLine, Words } from '../elements/elements.js';
import { go } from '../routes/navigate.js';
import { linkTo } from '../routes/paths.js';

const PAUSE_MS = 300;
const FROM_CHARS = 2;

/** Common questions that resemble what is being typed. They help; without them nothing is lost. */
function useSuggestions(typed: string, asked: string): string[] {
  const [suggestions, setSuggestions] = useState<string[]>([]);
  useEffect(() => {
    const q = typed.trim();
    if (q.length < FROM_CHARS || q === asked) {
      setSuggestions([]);
      return undefined;
    }
    let current = true;
    const timer = setTimeout(() => {
      call('publicSuggest', { query: { q } }).then(
        (found) => current && setSuggestions(Array.isArray(found) ? found.filter((s) => s !== q).slice(0, 5) : []),
        () => current && setSuggestions([]),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed, asked]);
  return suggestions;
}

/** The box that the app begins with. On the answer page it holds the question just asked and replaces the page. */
export function AskBox({ label, asked = '', conversation = null }: { label: string; asked?: string; conversation?: AskView['conversation'] }) {
  const [dropped, setDropped] = useState<string | null>(null);
  const goesOn = conversation !== null && conversation.handle !== dropped ? conversation : null;
  const [typed, setTyped] = useState(asked);
  const [error, setError] = useState<string | null>(null);
  const suggestions = useSuggestions(typed, asked);
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
        <TextLine
          id="ask-input"
          className="ask-input"
          kind="search"
          value={typed}
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
      {suggestions.length ? (
        <Box as="ul" className="suggestions" label="常见问题">
          {suggestions.map((suggestion) => (
            <Box as="li" key={suggestion} className="suggestion-item">
              <Link to={linkTo('/ask', { q: suggestion })} replace={asked !== ''} className="suggestion">{suggestion}</Link>
            </Box>
          ))}
        </Box>
      ) : null}
    </Form>
  );
}
