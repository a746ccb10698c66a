import { ok, type Result, refused } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import Value from 'typebox/value';
import { tariffCatalogue } from '../catalogue.ts';
import { OverrideSchema } from './result.ts';

const short = (maxLength: number) => Type.String({ maxLength });

/** A quantity in a UNECE Rec 20 unit; `of` names the part it counts where the tariff asks for a part ("lead content"). */
export const DutyQuantitySchema = Type.Object({
  value: short(40),
  unit: short(3),
  of: Type.Optional(short(80)),
});
export type DutyQuantity = Static<typeof DutyQuantitySchema>;

const decimalText = short(40);
const country = short(8);

/** What is known of a metal in the goods: decides section 232 duty on metals. */
export const MetalContentSchema = Type.Object({
  metal: Type.Union([Type.Literal('steel'), Type.Literal('aluminum'), Type.Literal('copper')]),
  /** Its share of the weight of the article, in percent. */
  weightPercent: Type.Optional(decimalText),
  /** Its value in US dollars: the basis for derivative articles before 6 April 2026. */
  value: Type.Optional(decimalText),
  /** Where the steel was melted and poured, the aluminum or copper smelted and most recently cast (ISO alpha-2). */
  meltedIn: Type.Optional(country),
  smeltedIn: Type.Optional(country),
  secondarySmeltedIn: Type.Optional(country),
  castIn: Type.Optional(country),
  /** Percent of this metal that was melted and poured, or smelted and cast, in the country named before; 100 if absent. */
  percentFrom: Type.Optional(decimalText),
});
export type MetalContent = Static<typeof MetalContentSchema>;

export const DutyLineInputSchema = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  /** Ten digits, or eight in chapters 91, 98 and 99; dots allowed. */
  hts: short(14),
  originCountry: short(8),
  exportCountry: Type.Optional(short(8)),
  /** Whole US dollars. */
  enteredValue: short(40),
  quantities: Type.Array(DutyQuantitySchema, { maxItems: 12 }),
  /** Special program indicator that is claimed. */
  spi: Type.Optional(short(4)),
  /** Headings of chapters 98 and 99 claimed beside the number, for instance 9903.03.11. */
  headings: Type.Optional(Type.Array(short(14), { maxItems: 32 })),
  /** Values of parts that the rate charges apart: { of: "battery", value: "120" }. */
  partValues: Type.Optional(Type.Array(Type.Object({ of: short(80), value: short(40) }), { maxItems: 12 })),
  /** Polarization of sugar in degrees. */
  polarity: Type.Optional(short(20)),
  /** The filer's ground for exemption from the merchandise processing fee, with citation. */
  feeExempt: Type.Optional(short(200)),
  metals: Type.Optional(Type.Array(MetalContentSchema, { maxItems: 6 })),
  /** Antidumping and countervailing case numbers that cover the goods, with the exporter whose rate is used. */
  cases: Type.Optional(
    Type.Array(Type.Object({ case: short(20), exporter: Type.Optional(short(120)) }), { maxItems: 12 }),
  ),
  /** Why no case covers goods whose number is flagged for cases, for instance a scope ruling. */
  outsideCases: Type.Optional(short(200)),
  /** Id of the excise tax row that the goods fall under, where the line carries more than one. */
  excise: Type.Optional(short(40)),
  /** Licence or permit for goods whose importation is otherwise prohibited. */
  license: Type.Optional(short(120)),
});
export type DutyLineInput = Static<typeof DutyLineInputSchema>;

export const DutyInputSchema = Type.Object({
  entryType: short(4),
  modeOfTransport: short(4),
  /** Date that decides the rate: of entry, or of the immediate transportation entry. */
  date: short(10),
  /** Date of importation: decides the harbor maintenance fee. */
  importDate: short(10),
  /** Facts published later than this instant or date are not used. */
  knownAt: short(30),
  port: Type.Optional(short(8)),
  /** Recorded decision to go on where the data at hand can not know the date. */
  override: Type.Optional(OverrideSchema),
  /** "full": every layer leaves a step on every line, also those that can not touch it. */
  explain: Type.Optional(Type.Literal('full')),
  lines: Type.Array(DutyLineInputSchema, { maxItems: 99_999 }),
});
export type DutyInput = Static<typeof DutyInputSchema>;

/** Reads an input of unknown origin; the meaning of its fields is checked by `computeDuty`. */
export function parseDutyInput(value: unknown): Result<DutyInput> {
  if (Value.Check(DutyInputSchema, value)) return ok(value);
  const [error] = Value.Errors(DutyInputSchema, value);
  const problem = error?.message ?? 'unknown shape';
  return refused(
    tariffCatalogue.refuse('TARIFF_INPUT_INVALID', { path: error?.instancePath ?? '', params: { problem } }),
  );
}
