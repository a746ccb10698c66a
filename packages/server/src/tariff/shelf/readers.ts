import { type JsonValue, ok, parseJson, type Result, refused, utf8Text } from '@portolan/kernel';
import {
  type ExchangeRate,
  importHtsExport,
  parseExchangeRates,
  parseTradeCases,
  type TradeCase,
  writeFacts,
} from '@portolan/tariff';
import { shelfCatalogue } from '../catalogue.ts';
import { type DataKind, kindNames } from './kinds.ts';
import { type LayerRow, readMeasures } from './measures.ts';
import { largestFile } from './unpack.ts';

/** What is kept of a file: its text in our own form, how many rows, and from the first to the last day of them. */
export interface ReadData {
  readonly text: string;
  readonly rows: number;
  readonly from?: string;
  readonly until?: string;
}

const deepest = 12;

/** How each kind of file is read. Every reader refuses what is not of its kind. */
export const readers: Readonly<Record<DataKind, (bytes: Uint8Array) => Result<ReadData>>> = {
  edition(bytes) {
    const json = jsonOf(bytes);
    const rows = json.ok ? importHtsExport(json.value) : json;
    return rows.ok ? ok({ text: writeFacts(rows.value), rows: rows.value.length }) : rows;
  },
  cases(bytes) {
    const json = jsonOf(bytes);
    const cases = json.ok ? parseTradeCases(json.value) : json;
    return cases.ok
      ? table(
          cases.value,
          cases.value.flatMap(({ rates }) => rates),
          'cases',
        )
      : cases;
  },
  measures(bytes) {
    const json = jsonOf(bytes);
    const measures = json.ok ? readMeasures(json.value) : json;
    return measures.ok ? table(measures.value, measures.value, 'measures') : measures;
  },
  'exchange-rates'(bytes) {
    const rates = parseExchangeRates(utf8Text(bytes) ?? '');
    return rates.ok ? table(rates.value, rates.value, 'exchange-rates') : rates;
  },
};

/** The rows of a table as they are read back from the text that is kept. */
export interface KeptRows {
  readonly cases: readonly TradeCase[];
  readonly measures: readonly LayerRow[];
  readonly 'exchange-rates': readonly ExchangeRate[];
}

function jsonOf(bytes: Uint8Array): Result<JsonValue> {
  return parseJson(bytes, { maxBytes: largestFile, maxDepth: deepest });
}

interface Dated {
  readonly from: string;
  readonly to?: string;
}

function table(rows: readonly unknown[], dated: readonly Dated[], kind: DataKind): Result<ReadData> {
  const [from] = dated.map((row) => row.from).toSorted();
  if (from === undefined) {
    const params = { kind: kindNames[kind], problem: 'it has no rows' };
    return refused(shelfCatalogue.refuse('NODE_TARIFF_FILE', { path: '/file', params }));
  }
  const ends = dated.map(({ to }) => to);
  const until = ends.includes(undefined) ? undefined : ends.toSorted().at(-1);
  return ok({ text: JSON.stringify(rows), rows: rows.length, from, ...(until ? { until } : {}) });
}
