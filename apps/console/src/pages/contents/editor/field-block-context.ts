import type { AttachmentView, BoundSourceView } from '@govmedia-hub/contracts';
import { createContext } from 'react';
import type { TextMark } from '../../../components/marked-text/MarkedText.js';

/** What the blocks of fields need of the page around the text. */
export interface FieldBlockSurroundings {
  sources: readonly BoundSourceView[];
  attachments: readonly AttachmentView[];
  /** Marks of a field, as offsets in its own text. */
  marksOf: (key: string, field: string, text: string) => readonly TextMark[];
  /** Lets the person choose a passage of a bound source, or any source when documentId is null. */
  pickSource: (key: string, documentId: string | null, anchor: string | null) => void;
  /** What the hub refused of a block when it was last saved. */
  errorsOf: (key: string) => readonly { field: string; message: string }[];
  readOnly: boolean;
}

export const FieldBlockContext = createContext<FieldBlockSurroundings>({ sources: [], attachments: [], marksOf: () => [], pickSource: () => undefined, errorsOf: () => [], readOnly: false });
