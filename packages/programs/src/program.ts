import type { Catalogue, Digest } from '@portolan/kernel';
import type { TariffReference } from '@portolan/tariff';
import type { Trial } from './assess/trial.ts';
import type { CasePage } from './case-page.ts';
import type { Dossier } from './dossier.ts';
import type { Evaluation } from './evaluation.ts';
import type { Observations } from './observations.ts';
import type { Page } from './page.ts';
import type { PipelineBoard } from './pipeline/board.ts';
import type { RequestTemplate } from './request-template.ts';
import type { Story } from './story.ts';
import type { Tracing } from './tracing.ts';

/** The facts rules work with, as data; the same digest is the same facts. */
export interface Reference<Facts = unknown> {
  readonly tariff: TariffReference;
  readonly agreements: Facts;
  readonly digest: Digest;
}

/** The two times of a decision: when it is taken, and up to when facts had become known. */
export interface DecisionTime {
  readonly decisionAt: string;
  readonly knownAt: string;
}

export type Evaluate<Facts = unknown> = (
  dossier: Dossier,
  observations: Observations,
  reference: Reference<Facts>,
  at: DecisionTime,
) => Evaluation;

/** One immutable version of a program's rules. A published version never changes; a superseded one stays runnable. */
export interface RuleVersion<Facts = unknown> {
  readonly version: string;
  /** First day on which decisions are taken with it. */
  readonly from: string;
  readonly evaluate: Evaluate<Facts>;
}

/** The shape that every program has: what it reads, its rules, its page, its stories. */
export interface Program<Facts = unknown> {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Document types of the evidence that its rules read. */
  readonly reads: readonly string[];
  readonly catalogue: Catalogue;
  /** Newest last. */
  readonly ruleVersions: readonly RuleVersion<Facts>[];
  readonly reference: (tariff: TariffReference, digest: (facts: Facts) => Digest) => Reference<Facts>;
  readonly page: Page;
  /** Whether its rules are asked about a dossier that was filed under another program. Without it they never are. */
  readonly appliesTo?: (dossier: Dossier, facts: Facts, observations?: Observations) => boolean;
  /** What the program has to show about one dossier. */
  readonly casePage?: (dossier: Dossier, reference: Reference<Facts>, at: DecisionTime) => CasePage;
  readonly requestTemplates: readonly RequestTemplate[];
  /** What its signed documents say of lots, where they say anything. */
  readonly tracing?: Tracing;
  /** What it makes of the papers of a pipeline, where its goods come through one. */
  readonly pipeline?: PipelineBoard<Facts>;
  readonly trial: Trial;
  readonly stories: readonly Story[];
}
