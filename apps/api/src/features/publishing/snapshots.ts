import type { ContentBlock } from '@govmedia-hub/contracts';
import type { ContentEntity, ContentRevisionEntity } from '../contents/contents.reader.js';
import type { PublicationEntity, PublicationQuestionEntity } from './publication.entity.js';

const EXCERPT = 120;

/** The first readable sentences, for lists and feeds. */
export function excerptOf(blocks: readonly ContentBlock[]): string {
  const lines = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : block.type === 'qa' ? [`${block.question} ${block.answer}`] : block.type === 'list' ? [block.items.join('；')] : []));
  const text = lines.join(' ').replace(/\s+/g, ' ').trim();
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}

/** What becomes public of an approved revision. */
export function snapshotOf(row: ContentEntity, revision: ContentRevisionEntity): Pick<PublicationEntity, 'contentId' | 'revisionId' | 'kind' | 'orgId' | 'title' | 'topic' | 'excerpt' | 'blocks' | 'guide' | 'sources' | 'attachments' | 'text' | 'digest'> {
  return {
    contentId: row.id, revisionId: revision.id, kind: row.kind, orgId: row.orgId, title: revision.title, topic: row.topic,
    excerpt: excerptOf(revision.blocks) || (revision.guide?.conditions ?? []).join('；').slice(0, EXCERPT),
    blocks: revision.blocks, guide: revision.guide,
    sources: revision.sources.map(({ documentId, anchor, title, docNumber, label }) => ({ documentId, anchor, title, docNumber, label })),
    attachments: revision.attachments, text: revision.text, digest: revision.digest,
  };
}

/** A question is known by its publication and the number of its block. */
export const questionIdOf = (publicationId: string, position: number): string => `${publicationId}-${position}`;

/** The questions among the blocks; a block that names no document rests on the first bound source. */
export function questionsOf(publication: Pick<PublicationEntity, 'id' | 'blocks' | 'sources' | 'topic' | 'publishedAt'>): PublicationQuestionEntity[] {
  return publication.blocks.flatMap((block, position) => {
    if (block.type !== 'qa') return [];
    const documentId = block.documentId ?? publication.sources[0]?.documentId;
    if (!documentId) return [];
    const anchor = block.anchor ?? publication.sources.find((source) => source.documentId === documentId)?.anchor ?? null;
    return [{ id: questionIdOf(publication.id, position), publicationId: publication.id, position, question: block.question.slice(0, 500), answer: block.answer, topic: publication.topic, documentId, anchor, publishedAt: publication.publishedAt }];
  });
}
