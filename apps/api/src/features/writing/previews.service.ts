import { Injectable } from '@nestjs/common';
import { ANSWERING_VALIDITIES, endpoints, type PreviewContentRequest, type PreviewView } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { contentHtml, ContentsReader, toAttachmentView, weiboPost } from '../contents/contents.reader.js';
import { RevisionPreparer } from '../contents/revision-preparer.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { readDraftGuide } from './draft-guide.js';

/** Shows how a text would look where it may be published, before anything of it is kept. */
@Injectable()
export class PreviewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly contents: ContentsReader,
    private readonly preparer: RevisionPreparer,
    private readonly organisations: OrganisationsService,
  ) {}

  /** @throws DomainError contents.secrecy_marking: such a text is not shown either */
  async preview(actor: Actor, { content, contentId }: PreviewContentRequest): Promise<PreviewView> {
    const { attachments, orgName } = await this.database.read(async (db) => {
      const row = contentId ? await this.contents.get(db, contentId) : null;
      if (row) requireOwnOrganisation(actor, row.orgId);
      return { attachments: row ? (await this.contents.revision(db, row.revisionId)).attachments : [], orgName: (await this.organisations.namesOf(db, [actor.orgId])).get(actor.orgId) ?? '' };
    });
    const { text, sources } = await this.preparer.prepare(actor, contentId ?? 'new', { ...content, guide: readDraftGuide(content.guide) }, attachments, false);
    const shown = sources.map(({ documentId, anchor, title, docNumber, label, validity, openness }) => ({ documentId, anchor, title, docNumber, label, validity, openness }));
    const today = this.clock.today();
    const mediaUrl = (mediaId: string): string | null => (mediaId === '' ? null : `/api${endpoints.getMedia.path.replace(':id', mediaId)}`);
    return {
      publication: {
        id: contentId ?? 'preview', kind: content.kind, title: text.title || '（还没有标题）', excerpt: '', orgName, topic: content.topic ?? null, publishedAt: this.clock.now().toISOString(), status: 'published',
        underReview: shown.some((source) => !ANSWERING_VALIDITIES.includes(source.validity)), blocks: text.blocks, guide: text.guide, sources: shown, attachments: text.attachments.map(toAttachmentView),
        digest: text.digest, reviewedOn: today, withdrawnAt: null, withdrawnReason: null, corrections: [], corrects: null,
      },
      wechatHtml: contentHtml(text.blocks, { sources: shown, attachments: text.attachments, mediaUrl, links: false, styled: true }),
      weibo: weiboPost(text.title, text.blocks),
    };
  }
}
