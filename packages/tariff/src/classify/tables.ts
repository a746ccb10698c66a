import { type Static, Type } from 'typebox';
import { readTradeTerms, type TradeTerms } from './terms.ts';
import { readTraits, type Traits } from './traits.ts';

const Weight = Type.Number();

/** Weights and calibration of the classifier, fitted on the development products. */
export const ClassifierWeightsSchema = Type.Object({
  source: Type.String(),
  certainty: Type.String(),
  fitted: Type.String(),
  heading: Type.Object({ terms: Weight, floor: Weight, words: Weight, parts: Weight }),
  row: Type.Object({
    terms: Weight,
    floor: Weight,
    words: Weight,
    yes: Weight,
    no: Weight,
    unknown: Weight,
    excluded: Weight,
    met: Weight,
    unmet: Weight,
    specific: Weight,
    size: Weight,
    parts: Weight,
  }),
  /** Confidence at 2, 4, 6, 8 and 10 digits: the raw share p becomes 1 / (1 + exp(-(slope * logit(p) + offset))). */
  calibration: Type.Array(Type.Object({ digits: Type.Integer(), slope: Weight, offset: Weight })),
  /** Confidence of six digits below which no line is proposed without a person. */
  threshold: Type.String(),
});
export type ClassifierWeights = Static<typeof ClassifierWeightsSchema>;

/** Tables that the classifier reads beside an edition. */
export interface ClassificationTables {
  readonly terms: TradeTerms;
  readonly traits: Traits;
  readonly weights: ClassifierWeights;
}

export const classificationTableFiles = [
  'trade-terms.tsv',
  'product-traits.tsv',
  'classifier-weights.json',
] as const;

/** Reads the tables of the classifier; each text is read when its first product is classified. */
export function readClassificationTables(
  read: (file: 'trade-terms.tsv' | 'product-traits.tsv') => string,
  weights: ClassifierWeights,
): ClassificationTables {
  let terms: TradeTerms | undefined;
  let traits: Traits | undefined;
  return {
    weights,
    get terms() {
      terms ??= readTradeTerms(read('trade-terms.tsv'));
      return terms;
    },
    get traits() {
      traits ??= readTraits(read('product-traits.tsv'));
      return traits;
    },
  };
}
