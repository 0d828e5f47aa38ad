import { Injectable } from '@nestjs/common';
import type { TicketKind, TicketView } from '@govmedia-hub/contracts';
import { TicketsService } from '../features/tickets/tickets.service.js';
import type { DemoStaff } from './demo-staff-loader.js';
import type { Act } from './timeline.js';

interface DemoTicket { orgKey: string; kind: TicketKind; question: string; openedOffset: number; acceptedOffset?: number; answer?: { offset: number; text: string } }

/** What residents asked lately: one waits, one is in work, one is answered. */
const TICKETS: DemoTicket[] = [
  { orgKey: 'human-resources', kind: 'question', question: '我在外地交过两年社保，现在回云溪灵活就业，原来的缴费年限能接着算吗？需要带什么材料？', openedOffset: 0 },
  { orgKey: 'medical-insurance', kind: 'question', question: '孩子上大学参加了学校的居民医保，放假回家看门诊能报销吗？要不要先备案？', openedOffset: -2, acceptedOffset: -1 },
  {
    orgKey: 'civil-affairs', kind: 'suggestion', question: '高龄津贴每年都要去窗口认证，老人行动不便，能不能改成上门或者视频认证？', openedOffset: -9, acceptedOffset: -8,
    answer: { offset: -6, text: '您好！您反映的情况已收到。行动不便的老人可以由社区工作人员上门办理认证，请与所在社区联系预约；视频认证正在研究，确定后将向社会公布。感谢您的建议。' },
  },
];

/** Residents' tickets, opened as residents open them and handled by the units they went to. */
@Injectable()
export class DemoTicketActs {
  constructor(private readonly tickets: TicketsService) {}

  acts(staff: DemoStaff): Act[] {
    return TICKETS.flatMap((ticket) => {
      const { operator } = staff.deskOf(ticket.orgKey);
      let ticketNo = '';
      const current = async (): Promise<TicketView> => {
        const { items } = await this.tickets.list(operator, { limit: 100 });
        return items.find((item) => item.ticketNo === ticketNo)!;
      };
      const acts: Act[] = [{
        offset: ticket.openedOffset, order: 6,
        run: async () => {
          ({ ticketNo } = await this.tickets.open({ kind: ticket.kind, question: ticket.question, orgId: operator.orgId }));
        },
      }];
      if (ticket.acceptedOffset !== undefined) acts.push({
        offset: ticket.acceptedOffset, order: 7,
        run: async () => {
          const { id, version } = await current();
          await this.tickets.accept(operator, id, { seenVersion: version, complexity: 'simple' });
        },
      });
      const { answer } = ticket;
      if (answer) acts.push({
        offset: answer.offset, order: 7,
        run: async () => {
          const { id, version } = await current();
          await this.tickets.answer(operator, id, { seenVersion: version, answer: answer.text, offerToLibrary: false });
        },
      });
      return acts;
    });
  }
}
