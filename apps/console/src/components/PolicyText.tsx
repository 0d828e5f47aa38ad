import type { SectionView } from '@govmedia-hub/contracts';
import { useEffect, useMemo, useRef } from 'react';
import { MarkedText, type TextMark } from './marked-text/MarkedText.js';

/** Quotations inside a section that are to be marked. */
export interface Quotation { id: string; anchor: string; text: string; tone: TextMark['tone']; title?: string }

const inside = (section: SectionView, quotations: readonly Quotation[]): TextMark[] => {
  const marks: TextMark[] = [];
  let from = 0;
  for (const quotation of quotations) {
    const at = section.text.indexOf(quotation.text, from) >= 0 ? section.text.indexOf(quotation.text, from) : section.text.indexOf(quotation.text);
    if (at < 0) continue;
    marks.push({ id: quotation.id, start: at, end: at + quotation.text.length, tone: quotation.tone, ...(quotation.title ? { title: quotation.title } : {}) });
    from = at + quotation.text.length;
  }
  return marks;
};

/** The lines of a section, each a paragraph of its own, with its place in the section's text. */
function paragraphs(text: string): { text: string; start: number }[] {
  let start = 0;
  return text.split('\n').map((line) => { const piece = { text: line, start }; start += line.length + 1; return piece; }).filter((piece) => piece.text.trim() !== '');
}

/** The body of a policy in Song type, each section with its anchor. */
export function PolicyText({ sections, active, quotations = [], onPick, onQuotation, followActive = true, prefix = '' }: {
  sections: readonly SectionView[]; active?: string | null; quotations?: readonly Quotation[]; onPick?: (anchor: string) => void; onQuotation?: (id: string) => void; followActive?: boolean; prefix?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const byAnchor = useMemo(() => groupByAnchor(quotations), [quotations]);
  useEffect(() => {
    if (followActive && active) box.current?.querySelector(`[data-anchor="${CSS.escape(active)}"]`)?.scrollIntoView({ block: 'center' });
  }, [active, followActive, sections]);
  return (
    <div className="policy" ref={box}>
      {sections.map((section) => {
        const headed = section.heading !== null || section.text === '';
        const wide = section.kind === 'part' || section.kind === 'chapter';
        return (
          <div key={section.anchor} id={`${prefix}${section.anchor}`} data-anchor={section.anchor} className={`policy-section policy-${section.kind}${section.anchor === active ? ' policy-active' : ''}`} style={{ ['--depth' as string]: wide || section.kind === 'article' ? 0 : section.depth }}>
            {headed && (section.label || section.heading) && <p className={wide ? 'policy-chapter' : 'policy-heading'}>{section.label}{wide ? '　' : ''}{section.heading}</p>}
            {section.text && paragraphs(section.text).map(({ text, start }, i) => (
              <p className="policy-body" key={start}>
                {i === 0 && !headed && section.label && <span className="policy-label">{section.label}</span>}
                {i === 0 && !headed && section.label && section.kind === 'article' ? '　' : ''}
                <MarkedText text={text} offset={start} marks={inside(section, byAnchor.get(section.anchor) ?? [])} {...(onQuotation ? { onPick: onQuotation } : {})} />
              </p>
            ))}
            {onPick && <button type="button" className="policy-pick" onClick={() => onPick(section.anchor)}>{section.anchor === active ? '已选此处' : '选此处为依据'}</button>}
          </div>
        );
      })}
    </div>
  );
}

function groupByAnchor(quotations: readonly Quotation[]): Map<string, Quotation[]> {
  const groups = new Map<string, Quotation[]>();
  for (const quotation of quotations) groups.set(quotation.anchor, [...(groups.get(quotation.anchor) ?? []), quotation]);
  return groups;
}

/** 第十二条 or 一、民生保障, as one refers to a section. */
export function sectionName(section: Pick<SectionView, 'label' | 'heading'>): string {
  return `${section.label}${section.heading ?? ''}` || '正文';
}

/** The contents of a policy: parts, chapters and headed sections. */
export function PolicyContents({ sections, active, href }: { sections: readonly SectionView[]; active?: string | null; href: (anchor: string) => string }) {
  const entries = sections.filter((section) => section.heading || section.kind === 'article');
  return (
    <ol className="policy-contents">
      {entries.map((section) => (
        <li key={section.anchor} style={{ ['--depth' as string]: section.depth }} className={section.heading ? 'policy-contents-head' : ''}>
          <a href={href(section.anchor)} {...(section.anchor === active ? { 'aria-current': 'location' as const } : {})}>{section.label}{section.heading ? `${/[、）)]$/.test(section.label) ? '' : '　'}${section.heading}` : ''}</a>
        </li>
      ))}
    </ol>
  );
}
