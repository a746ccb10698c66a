import { type Static, Type } from 'typebox';
import type { DutyInput, DutyLineInput } from '../duty/input.ts';

const text = (maxLength: number) => Type.String({ maxLength });

/** One way in which an entry could be otherwise. What is not named stays; `null` drops a claim. */
export const WhatIfChangeSchema = Type.Object({
  label: text(120),
  date: Type.Optional(text(10)),
  importDate: Type.Optional(text(10)),
  knownAt: Type.Optional(text(30)),
  entryType: Type.Optional(text(4)),
  modeOfTransport: Type.Optional(text(4)),
  /** Numbers of the lines that change; all when absent. */
  lines: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 999 })),
  hts: Type.Optional(text(14)),
  originCountry: Type.Optional(text(8)),
  spi: Type.Optional(Type.Union([text(4), Type.Null()])),
  headings: Type.Optional(Type.Union([Type.Array(text(14), { maxItems: 32 }), Type.Null()])),
});
export type WhatIfChange = Static<typeof WhatIfChangeSchema>;

/** The entry as it would be. A new date of entry moves the date of importation with it unless that is given too. */
export function changed(input: DutyInput, change: WhatIfChange): DutyInput {
  const { date = input.date, knownAt = input.knownAt, entryType = input.entryType } = change;
  const { modeOfTransport = input.modeOfTransport } = change;
  const importDate = change.importDate ?? change.date ?? input.importDate;
  const lines = input.lines.map((line) =>
    change.lines === undefined || change.lines.includes(line.number) ? changedLine(line, change) : line,
  );
  return { ...input, date, importDate, knownAt, entryType, modeOfTransport, lines };
}

function changedLine(
  line: DutyLineInput,
  { hts, originCountry, spi, headings }: WhatIfChange,
): DutyLineInput {
  const { spi: claimed, headings: given, ...rest } = line;
  const nextSpi = spi === undefined ? claimed : (spi ?? undefined);
  const nextHeadings = headings === undefined ? given : (headings ?? undefined);
  return {
    ...rest,
    ...(hts === undefined ? {} : { hts }),
    ...(originCountry === undefined ? {} : { originCountry }),
    ...(nextSpi === undefined ? {} : { spi: nextSpi }),
    ...(nextHeadings === undefined ? {} : { headings: nextHeadings }),
  };
}
