import { TICKET_KIND_WORDS, TICKET_STATUS_WORDS, type ResidentTicketView } from '@govmedia-hub/contracts';
import { Box, Words } from '../../elements/elements.js';
import { dateWords, instantWords } from '../../words/dates.js';
import { DueExplained } from './due-explained.js';

/** Whose turn it is and by when, in one sentence. */
function turnOf(ticket: ResidentTicketView): string {
  if (ticket.status === 'waiting') return `等待${ticket.unit}受理，最迟 ${dateWords(ticket.dueOn)} 答复。`;
  if (ticket.status === 'accepted') return `${ticket.unit}正在办理，最迟 ${dateWords(ticket.dueOn)} 答复。`;
  return `${ticket.unit}已于 ${instantWords(ticket.answeredAt)} 答复。`;
}

/** Where a ticket stands: status, unit, due date, answer and every step so far. */
export function TicketProgress({ ticket }: { ticket: ResidentTicketView }) {
  return (
    <Box as="section" className={`ticket-progress ticket-${ticket.status}`}>
      <Box className="ticket-headline" role="status">
        <Words className={`ticket-status status-${ticket.status}`}>{TICKET_STATUS_WORDS[ticket.status]}</Words>
        <Box as="p" className="ticket-turn">{turnOf(ticket)}</Box>
      </Box>
      {ticket.answer ? (
        <Box as="section" className="ticket-answer-frame">
          <Box as="h2" className="part-title">{ticket.unit}的答复</Box>
          <Box as="p" className="ticket-answer">{ticket.answer}</Box>
        </Box>
      ) : null}
      <Box as="dl" className="facts">
        <Box className="fact"><Box as="dt" className="fact-term">承办单位</Box><Box as="dd" className="fact-value tracked-unit">{ticket.unit}</Box></Box>
        <Box className="fact"><Box as="dt" className="fact-term">答复期限</Box><Box as="dd" className="fact-value tracked-due">{dateWords(ticket.dueOn)}</Box></Box>
        <Box className="fact"><Box as="dt" className="fact-term">{TICKET_KIND_WORDS[ticket.kind]}</Box><Box as="dd" className="fact-value tracked-question">{ticket.question}</Box></Box>
      </Box>
      <Box as="section" className="part">
        <Box as="h2" className="part-title">经过</Box>
        <Box as="ol" className="timeline">
          {ticket.steps.map((step, index) => (
            <Box as="li" key={index} className="timeline-step">
              <Box className="timeline-at">{instantWords(step.at)}</Box>
              <Box className="timeline-text">{step.text}</Box>
            </Box>
          ))}
        </Box>
      </Box>
      <DueExplained lines={ticket.dueExplained} />
    </Box>
  );
}
