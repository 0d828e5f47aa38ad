import { GAZETTE_TEXT_STATE_WORDS, type GazetteItemView } from '@govmedia-hub/contracts';
import { DocNumber, ValidityChip } from '../../components/validity-chip.js';
import { Words } from '../../elements/elements.js';
import { dateWords } from '../../words/dates.js';

/** Number, day, how the document stands today, and where its text comes from when that matters. */
export function ItemMarks({ item }: { item: GazetteItemView }) {
  return (
    <>
      {item.docNumber ? <DocNumber number={item.docNumber} validity={item.validity} /> : null}
      {item.signedOn ? <Words className="row-date">{dateWords(item.signedOn)}</Words> : null}
      {item.documentId ? <ValidityChip validity={item.validity} /> : null}
      {item.withdrawn ? <Words className="gazette-gone">已撤下</Words> : null}
      {item.textState.startsWith('ocr') ? <Words>{GAZETTE_TEXT_STATE_WORDS[item.textState]}</Words> : null}
    </>
  );
}
