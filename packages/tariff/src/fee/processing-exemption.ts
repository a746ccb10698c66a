import type { FeePayer } from './payer.ts';

export interface FeeExemption {
  readonly why: string;
  readonly cite: string;
}

/** Subheadings of chapter 98 that do owe the fee (19 CFR 24.23(c)(1)(i)). */
const CHAPTER_98_DUE = ['98020060', '98020080'];

/** Why a line owes no merchandise processing fee; undefined where it does. */
export function processingExemption(payer: FeePayer): FeeExemption | undefined {
  const { hts, program, feeExempt, treatment } = payer;
  if (treatment?.provision.processingFee === 'exempt')
    return { why: `entered under ${treatment.provision.name}`, cite: '19 CFR 24.23(c)(1)(i)' };
  if (hts.startsWith('98') && !CHAPTER_98_DUE.some((subheading) => hts.startsWith(subheading)))
    return { why: 'entered under chapter 98', cite: '19 CFR 24.23(c)(1)(i)' };
  if (feeExempt !== undefined) return { why: 'exemption claimed by the filer', cite: feeExempt };
  if (program === undefined || program.mpf === 'due') return undefined;
  if (program.mpf === 'exempt-unless-preference-level' && ofPreferenceLevel(payer)) return undefined;
  return { why: `originating goods, ${program.spi} (${program.name})`, cite: program.mpfCite };
}

/** Goods of a tariff preference level are not originating: they claim a heading of chapter 98, subchapters XXII and XXIII. */
function ofPreferenceLevel({ headings }: FeePayer): boolean {
  return headings.some((heading) => heading.startsWith('9822') || heading.startsWith('9823'));
}
