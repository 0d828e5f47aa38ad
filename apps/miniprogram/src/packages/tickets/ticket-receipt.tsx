import type { TicketReceiptView } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { copyText } from '../../elements/clipboard.js';
import { Box, Link, Press } from '../../elements/elements.js';
import { linkTo } from '../../routes/paths.js';
import { dateWords } from '../../words/dates.js';
import { DueExplained } from './due-explained.js';

/** Number and check code, shown once. */
export function TicketReceipt({ receipt }: { receipt: TicketReceiptView }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = (): void => {
    copyText(`编号 ${receipt.ticketNo}，查询码 ${receipt.checkCode}`).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  };
  return (
    <Box as="section" className="ticket-receipt">
      <Box as="h1" className="page-title" id="ticket-top">已收到，等待{receipt.unit}受理</Box>
      <Box as="p" className="page-lead">最迟 {dateWords(receipt.dueOn)} 答复。</Box>
      <Box className="receipt-codes">
        <Box className="receipt-code">
          <Box className="receipt-term">编号</Box>
          <Box className="ticket-no">{receipt.ticketNo}</Box>
        </Box>
        <Box className="receipt-code">
          <Box className="receipt-term">查询码</Box>
          <Box className="check-code">{receipt.checkCode}</Box>
        </Box>
      </Box>
      <Box as="p" className="receipt-warning">查询码只显示这一次，我们也查不到。请复制或抄下来。</Box>
      <Press className="button-primary copy-codes" onPress={copy}>复制编号和查询码</Press>
      {copied === 'no' ? null : <Box as="p" className="copy-result" role="status">{copied === 'yes' ? '已复制' : '没能复制，请抄下来'}</Box>}
      <DueExplained lines={receipt.dueExplained} />
      <Link to={linkTo('/ticket/track', { no: receipt.ticketNo })} className="part-more">查进度</Link>
      <Link to="/" className="part-more">回首页</Link>
    </Box>
  );
}
