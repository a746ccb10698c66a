import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeDuty, type LineDuty } from '@portolan/tariff';
import { dutyInput } from '../duty-input.ts';
import type { Entry } from '../entry.ts';
import { summaryLine } from '../summary/form-7501.ts';
import { assemble, tariff } from '../testing/papers.ts';
import { agrees, compareSummary } from './compare.ts';
import { readFiledSummary } from './read.ts';

type Line = Entry['lines'][number];

/** The entry of the papers; or one with other lines in the place of its only one. */
function ours(linesOf = (line: Line): Line[] => [line]) {
  const { complete, provenance, asks } = assemble();
  assert.ok(complete, JSON.stringify(asks));
  const lines = complete.lines.flatMap(linesOf).map((line, at) => ({ ...line, number: at + 1 }));
  const entry: Entry = { ...complete, lines, entryNumber: 'ZZ9-0000103-5' };
  const duty = computeDuty(
    dutyInput(entry, '2026-06-12T16:00:00.000Z', () => true),
    tariff,
  );
  assert.ok(duty.ok);
  return { entry, duty: duty.value, provenance };
}

/** A record: texts at their first columns (CATAIR AE, July 2026), blanks between. */
function record(id: string, columns: Readonly<Record<number, string>> = {}): string {
  let line = id;
  for (const [start, text] of Object.entries(columns)) line = line.padEnd(Number(start) - 1) + text;
  return line.padEnd(80);
}
const day = (iso: string) => `${iso.slice(5, 7)}${iso.slice(8)}${iso.slice(2, 4)}`;
const cents = (amount: string, length: number) => amount.replace('.', '').padStart(length, '0');

const numbersOf = (line: LineDuty | undefined) => (line ? summaryLine(line).numbers : []);

/** What a broker's own system would have sent for the entry. */
function message({ entry, duty } = ours()): string[] {
  const { filer, bond, conveyance } = entry;
  return [
    record('B  2704ZZ9AE'),
    record('10A', {
      4: filer.code,
      9: '00001035',
      18: entry.portOfEntry,
      34: entry.entryType + entry.modeOfTransport,
    }),
    record('11', {
      3: entry.importerOfRecord.number,
      15: entry.consignee.number ?? '',
      42: day(entry.entryDate) + day(entry.importDate),
    }),
    record('20', { 3: entry.carrier.scac, 7: entry.portOfUnlading ?? '', 21: conveyance?.name ?? '' }),
    record('22', { 3: String(entry.packages?.count ?? 0).padStart(8, '0') }),
    ...entry.billOfLading.map((bill) => record('23M', { 8: bill })),
    record('31', { 3: bond?.type ?? '', 6: bond?.surety ?? '' }),
    ...entry.lines.flatMap((line, index) => [
      record('40', {
        5: String(line.number).padStart(3, '0'),
        9: line.originCountry + line.exportCountry + day(entry.exportDate),
        25: line.spi ?? '',
        27: line.charges.padStart(10, '0'),
        56: line.relatedParties ? 'Y' : 'N',
      }),
      record('44', { 3: line.description.toUpperCase() }),
      ...(line.manufacturer?.mid ? [record('47M', { 4: line.manufacturer.mid })] : []),
      ...numbersOf(duty.lines[index]).map(({ code, amount }) =>
        record('50', {
          3: code,
          14: cents(amount, 10),
          25: (code === line.hts ? line.enteredValue : '').padStart(10, '0'),
          36: code === line.hts ? `${line.quantities[0]?.value}00`.padStart(12, '0') : '',
          48: code === line.hts ? 'KG' : '',
        }),
      ),
      ...(duty.lines[index]?.fees ?? []).map((fee) =>
        record('62', { 3: fee.class, 6: cents(fee.reported ?? fee.amount, 8) }),
      ),
    ]),
    ...duty.fees.map((fee) => record('89', { 3: fee.class + cents(fee.amount, 11) })),
    record('90', { 3: cents(duty.totals.duty, 11), 15: cents(duty.totals.fees, 11) }),
  ];
}

