import { useState } from 'react';
import type { TicketReceiptView } from '@govmedia-hub/contracts';
import { Screen } from '../../../components/screen.js';
import { linkTo } from '../../../routes/paths.js';
import { useParams } from '../../../routes/use-params.js';
import { TicketForm } from '../ticket-form.js';
import { TicketReceipt } from '../ticket-receipt.js';

export default function OpenTicket() {
  const params = useParams();
  const [receipt, setReceipt] = useState<TicketReceiptView | null>(null);
  return (
    <Screen title={receipt ? '已收到' : '提交问题'} className="ticket-new-page" share={{ link: linkTo('/ticket/new'), source: null }}>
      {receipt ? <TicketReceipt receipt={receipt} /> : <TicketForm given={params} onOpened={setReceipt} />}
    </Screen>
  );
}
