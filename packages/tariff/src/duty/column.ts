import { ok, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import type { Edition } from '../edition/edition.ts';
import type { TariffLine } from '../edition/line.ts';
import { column2On, isMember, programOf } from '../program/membership.ts';
import type { PreferenceProgram } from '../program/program.ts';
import type { Rate } from '../rate/rate.ts';
import type { TariffReference } from '../reference/reference.ts';
import { claims, type Goods } from './goods.ts';
import type { LineDuty } from './result.ts';

/** The rate column that applies to the goods, and why. */
export interface ColumnChoice {
  readonly column: LineDuty['column'];
  readonly rate: Rate;
  readonly text: string;
  readonly why: string;
  readonly cite: string;
  readonly program?: PreferenceProgram;
}

/**
 * General, special or column 2 (general note 3). A claim is refused when its program is unknown or not in force for
 * the origin, or when the line neither names it nor is free for everybody: a claim on a free line still has its
 * effect on the merchandise processing fee.
 */
export function chooseColumn(
  goods: Goods,
  reference: TariffReference,
  edition: Pick<Edition, 'line'>,
  date: string,
): Result<ColumnChoice> {
  const { spi, originCountry } = goods.input;
  if (spi !== undefined) return claimed(goods, spi, reference, edition, date);
  const { line } = goods;
  const row = column2On(reference, originCountry, date);
  if (row === undefined) return ok(general(line, `goods of ${originCountry}, no claim`));
  const why = `goods of ${originCountry} get column 2`;
  return ok({ column: 'column-2', rate: line.column2, text: line.texts.column2, why, cite: row.cite });
}

function general(line: TariffLine, why: string): ColumnChoice {
  const { general: rate, texts } = line;
  return { column: 'general', rate, text: texts.general, why, cite: 'HTS general note 3(a)' };
}

function claimed(
  goods: Goods,
  spi: string,
  reference: TariffReference,
  edition: Pick<Edition, 'line'>,
  date: string,
): Result<ColumnChoice> {
  const { line, path } = goods;
  const program = programOf(reference, spi);
  if (program === undefined) {
    const known = reference.programs.map((row) => row.spi).join(', ');
    return refused(
      tariffCatalogue.refuse('TARIFF_SPI_UNKNOWN', { path: `${path}/spi`, params: { spi, known } }),
    );
  }
  const member = checkMember(goods, program, date);
  if (!member.ok) return member;
  const group = line.special.find(({ programs }) => programs.length === 0 || programs.includes(spi));
  if (group?.rate.kind === 'see') return underHeading(goods, program, group.rate.headings, edition);
  const why = `${spi} (${program.name}) claimed for goods of ${goods.input.originCountry}`;
  if (group !== undefined)
    return ok({
      column: 'special',
      rate: group.rate,
      text: `${group.text} (${spi})`,
      why,
      cite: program.cite,
      program,
    });
  if (line.general.kind === 'free')
    return ok({ ...general(line, `${why}; the line is free for all`), program });
  return refused(notOnLine(goods, spi));
}

/**
 * The special column refers to headings of chapter 98 or 99 ("See 9823.10.01"): the one that the filer claims gives the
 * rate, where it prints one that can be charged. Tariff preference levels and agreement quotas stand there.
 */
function underHeading(
  goods: Goods,
  program: PreferenceProgram,
  headings: readonly string[],
  edition: Pick<Edition, 'line'>,
): Result<ColumnChoice> {
  const { spi, name, cite } = program;
  const heading = headings.find((candidate) => claims(goods, candidate.slice(0, 10)));
  const line = heading === undefined ? undefined : edition.line(heading);
  const group = line?.special.find(({ programs }) => programs.length === 0 || programs.includes(spi));
  const rate = group?.rate ?? line?.general;
  if (heading === undefined || rate === undefined || !CHARGEABLE.has(rate.kind))
    return refused(needsHeading(goods, spi, headings));
  const why = `${spi} (${name}) claimed under heading ${heading} for goods of ${goods.input.originCountry}`;
  const text = `${group?.text ?? line?.texts.general ?? ''} (${spi}, ${heading})`;
  return ok({ column: 'special', rate, text, why, cite: `HTS ${heading}; ${cite}`, program });
}

const CHARGEABLE: ReadonlySet<Rate['kind']> = new Set(['free', 'ad-valorem', 'specific', 'compound']);

function checkMember({ input, path }: Goods, program: PreferenceProgram, date: string): Result<true> {
  const { spi, name } = program;
  const { originCountry: country } = input;
  if (isMember(program, country, date)) return ok(true);
  const everMember = program.members.some((member) => member.country === country);
  const code = everMember ? 'TARIFF_SPI_NOT_IN_FORCE' : 'TARIFF_SPI_ORIGIN';
  return refused(tariffCatalogue.refuse(code, { path: `${path}/spi`, params: { spi, name, country, date } }));
}

function needsHeading({ line, path }: Goods, spi: string, headings: readonly string[]) {
  const params = { spi, hts: line.hts, headings: headings.join(', ') };
  return tariffCatalogue.refuse('TARIFF_SPI_NEEDS_HEADING', { path: `${path}/spi`, params });
}

function notOnLine({ line, path }: Goods, spi: string) {
  const special = line.texts.special === '' ? 'blank' : line.texts.special;
  return tariffCatalogue.refuse('TARIFF_SPI_NOT_ON_LINE', {
    path: `${path}/spi`,
    params: { hts: line.hts, spi, special },
  });
}