function compare(lines: readonly string[], own = ours()) {
  const filed = readFiledSummary(`${lines.join('\n')}\n`, own.entry.entryDate);
  assert.ok(filed.ok, JSON.stringify(!filed.ok && filed.refusals));
  return compareSummary(filed.value, own);
}
const codes = (text: string) => {
  const read = readFiledSummary(text, '2026-06-12');
  return read.ok ? [] : read.refusals.map(({ code, path }) => `${code} ${path}`);
};

describe('a summary really filed, beside ours', () => {
  it('agrees where both say the same in their own way of writing', () => {
    const comparison = compare(message());
    assert.deepEqual(
      comparison.fields.filter(({ verdict }) => verdict !== 'same'),
      [],
    );
    assert.ok(agrees(comparison));
    assert.ok(comparison.theirs.keystrokes > 100);
    assert.ok(comparison.ours.keystrokes < comparison.theirs.keystrokes);
    assert.equal(comparison.speed.certainty, 'open');
  });

  it('shows an altered value, with both amounts, its line and block of the form of the day', () => {
    const { entry } = ours();
    const value = entry.lines[0]?.enteredValue.padStart(10, '0') ?? '';
    const lines = message().map((line) => line.replace(value, '0000000001'));
    const [first] = compare(lines).fields;
    assert.equal(first?.pointer, '/lines/0/enteredValue');
    assert.equal(first?.theirs, '1');
    assert.equal(first?.ours, entry.lines[0]?.enteredValue);
    assert.equal(first?.block, '36A');
    assert.equal(first?.verdict, 'different');
  });

  it('takes totals less than 2.99 apart for the same, and no further (condition 627)', () => {
    const own = ours();
    const total = cents(own.duty.totals.fees, 11);
    const with627 = (more: number) => {
      const other = String(Number(total) + more).padStart(11, '0');
      return compare(
        message(own).map((line) =>
          line.startsWith('90') ? line.slice(0, 14) + other + line.slice(25) : line,
        ),
      );
    };
    assert.ok(agrees(with627(298)));
    assert.equal(with627(299).counts.different, 1);
  });

  it('names what only one of them says', () => {
    const without = compare(message().filter((line) => !line.startsWith('20')));
    assert.deepEqual(
      without.fields.filter(({ verdict }) => verdict === 'only ours').map(({ pointer }) => pointer),
      ['/carrier/scac'],
    );
    const bonded = message().map((line) => (line.startsWith('31') ? record('31', { 3: '8' }) : line));
    assert.deepEqual(
      compare(bonded)
        .fields.filter(({ verdict }) => verdict === 'only theirs')
        .map(({ pointer }) => pointer),
      ['/bond/type'],
    );
  });

  it('reads form 7501 by its blocks, as JSON and as CSV, numbered as on the day', () => {
    const { entry } = ours();
    const hts = entry.lines[0]?.hts ?? '';
    const json = JSON.stringify({ blocks: { 2: '01', 6: entry.portOfEntry }, lines: [{ '33A': hts }] });
    const csv = `block,line,value\n2,,01\n6,,${entry.portOfEntry}\n33A,1,"${hts}"\n`;
    for (const text of [json, csv]) {
      const read = readFiledSummary(text, entry.entryDate);
      assert.ok(read.ok, text);
      const same = compareSummary(read.value, ours()).fields.filter(({ verdict }) => verdict === 'same');
      for (const pointer of ['/entryType', '/portOfEntry', '/lines/0/hts'])
        assert.ok(
          same.some((field) => field.pointer === pointer),
          pointer,
        );
    }
    assert.deepEqual(codes('{"blocks": {"99": "x"}}'), ['FILING_7501_BLOCK /blocks/99']);
    assert.deepEqual(codes('{"blocks": []}'), ['FILING_7501_SHAPE ']);
  });
});

