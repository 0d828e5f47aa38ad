import type { PassageView, SuggestionView } from '@govmedia-hub/contracts';
import { useEffect, useState } from 'react';
import { call } from '../api/call.js';
import { Box, Option, TextLine, Words } from '../elements/elements.js';
import type { TextInputProps } from '../elements/element-props.js';
import { nextChoice } from '../words/choices.js';
import { cutAtSpans } from '../words/spans.js';

const PAUSE_MS = 300;
const FROM_CHARS = 2;
const SHOWN = 6;
const KIND_WORDS: Record<PassageView['kind'], string> = { qa: '问答', article: '政策', guide: '办事指南', interpretation: '解读' };

/** What goes on from what is being typed. It helps; without it nothing is lost. */
function useSuggestions(typed: string, settled: string): SuggestionView[] {
  const [suggestions, setSuggestions] = useState<SuggestionView[]>([]);
  useEffect(() => {
    const q = typed.trim();
    if (q.length < FROM_CHARS || q === settled) {
      setSuggestions([]);
      return undefined;
    }
    let current = true;
    const timer = setTimeout(() => {
      call('publicSuggest', { query: { q } }).then(
        (found) => current && setSuggestions(Array.isArray(found) ? found.filter(({ text }) => text !== q).slice(0, SHOWN) : []),
        () => current && setSuggestions([]),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed, settled]);
  return suggestions;
}

/** A line to type in with suggestions below it, by finger, mouse, keys and ear (ARIA combobox with a list). */
export function SuggestingLine({ settled, onPick, ...line }: Omit<TextInputProps, 'combobox'> & { settled: string; onPick: (suggestion: SuggestionView) => void }) {
  const suggestions = useSuggestions(line.value, settled);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  useEffect(() => setChosen(-1), [suggestions]);
  const shown = open && suggestions.length > 0;
  const listId = `${line.id}-suggestions`;
  const pick = (suggestion: SuggestionView): void => {
    setOpen(false);
    onPick(suggestion);
  };
  /** True when the key was for the list. */
  const press = (key: string): boolean => {
    const picked = shown ? suggestions[chosen] : undefined;
    if (key === 'Escape' && shown) setOpen(false);
    else if (key === 'Enter' && picked) pick(picked);
    else if ((key === 'ArrowDown' || key === 'ArrowUp') && suggestions.length > 0) {
      setChosen(nextChoice(shown ? chosen : -1, key === 'ArrowDown' ? 1 : -1, suggestions.length));
      setOpen(true);
    } else return false;
    return true;
  };
  return (
    <Box className="suggesting">
      <TextLine
        {...line}
        onChange={(value) => {
          setOpen(true);
          line.onChange(value);
        }}
        combobox={{ list: listId, expanded: shown, chosen: shown && chosen >= 0 ? `${listId}-${chosen}` : undefined, onKey: press, onLeave: () => setOpen(false) }}
      />
      <Box className="heard-only" role="status">{shown ? `有${suggestions.length}条建议，用上下键选择` : ''}</Box>
      {shown ? (
        <Box as="ul" className="suggestions" id={listId} role="listbox" label="建议">
          {suggestions.map((suggestion, index) => (
            <Option key={suggestion.kind + suggestion.text} id={`${listId}-${index}`} className="suggestion" chosen={index === chosen} onPick={() => pick(suggestion)}>
              <Words className="suggestion-text">
                {cutAtSpans(suggestion.text, suggestion.highlights).map((piece, at) => <Words key={at} as={piece.mark ? 'strong' : 'span'}>{piece.text}</Words>)}
              </Words>
              <Words className="suggestion-kind">{KIND_WORDS[suggestion.kind]}</Words>
            </Option>
          ))}
        </Box>
      ) : null}
    </Box>
  );
}
