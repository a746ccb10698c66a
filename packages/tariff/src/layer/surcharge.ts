import { claims, type Goods } from '../duty/goods.ts';
import { dollars, percentOf } from '../duty/money.ts';
import type { NotComputed } from '../duty/result.ts';
import type { TraceStep } from '../duty/trace.ts';
import { holdsOn } from '../reference/dated.ts';
import type { Exemption, Surcharge } from './layer.ts';
import type { ScopeHit } from './scope.ts';

export interface SurchargeContext {
  readonly date: string;
  /** Lists of numbers that name the line on the date. */
  readonly hits: readonly ScopeHit[];
  /** The program under which the goods enter free of duty, if they do. */
  readonly freeUnder?: string;
}

export interface SurchargeOutcome {
  readonly step: TraceStep;
  readonly notComputed: readonly NotComputed[];
}

/** Applies a surcharge to a line, or says why it doesn't; an exemption that rests on an uncomputed duty is named. */
export function applySurcharge(
  surcharge: Surcharge,
  goods: Goods,
  context: SurchargeContext,
): SurchargeOutcome {
  const none = (why: string): SurchargeOutcome => ({ step: step(surcharge, goods, why), notComputed: [] });
  if (!holdsOn(surcharge, context.date)) return none(outside(surcharge, context.date));
  const { hts } = goods.line;
  if (surcharge.notChapters.includes(hts.slice(0, 2))) return none('not on numbers of chapters 98 and 99');
  const inForce = surcharge.exemptions.filter(({ to }) => to === undefined || context.date <= to);
  const exempt = inForce.find((exemption) => isExempt(exemption, goods, context));
  if (exempt === undefined) return charged(surcharge, goods, maybe(inForce, goods, context));
  const why = `exempt under heading ${exempt.heading}: ${exempt.why}`;
  if (exempt.kind !== 'section-232') return none(why);
  const undecided = `exempt under heading ${exempt.heading} as far as a section 232 duty applies; that is not computed`;
  const { id: layer, name, cite } = surcharge;
  return {
    step: step(surcharge, goods, undecided),
    notComputed: [{ layer, name, line: goods.input.number, why: undecided, cite }],
  };
}

function isExempt(exemption: Exemption, goods: Goods, context: SurchargeContext): boolean {
  switch (exemption.kind) {
    case 'claimed':
      return claims(goods, exemption.heading);
    case 'listed':
      return listedUnder(exemption.heading, context);
    case 'listed-if-claimed':
      return listedUnder(exemption.heading, context) && claims(goods, exemption.heading);
    case 'section-232':
      return context.hits.some(({ scope }) => scope.startsWith('section-232'));
    case 'free-under-program':
      return entersFree(exemption, goods, context);
    case 'free-under-program-if-claimed':
      return entersFree(exemption, goods, context) && claims(goods, exemption.heading);
  }
}

function listedUnder(heading: string, { hits }: SurchargeContext): boolean {
  return hits.some((hit) => hit.scope === 'section-122-exempt' && hit.heading === heading);
}

function entersFree(
  { origins, programs }: { readonly origins: readonly string[]; readonly programs: readonly string[] },
  { input }: Goods,
  { freeUnder }: SurchargeContext,
): boolean {
  return origins.includes(input.originCountry) && freeUnder !== undefined && programs.includes(freeUnder);
}

/** Exemptions that the number or the claim would allow if the filer claimed their heading. */
function maybe(exemptions: readonly Exemption[], goods: Goods, context: SurchargeContext): string {
  const open = exemptions.filter((exemption) => isOpen(exemption, goods, context));
  if (open.length === 0) return '';
  return `; exempt only if claimed under ${open.map(({ why, heading }) => `${heading} (${why})`).join(' or ')}`;
}

function isOpen(exemption: Exemption, goods: Goods, context: SurchargeContext): boolean {
  if (exemption.kind === 'listed-if-claimed') return listedUnder(exemption.heading, context);
  if (exemption.kind !== 'free-under-program-if-claimed') return false;
  const chapter = goods.line.hts.slice(0, 2);
  return entersFree(exemption, goods, context) && exemption.chapters.includes(chapter);
}

function charged(surcharge: Surcharge, goods: Goods, note: string): SurchargeOutcome {
  const amount = percentOf(goods.value, surcharge.percent);
  const why = `in force since ${surcharge.from} for goods of every country${note}`;
  return {
    step: { ...step(surcharge, goods, why), applied: true, amount: dollars(amount) },
    notComputed: [],
  };
}

function step({ id, percent, cite }: Surcharge, { value }: Goods, why: string): TraceStep {
  const basis = `${value} USD entered value`;
  return { layer: id, applied: false, basis, rate: `${percent}%`, amount: '0.00', why, cite };
}

function outside({ from, to }: Surcharge, date: string): string {
  return date < from ? `not in force before ${from}` : `ended after ${to ?? ''}`;
}
