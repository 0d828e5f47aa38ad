import { endpoints, type ImportRowView } from '@govmedia-hub/contracts';
import { addressOf } from '../../api/address.js';
import { offline, toApiProblem } from '../../api/api-problem.js';
import { call, changingHeaders } from '../../api/call.js';

/**
 * Sends one file to the import; fetch tells no progress, so this is the one place with XMLHttpRequest.
 * @param onProgress share of bytes that left, 0 to 1
 * @throws ApiProblem
 */
export async function uploadFile(file: File, onProgress: (share: number) => void): Promise<ImportRowView[]> {
  const answer = await sendOnce(file, onProgress);
  if (answer.status !== 401 && !(answer.status === 403 && codeOf(answer.body) === 'session.csrf')) return rowsOf(answer);
  // any small call lets the person sign in again, or fetches a new token; then the file goes once more
  await call(endpoints.getSession);
  return rowsOf(await sendOnce(file, onProgress));
}

interface Answer { status: number; body: unknown }

const codeOf = (body: unknown): unknown => (body as { code?: unknown } | null)?.code;

function rowsOf({ status, body }: Answer): ImportRowView[] {
  if (status >= 200 && status < 300) return body as ImportRowView[];
  throw toApiProblem(status, body);
}

function sendOnce(file: File, onProgress: (share: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(endpoints.importDocuments.method, addressOf(endpoints.importDocuments.path));
    for (const [name, value] of Object.entries(changingHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total); };
    request.onerror = () => reject(offline());
    request.onload = () => {
      let body: unknown = null;
      try { body = JSON.parse(request.responseText); } catch { /* a proxy answered in another shape */ }
      resolve({ status: request.status, body });
    };
    const form = new FormData();
    form.append('files', file, file.name);
    request.send(form);
  });
}
