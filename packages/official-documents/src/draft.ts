import type { Citation } from '@govmedia-hub/chinese-text';

/** 主动公开 · 依申请公开 · 不予公开 (政府信息公开条例 第十五条: the attribute is set when the document is drawn up). */
export type Openness = 'proactive' | 'on_request' | 'withheld';

export interface SectionNode {
  /** Unique within the document: art-12, art-12-1 (之一), chap-1, sec-1, sec-1-1, sec-1-1-1, preamble, appendix-1; notice-… in a covering notice. */
  anchor: string;
  parentAnchor: string | null;
  /** 1 at the top. */
  depth: number;
  kind: 'preamble' | 'chapter' | 'part' | 'article' | 'section' | 'paragraph' | 'appendix';
  /** 一、 （二） 第十二条; '' for a preamble or paragraph. */
  label: string;
  heading: string | null;
  /** Own text, without label, heading and children; lines joined by \n. */
  text: string;
  /** Line of the source, from 1. */
  line: number;
  /** Offsets in the draft's text, from the label to the beginning of the next node. */
  start: number;
  end: number;
}

/** A document that this one repeals, declares lapsed or amends. */
export interface DocumentEffect {
  title: string | null;
  docNumber: string | null;
  /** 'YYYY-MM-DD' when the effect takes place, null when the text does not tell. */
  effectiveOn: string | null;
  effect: 'repealed' | 'declared_lapsed' | 'amended' | 'partly_repealed';
  /** The sentence that says so. */
  text: string;
  anchor: string;
  line: number;
  /** Anchors in the target that an amendment touches; absent when it may be any. */
  articles?: string[];
}

export interface Problem {
  /** Line of the source, from 1. */
  line: number;
  message: string;
}

export interface OfficialDocumentDraft {
  kind: 'official' | 'law';
  title: string | null;
  /** Title of the body that a covering notice prints or forwards (关于印发《…》的通知). */
  bodyTitle: string | null;
  docNumber: string | null;
  issuer: string | null;
  /** Code of the area for which it was made; null when neither issuer nor title tells. */
  areaCode: string | null;
  /** The issuers after the first one. */
  jointIssuers: string[];
  addressees: string[];
  signedOn: string | null;
  publishedOn: string | null;
  effectiveOn: string | null;
  /** The last day in force. */
  expiresOn: string | null;
  openness: Openness | null;
  /** The words the openness was read from. */
  opennessMark: string | null;
  sections: SectionNode[];
  attachments: { title: string; line: number | null }[];
  citations: (Citation & { anchor: string; line: number })[];
  repeals: DocumentEffect[];
  amendments: DocumentEffect[];
  /** Canonical full text, as many lines as the source; offsets of citations and sections refer to it. */
  text: string;
  problems: Problem[];
}
