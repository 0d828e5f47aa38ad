import type { SectionView } from '@govmedia-hub/contracts';

const OPENING_CHARS = 18;

/** The body without a label that is printed before it. */
export function bodyOf(section: Pick<SectionView, 'label' | 'heading' | 'text'>): string {
  let text = section.text.trim();
  for (const printed of [section.label, section.heading]) if (printed && text.startsWith(printed)) text = text.slice(printed.length).trimStart();
  return text;
}

/** Name of a section in the contents: its heading, or the opening words of an article. */
export function sectionTitle(section: Pick<SectionView, 'label' | 'heading' | 'text'>): string {
  if (section.heading) return `${section.label}　${section.heading}`.trim();
  const body = bodyOf(section).split('\n')[0] ?? '';
  return `${section.label}　${body.length > OPENING_CHARS ? `${body.slice(0, OPENING_CHARS)}…` : body}`.trim();
}

/** Depth of the uppermost sections; levels on the page count from there. */
export const topDepth = (sections: readonly Pick<SectionView, 'depth'>[]): number => Math.min(...sections.map((section) => section.depth));

/** What the contents list: the two upper levels that have a label or a heading. */
export function contentsOf<S extends Pick<SectionView, 'depth' | 'label' | 'heading'>>(sections: readonly S[]): S[] {
  const named = sections.filter((section) => section.label || section.heading);
  if (!named.length) return [];
  const top = topDepth(named);
  return named.filter((section) => section.depth <= top + 1);
}
