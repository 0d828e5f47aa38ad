import type { FastifyReply } from 'fastify';

/** Hands out a file under its own name, to be saved and never shown inside the page (RFC 6266, RFC 8187). */
export function fileAnswer(reply: FastifyReply, file: { name: string; contentType: string; bytes: Buffer }): Buffer {
  void reply.header('content-type', file.contentType).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`).header('x-content-type-options', 'nosniff');
  return file.bytes;
}
