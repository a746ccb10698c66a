import { countryName, isCountry } from '@portolan/kernel';
import type { Signed } from '../../signed.ts';
import { bbl, border, injection, party, production } from './small-line.ts';

/** One row of the company level imports: who brought in how much of what from where in a month. */
export interface ImportRow {
  /** `Jan-00`. */
  readonly period: string;
  readonly company: string;
  readonly product: string;
  readonly country: string;
  /** Thousand barrels. */
  readonly quantity: number;
  /** Percent by weight. */
  readonly sulfur: string;
}

/** Reads the published table (EIA, company level imports): a heading, then comma-separated cells of which some are quoted. */
export function readImports(csv: string): ImportRow[] {
  const [heading = '', ...lines] = csv.split(/\r?\n/).filter((line) => line !== '');
  const columns = cells(heading);
  const at = (name: string) => columns.indexOf(name);
  const [period, company, product, country, quantity, sulfur] = [
    ...['RPT_PERIOD', 'R_S_NAME', 'PROD_NAME', 'CNTRY_NAME', 'QUANTITY', 'SULFUR'].map(at),
  ] as [number, number, number, number, number, number];
  return lines.map((line) => {
    const row = cells(line);
    return {
      ...{ period: row[period] ?? '', company: row[company] ?? '', product: row[product] ?? '' },
      ...{ country: row[country] ?? '', quantity: Number(row[quantity]), sulfur: row[sulfur] ?? '' },
    };
  });
}

function cells(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|([^,]+)|(?<=,)(?=,|$)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

/** Two letters of a country by the name that the table prints in capitals; undefined where it is printed another way. */
export function countryCode(name: string): string | undefined {
  return countries().get(name.toUpperCase());
}

let byName: Map<string, string> | undefined;

function countries(): Map<string, string> {
  if (byName) return byName;
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);
  byName = new Map(codes.map((code) => [(countryName(code) ?? code).toUpperCase(), code]));
  return byName;
}

const MONTH = 31 * 86_400_000;
const START = Date.parse('2026-08-01T05:00:00Z');
const DAY = 86_400_000;

/** A barrel of less sulfur stands for a light one here: the table states no gravity. */
export const isLight = ({ sulfur }: ImportRow) => Number(sulfur) < 1;

export const ownerOf = (row: ImportRow, companies: readonly string[]) =>
  party(`importer-${companies.indexOf(row.company) + 1}`);

/** A month of crossings with the quantities of the table: each row is a batch, one after the other, a ticket a day. Companies bear numbers. */
export function trueScale(rows: readonly ImportRow[]): Signed[] {
  const companies = [...new Set(rows.map(({ company }) => company))].sort();
  const whole = rows.reduce((sum, { quantity }) => sum + quantity, 0);
  let done = 0;
  return rows.flatMap((row, index) => {
    const from = START + Math.round((MONTH * done) / whole);
    done += row.quantity;
    const to = START + Math.round((MONTH * done) / whole);
    return batchOf(row, index, ownerOf(row, companies), from, to);
  });
}

const iso = (at: number) => new Date(at).toISOString();

function batchOf(
  row: ImportRow,
  index: number,
  shipper: ReturnType<typeof party>,
  from: number,
  to: number,
): Signed[] {
  const volume = bbl(String(row.quantity * 1000));
  const country = countryCode(row.country);
  const [lot, stock] = [`urn:sample:small:batch:${index}`, `urn:sample:small:stock:${index}`];
  const parts = country === undefined ? { parts: [{ role: 'crude' as const, percent: '100' }] } : {};
  const facility = { id: `urn:sample:small:well:${index}`, name: 'Well', country: country ?? 'US' };
  return [
    production({ number: `W-${index}`, lot: stock, volume, facility, ...parts }),
    injection(
      {
        ...{ batch: lot, stock, shipper, from: iso(from - 3 * DAY), to: iso(from) },
        reported: { netStandardVolume: volume },
      },
      `I-${index}`,
    ),
    ...tickets(row, index, lot, from, to),
  ];
}

/** Cut where a day of the meter ends; whole barrels on each ticket, the rest on the last. */
function tickets(row: ImportRow, index: number, batch: string, from: number, to: number): Signed[] {
  const ends: number[] = [];
  for (let at = START + DAY; at < to; at += DAY) if (at > from) ends.push(at);
  ends.push(to);
  const whole = row.quantity * 1000;
  let [begins, done] = [from, 0];
  return ends.map((end, part) => {
    const upTo = end === to ? whole : Math.floor((whole * (end - from)) / (to - from));
    const ticket = border(
      1,
      {
        ...{ batch, from: iso(begins), to: iso(end) },
        reported: {
          netStandardVolume: bbl(String(upTo - done)),
          apiGravity60F: isLight(row) ? '33.1' : '22.4',
        },
      },
      `B-${index}-${part}`,
    );
    [begins, done] = [end, upTo];
    return ticket;
  });
}
