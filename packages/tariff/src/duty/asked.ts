import type { TariffLine } from '../edition/line.ts';
import { type Fitting, layersInForce } from '../layer/in-force.ts';
import type { Measure } from '../layer/layer.ts';
import { inRanges } from '../origin/rule/range.ts';
import type { MeltScope } from '../origin/tables.ts';
import { prohibitionOf } from '../prohibition/prohibition.ts';
import { holdsOn } from '../reference/dated.ts';
import type { TariffReference } from '../reference/reference.ts';

/** What of goods decides their duty, or must be reported, and only the filer or the documents can say. */
export interface AskedFacts {
  /** Duty depends on metals: their share, value, or where they were melted, smelted and cast. */
  readonly metals: boolean;
  /** Countries of melt and pour, or of smelt and cast, are reported for goods of this number. */
  readonly melt?: MeltScope;
  /** Headings of chapter 99 that count only where they are claimed, and of which one may be meant. */
  readonly headings: readonly Measure[];
  /** The number is flagged for antidumping or countervailing duty. */
  readonly antidumping: boolean;
  readonly countervailing: boolean;
  /** Why the goods may be imported under a licence only. */
  readonly prohibited?: string;
}

/** Facts that are asked of goods of a tariff line and origin on a day, as far as it was known then. */
export function factsAsked(
  line: TariffLine,
  originCountry: string,
  moment: { readonly date: string; readonly knownAt: string },
  reference: TariffReference,
): AskedFacts {
  const { date, knownAt } = moment;
  const rows = rowsOf(layersInForce(reference, date, knownAt).fitting(line, originCountry));
  const flags = reference.flags.of(line.hts);
  const melt = meltScopeOf(line.hts, date, reference.origin.meltScopes);
  const prohibition = prohibitionOf({ hts: line.hts, originCountry }, reference.prohibitions, date);
  return {
    metals: rows.some(asksForMetals),
    ...(melt ? { melt } : {}),
    headings: rows.filter(({ claimed, open }) => claimed === true && open === true),
    antidumping: flags?.antidumping ?? false,
    countervailing: flags?.countervailing ?? false,
    ...(prohibition ? { prohibited: prohibition.why } : {}),
  };
}

/** Where the metal of goods of a number is to be reported; a heading of its own wins over the chapter of derivatives. */
export function meltScopeOf(hs: string, date: string, scopes: readonly MeltScope[]): MeltScope | undefined {
  const holding = scopes.filter((row) => holdsOn(row, date) && inRanges(row.goods, hs));
  return holding.find((row) => !row.otherAllowed) ?? holding[0];
}

function rowsOf({ rows }: Fitting): Measure[] {
  return rows.flat();
}

function asksForMetals({ conditions }: Measure): boolean {
  return conditions?.some(({ is }) => is.startsWith('metal-')) ?? false;
}
