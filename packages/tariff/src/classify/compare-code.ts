import { type Static, Type } from 'typebox';
import type { Edition } from '../edition/edition.ts';
import { type Classification, ClassificationCandidateSchema } from './classification.ts';
import { type ClassificationReference, type ClassifyOptions, classifyProduct } from './classify.ts';
import type { ProductFacts } from './product.ts';

/** What the facts of a product say about a declared code. */
export const CodeComparisonSchema = Type.Object({
  hts: Type.String(),
  /** `open`: the facts decide for no line, or for none surely enough to doubt the declared one. */
  verdict: Type.Union([Type.Literal('agrees'), Type.Literal('differs'), Type.Literal('open')]),
  /** Digits from the left that the declared code shares with the first candidate: 0, 2, 4, 6, 8 or 10. */
  shared: Type.Integer(),
  /** Confidence of the chapter, heading, subheading at which the two part, for the code that the facts name. */
  confidence: Type.String(),
  words: Type.String(),
  facts: Type.Optional(ClassificationCandidateSchema),
});
export type CodeComparison = Static<typeof CodeComparisonSchema>;

const LENGTHS = [2, 4, 6, 8, 10] as const;
/** Where the facts are at least so sure of another code, the declared one is doubted. */
const DOUBT = 0.6;

/** Compares a declared code with the facts: for an agency that checks facts instead of codes. */
export function compareWithCode(
  facts: ProductFacts,
  declared: string,
  edition: Edition,
  reference: ClassificationReference,
  options: ClassifyOptions = {},
): CodeComparison {
  const hts = declared.replaceAll('.', '');
  const answer = classifyProduct(facts, edition, reference, options);
  const [best] = answer.candidates;
  const shared = best ? sharedDigits(hts, best.hts) : 0;
  const parted = LENGTHS.find((digits) => digits > shared) ?? 10;
  const confidence = confidenceAt(answer, best?.hts ?? '', parted);
  const agrees = best !== undefined && (best.hts.startsWith(hts) || hts.startsWith(best.hts));
  const sure =
    best !== undefined && (best.basis !== 'facts' || (!answer.abstains && Number(confidence) >= DOUBT));
  const verdict = agrees ? 'agrees' : sure ? 'differs' : 'open';
  return {
    hts,
    verdict,
    shared,
    confidence,
    words: wordsOf(verdict, hts, parted),
    ...(best ? { facts: best } : {}),
  };
}

function sharedDigits(a: string, b: string): number {
  return (
    LENGTHS.filter((digits) => a.length >= digits && a.slice(0, digits) === b.slice(0, digits)).at(-1) ?? 0
  );
}

function confidenceAt({ ranked }: Classification, hts: string, digits: number): string {
  const codes = ranked.find((row) => row.digits === digits)?.codes ?? [];
  return codes.find((code) => hts.startsWith(code.hts))?.confidence ?? '0.000';
}

const PART: Readonly<Record<number, string>> = {
  2: 'chapter',
  4: 'heading',
  6: 'subheading',
  8: 'rate line',
  10: 'statistical line',
};

function wordsOf(verdict: CodeComparison['verdict'], hts: string, parted: number): string {
  if (verdict === 'agrees') return `The facts lead to the declared code ${hts}.`;
  const part = PART[parted] ?? 'line';
  if (verdict === 'differs') return `The facts lead to another ${part} than the declared code ${hts}.`;
  return `The facts do not decide the ${part}; nothing speaks surely against ${hts}.`;
}
