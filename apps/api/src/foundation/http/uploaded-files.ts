import { DomainError } from '../errors/domain-error.js';
import { InvalidRequest } from '../errors/problem-filter.js';
import type { HubRequest } from '../session/handles.js';

export interface UploadedFile { name: string; bytes: Buffer }

/**
 * Files of the multipart field "files", within the limits that the server was started with.
 * @throws DomainError request.too_large, request.unsupported_media; InvalidRequest without a file
 */
export async function filesOf(request: HubRequest): Promise<UploadedFile[]> {
  if (!request.isMultipart()) throw new DomainError('request.unsupported_media', {}, '请以 multipart/form-data 上传文件。');
  const files: UploadedFile[] = [];
  try {
    for await (const part of request.files()) files.push({ name: part.filename, bytes: await part.toBuffer() });
  } catch (error) {
    const { statusCode } = error as { statusCode?: number };
    if (statusCode === 413) throw new DomainError('request.too_large', {}, '单个文件不超过 50 MB，一次不超过 20 个文件。');
    throw new InvalidRequest([{ field: 'files', message: '上传的内容不完整，请重新选择文件。' }]);
  }
  if (files.length === 0) throw new InvalidRequest([{ field: 'files', message: '请选择文件。' }]);
  return files;
}
