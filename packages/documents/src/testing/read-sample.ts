import { isRecord, parseJson, utf8 } from '@portolan/kernel';
import type { TradingPartners } from '../read/edi/partners.ts';
import { readFile } from '../read/read-file.ts';

/**
 * How one sample file is read, as rows of text: 'folder|file|part|format|types|refusals'. A file that is a collection of
 * examples (an object whose names are paths of an interface) gives a row for each of them.
 */
export function readSample(
  folder: string,
  name: string,
  bytes: Uint8Array,
  partners: TradingPartners,
): string[] {
  const parts = partsOf(name, bytes);
  return parts.map(({ part, content }) => {
    const read = readFile({ name, bytes: content }, undefined, { partners });
    const outcome = read.ok
      ? [read.value.format, read.value.documents.map(({ type }) => type).join(' '), '']
      : [
          '',
          '',
          [...new Set(read.refusals.map(({ code, path }) => `${code} ${path}`.trim()))]
            .slice(0, 4)
            .join('; '),
        ];
    return [folder, name, part, ...outcome].join('|');
  });
}

interface Part {
  readonly part: string;
  readonly content: Uint8Array;
}

function partsOf(name: string, bytes: Uint8Array): Part[] {
  const whole = [{ part: '', content: bytes }];
  if (!name.endsWith('.json')) return whole;
  const parsed = parseJson(bytes, { maxBytes: bytes.length });
  if (!parsed.ok || !isRecord(parsed.value)) return whole;
  const entries = Object.entries(parsed.value);
  if (!entries.every(([key]) => key.startsWith('/'))) return whole;
  return entries.map(([key, value]) => ({
    part: key.replaceAll('|', ' '),
    content: utf8(JSON.stringify(value)),
  }));
}
