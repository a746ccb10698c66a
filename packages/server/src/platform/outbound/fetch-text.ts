/** Asks an address for its text. Throws when it gives none. */
export type FetchText = (url: string) => Promise<string>;

export interface FetchLimits {
  /** Media types wanted, for the Accept header. */
  readonly accept: string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/**
 * Reads text over HTTP, bounded in time and size. Redirects are not followed, so that the named place and nobody else
 * answers. Whether the place may be asked is for the caller to know (`mayAsk`).
 */
export function fetchTextWith({ accept, maxBytes, timeoutMs }: FetchLimits): FetchText {
  return async (url) => {
    const response = await fetch(url, {
      headers: { accept },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      throw new Error(`it answered ${response.status}`);
    }
    return boundedText(response.body, maxBytes);
  };
}

/** Why a place gave nothing, in words. */
export function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}

/** The text of an answer. Throws when it has more bytes than are read. */
export async function boundedText(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > maxBytes) throw new Error(`its answer has more than ${maxBytes} bytes`);
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
