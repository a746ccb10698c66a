import type { Refusal } from '@portolan/kernel';
import { Refused } from './client.ts';

/** How far one file has come on its way to the node. */
export interface UploadProgress {
  sent: number;
  total: number;
}

function parsed(text: string): { title?: string; refusals?: Refusal[]; requestId?: string } {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function settle<T>(request: XMLHttpRequest, resolve: (value: T) => void, reject: (error: Refused) => void) {
  const answer = parsed(request.responseText);
  if (request.status >= 200 && request.status < 300) resolve(answer as T);
  else
    reject(
      new Refused(
        request.status,
        answer.title ?? 'Refused',
        answer.refusals ?? [
          {
            code: 'WEB_UPLOAD_FAILED',
            path: '',
            fault: 'node',
            message: `The node answered ${request.status || 'nothing'} while the file was on its way.`,
            mend: 'Send the file again; nothing was stored.',
          },
        ],
        answer.requestId,
      ),
    );
}

/**
 * Sends a multipart form and reports its progress. `fetch` can't say how much of a body has left, so this is
 * the one place that uses XMLHttpRequest.
 */
export function upload<T>(
  path: string,
  form: FormData,
  onProgress: (progress: UploadProgress) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = (event) => onProgress({ sent: event.loaded, total: event.total });
    request.onload = () => settle(request, resolve, reject);
    request.onerror = () => settle(request, resolve, reject);
    request.send(form);
  });
}