describe('lines in another order', () => {
  const four = () =>
    ours((line) =>
      ['100', '200', '300', '400'].map((enteredValue, at) => ({
        ...line,
        enteredValue,
        description: `Mangoes ${at + 1}`,
        invoice: { ...line.invoice, line: String(at + 1) },
      })),
    );
  const inOrder = (order: readonly number[]) => {
    const own = four();
    const lines = message(own);
    const first = lines.findIndex((line) => line.startsWith('40'));
    const end = lines.findIndex((line) => /^(?:89|90)/.test(line));
    const size = (end - first) / 4;
    const group = (at: number) => lines.slice(first + at * size, first + (at + 1) * size);
    return compare([...lines.slice(0, first), ...order.flatMap(group), ...lines.slice(end)], own);
  };

  it('are paired by what they say; the one that stands elsewhere is told as moved', () => {
    const comparison = inOrder([3, 0, 1, 2]);
    assert.ok(agrees(comparison), JSON.stringify(comparison.fields.slice(0, 3)));
    assert.deepEqual(
      comparison.lines.map(({ ours: own, filed, moved }) => [own, filed, moved]),
      [
        [1, 2, false],
        [2, 3, false],
        [3, 4, false],
        [4, 1, true],
      ],
    );
    assert.equal(comparison.lines[3]?.by, 'the same tariff number, origin and value');
  });

  it('leave what only one side has alone, and do not shift the rest', () => {
    const { lines, counts, fields } = inOrder([0, 2, 3]);
    assert.deepEqual(
      lines.map(({ ours: own, filed }) => [own, filed]),
      [
        [1, 1],
        [2, undefined],
        [3, 2],
        [4, 3],
      ],
    );
    assert.equal(counts.different, 0);
    assert.ok(fields.some(({ line, verdict }) => line === 2 && verdict === 'only ours'));
    const twice = inOrder([0, 1, 2, 3, 3]).lines.at(-1);
    assert.deepEqual([twice?.ours, twice?.filed], [undefined, 5]);
  });
});

describe('units, metals, and what has no counterpart', () => {
  it('compares units as the tariff counts, in the message and on the form', () => {
    const tonnes = message().map((line) =>
      line.startsWith('50') ? `${line.slice(0, 47)}T  ${line.slice(50)}` : line,
    );
    const [unit] = compare(tonnes).fields;
    assert.deepEqual([unit?.pointer, unit?.theirs, unit?.ours], ['/lines/0/units/0', 'TNE', 'KGM']);
    const form = readFiledSummary('block,line,value\n35,1,1000 KG\n', '2026-06-12');
    assert.ok(form.ok);
    assert.deepEqual(
      form.value.values.map(({ pointer, value }) => [pointer, value]),
      [
        ['/lines/0/quantities/0', '1000'],
        ['/lines/0/units/0', 'KGM'],
      ],
    );
  });

  it('compares where metals were melted, smelted and cast (record 54; blocks 21 to 24 since October 2025)', () => {
    const metals: Line['metals'] = [
      { metal: 'steel', meltedIn: 'LU' },
      { metal: 'aluminum', smeltedIn: 'CA', castIn: 'MX' },
    ];
    const own = ours((line) => [{ ...line, metals }]);
    const plain = message(own);
    const at = plain.findIndex((line) => /^(?:62|89|90)/.test(line));
    const declared = (steel: string) => [
      ...plain.slice(0, at),
      record('5407Y', { 8: 'CA', 10: 'N', 15: 'MX' }),
      record(`5408${steel}`),
      ...plain.slice(at),
    ];
    assert.ok(agrees(compare(declared('LU'), own)));
    const [melted] = compare(declared('BE'), own).fields;
    assert.deepEqual(
      [melted?.pointer, melted?.theirs, melted?.ours, melted?.block],
      ['/lines/0/metals/meltedIn', 'BE', 'LU', '21'],
    );
    const missing = compare(plain, own).fields.filter(({ verdict }) => verdict === 'only ours');
    assert.equal(missing.length, 3);
  });

  it('names records and columns that nothing here answers, instead of leaving them out', () => {
    const lines = message().flatMap((line) => {
      if (line.startsWith('10')) return [`${line.slice(0, 50)}2061826${line.slice(57)}`];
      return line.startsWith('44') ? [line, record('43R', { 9: 'N30012' })] : [line];
    });
    assert.deepEqual(compare(lines.sort(() => 0)).notCompared, ['10 columns 51-57', '43']);
  });
});

