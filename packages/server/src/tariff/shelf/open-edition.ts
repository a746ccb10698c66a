import { gunzipSync } from 'node:zlib';
import type { CalendarDate } from '@portolan/kernel';
import { type Edition, type EditionRecord, openEdition, readFacts } from '@portolan/tariff';
import type { EditionSource } from '../compare/source.ts';
import type { ShelfItem } from './item.ts';

/** Opened editions that are kept at hand unless told otherwise; each was measured at 8 to 11 MB. */
const most = 40;

/** Editions as they are needed: the packed text stays in memory, the opened edition while it is among the last used. */
export interface EditionOpener {
  /** Where a thread of its own finds the edition. */
  source(edition: Edition): EditionSource;
  /** An edition that unpacks itself when something is asked of its lines. */
  edition(item: ShelfItem, content: Uint8Array): Edition;
}

export function createEditionOpener(kept = most): EditionOpener {
  const opened = new Map<string, Edition>();
  const sources = new WeakMap<Edition, EditionSource>();
  const open = (record: EditionRecord, content: Uint8Array): Edition => {
    const key = `${record.id} ${record.digest}`;
    const edition = opened.get(key) ?? openEdition(record, readFacts(gunzipSync(content).toString('utf8')));
    opened.delete(key);
    opened.set(key, edition);
    const [oldest] = opened.keys();
    if (opened.size > kept && oldest !== undefined) opened.delete(oldest);
    return edition;
  };
  return {
    source: (edition) => sources.get(edition) ?? { kind: 'program', id: edition.id },
    edition(item, content) {
      const record = recordOf(item);
      const now = () => open(record, content);
      const edition: Edition = {
        ...record,
        size: item.rows,
        line: (hts) => now().line(hts),
        under: (prefix, limit) => now().under(prefix, limit),
        siblings: (hts) => now().siblings(hts),
        outline: (prefix) => now().outline(prefix),
        search: (query, limit) => now().search(query, limit),
      };
      sources.set(edition, { kind: 'imported', record, content });
      return edition;
    },
  };
}

function recordOf({ name, digest, record }: ShelfItem): EditionRecord {
  const { effective = '', published = effective, until = effective, unknownAfter, source } = record;
  return {
    id: name,
    effective: effective as CalendarDate,
    knownAt: published as CalendarDate,
    horizon: until as CalendarDate,
    unknownAfter: unknownAfter ?? `nothing at hand says what was in force after ${until}`,
    source,
    digest,
  };
}
