import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Shows a picture or recording inside a page: never run, never sniffed, and in parts where the player asks for one
 * (RFC 9110, one range).
 */
export function mediaAnswer(request: FastifyRequest, reply: FastifyReply, { contentType, bytes }: { contentType: string; bytes: Buffer }): Buffer {
  void reply.header('content-type', contentType).header('content-disposition', 'inline').header('x-content-type-options', 'nosniff').header('content-security-policy', "default-src 'none'; sandbox").header('accept-ranges', 'bytes');
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  if (!range || (range[1] === '' && range[2] === '')) return bytes;
  const start = range[1] === '' ? Math.max(0, bytes.length - Number(range[2])) : Number(range[1]);
  const end = range[1] === '' || range[2] === '' ? bytes.length - 1 : Math.min(Number(range[2]), bytes.length - 1);
  if (start > end || start >= bytes.length) {
    void reply.code(416).header('content-range', `bytes */${bytes.length}`);
    return Buffer.alloc(0);
  }
  void reply.code(206).header('content-range', `bytes ${start}-${end}/${bytes.length}`);
  return bytes.subarray(start, end + 1);
}
