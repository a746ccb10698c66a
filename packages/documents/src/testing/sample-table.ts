import { sampleRows } from './sample-rows.ts';

/** How one sample document is read, as last written down. */
export interface SampleRow {
  readonly folder: string;
  readonly file: string;
  /** Which example of a collection; empty for a file that is one document. */
  readonly part: string;
  readonly format: string;
  readonly types: string;
  readonly refusals: string;
}

/** Every sample document with what it is read as, or with what it is refused. */
export function sampleTable(): SampleRow[] {
  return sampleRows
    .trim()
    .split('\n')
    .map((line) => {
      const [folder = '', file = '', part = '', format = '', types = '', refusals = ''] = line.split('|');
      return { folder, file, part, format, types, refusals };
    });
}