describe('effort', () => {
  it('is counted from what was typed, field by field, with its times; and by the speed measured', () => {
    const assembled = ours();
    const typed = (at: string) => ({ class: 'typed' as const, by: 'Sample Filer', at });
    const provenance = {
      ...Object.fromEntries(
        Object.entries(assembled.provenance).filter(([, from]) => from.class !== 'typed'),
      ),
      '/bond': typed('2026-06-12T16:00:00.000Z'),
      '/lines/0/relatedParties': typed('2026-06-12T16:04:00.000Z'),
    };
    const own = { ...assembled, provenance };
    const comparison = compareSummary(filed(own), {
      ...own,
      preparationSeconds: 750,
      keystrokesPerHour: 6000,
    });
    const { type = '', surety = '' } = own.entry.bond ?? {};
    assert.deepEqual(
      [comparison.ours.fields, comparison.ours.keystrokes],
      [2, type.length + surety.length + 1],
    );
    assert.deepEqual(
      [comparison.ours.typedFrom, comparison.ours.typedUntil],
      ['2026-06-12T16:00:00.000Z', '2026-06-12T16:04:00.000Z'],
    );
    assert.equal(comparison.ours.minutesOpen, '12.5');
    assert.match(comparison.ours.how, /^Recorded/);
    assert.match(comparison.theirs.how, /^Counted/);
    assert.deepEqual([comparison.speed.keystrokesPerHour, comparison.speed.certainty], ['6000', 'measured']);
    const keystrokes = comparison.theirs.keystrokes;
    assert.equal(comparison.theirs.minutes, (Math.round(keystrokes / 10) / 10).toFixed(1));
  });
  const filed = (own: ReturnType<typeof ours>) => {
    const read = readFiledSummary(message(own).join('\n'), own.entry.entryDate);
    assert.ok(read.ok);
    return read.value;
  };
});

describe('a message that is none', () => {
  const lines = message();
  const at = (start: string) => lines.findIndex((line) => line.startsWith(start)) + 1;
  it('is refused with line and column', () => {
    const changed = (start: string, change: (line: string) => string) =>
      codes(lines.map((line) => (line.startsWith(start) ? change(line) : line)).join('\n'));
    assert.deepEqual(
      changed('11', (line) => line.trimEnd()),
      [`FILING_AE_WIDTH /${at('11')}/${(lines[at('11') - 1] ?? '').trimEnd().length + 1}`],
    );
    assert.deepEqual(
      changed('31', (line) => `X9${line.slice(2)}`),
      [`FILING_AE_UNKNOWN_RECORD /${at('31')}/1`],
    );
    assert.deepEqual(
      changed('11', (line) => `${line.slice(0, 41)}133126${line.slice(47)}`),
      [`FILING_AE_VALUE /${at('11')}/42`],
    );
    assert.deepEqual(codes([...lines, lines[at('31') - 1]].join('\n')), [
      `FILING_AE_ORDER /${lines.length + 1}/1`,
    ]);
    assert.deepEqual(codes([...lines, ...lines].join('\n')), ['FILING_AE_SUMMARIES ']);
    assert.deepEqual(codes(lines[0] ?? ''), ['FILING_AE_SUMMARIES ']);
  });
});
