import type { Digest, Refusal } from '@portolan/kernel';
import { matchKinds } from '../graph/match.ts';
import type { Level, Policy } from '../policy/policy.ts';
import { type AttesterKind, kindWords } from '../schema/kind.ts';
import { refuse } from './soundness.ts';
import { type LevelPart, type LevelResult, NO_LEVEL, type Standing } from './standing.ts';
import type { Counted } from './weigh.ts';

/** What the levels are judged by. */
export interface LevelEvidence {
  readonly counted: readonly Counted[];
  readonly age: Standing['age'];
  readonly barred: boolean;
  readonly policy: Policy;
}

/** Every level with its parts, in the policy's order. */
export function judgeLevels(levels: readonly Level[], evidence: LevelEvidence): LevelResult[] {
  return levels.map((level) => {
    const parts = partsOf(level, evidence);
    const met = parts.every((one) => one.met);
    return { name: level.name, meaning: level.meaning, met, parts: parts.map(worded) };
  });
}

/** The highest level that is reached, without the reasons. */
export function levelMet(levels: readonly Level[], evidence: LevelEvidence): string {
  const short = levels.findIndex((level) => partsOf(level, evidence).some(({ met }) => !met));
  return (short < 0 ? levels : levels.slice(0, short)).at(-1)?.name ?? NO_LEVEL;
}

/** A part whose missing reason is put in words only where somebody reads it. */
type Judged = Omit<LevelPart, 'missing'> & { readonly missing: () => Refusal };

function worded({ missing, ...part }: Judged): LevelPart {
  return { ...part, ...(part.met ? {} : { missing: missing() }) };
}

/** The highest level that is reached together with all below it. */
export function levelReached(results: readonly LevelResult[]): string {
  const short = results.findIndex(({ met }) => !met);
  const met = short < 0 ? results : results.slice(0, short);
  return met.at(-1)?.name ?? NO_LEVEL;
}

/** The choice of attestations by which a level is judged: required kinds first, then the heaviest. */
export function chosenFor(level: Level, { counted, policy }: LevelEvidence): Counted[] {
  const weights = new Map(policy.kinds.map(({ kind, weight }) => [kind, weight]));
  const byWeight = (a: AttesterKind, b: AttesterKind) =>
    (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || (a < b ? -1 : 1);
  const others = level.of.filter((kind) => !level.requiredKinds.includes(kind)).sort(byWeight);
  const candidates = counted.filter(({ kind }) => level.of.includes(kind));
  return matchKinds(candidates, [...level.requiredKinds.toSorted(byWeight), ...others]);
}

function partsOf(level: Level, evidence: LevelEvidence): Judged[] {
  const chosen = chosenFor(level, evidence);
  return [
    quorum(level, chosen),
    ...level.requiredKinds.map((kind) => requiredKind(kind, chosen)),
    ...(level.minimumWeight > 0 ? [weight(level, chosen)] : []),
    ...(level.minimumAgeDays > 0 ? [age(level, evidence.age)] : []),
    ...level.identifiers.map((schemes) => identifier(schemes, evidence.counted)),
    nothingAgainst(evidence.barred),
  ];
}

function digests(counted: readonly Counted[]): Digest[] {
  return counted.map(({ attestation }) => attestation.digest).sort();
}

function quorum({ atLeast, of, name }: Level, chosen: readonly Counted[]): Judged {
  const have = chosen.length;
  const missing = () => {
    const open = of.filter((kind) => !chosen.some((one) => one.kind === kind)).map((kind) => kindWords[kind]);
    return refuse('PARTY_QUORUM_SHORT', { level: name, have, need: atLeast, kinds: open.join(', ') });
  };
  return part('quorum', have >= atLeast, `${have}`, `${atLeast}`, digests(chosen), missing);
}

function requiredKind(kind: AttesterKind, chosen: readonly Counted[]): Judged {
  const by = chosen.filter((one) => one.kind === kind);
  const words = kindWords[kind];
  const missing = () => refuse('PARTY_KIND_MISSING', { kind: words });
  return part('kind', by.length > 0, by.length > 0 ? words : '', words, digests(by), missing);
}

function weight({ minimumWeight }: Level, chosen: readonly Counted[]): Judged {
  const have = chosen.reduce((sum, { rule }) => sum + rule.weight, 0);
  const missing = () => refuse('PARTY_WEIGHT_SHORT', { have, need: minimumWeight });
  return part('weight', have >= minimumWeight, `${have}`, `${minimumWeight}`, digests(chosen), missing);
}

function age({ minimumAgeDays }: Level, known: Standing['age']): Judged {
  const have = known?.days ?? 0;
  const missing = () =>
    refuse('PARTY_TOO_YOUNG', { have, need: minimumAgeDays, since: known?.since ?? 'an unknown day' });
  return part('age', have >= minimumAgeDays, `${have} days`, `${minimumAgeDays} days`, [], missing);
}

function identifier(schemes: readonly string[], counted: readonly Counted[]): Judged {
  const by = counted.filter(({ attestation }) =>
    attestation.party.identifiers.some(({ scheme }) => schemes.includes(scheme)),
  );
  const need = schemes.join(' or ');
  const missing = () => refuse('PARTY_IDENTIFIER_MISSING', { schemes: need });
  return part('identifier', by.length > 0, by.length > 0 ? 'attested' : '', need, digests(by), missing);
}

function nothingAgainst(barred: boolean): Judged {
  return part('nothing-against', !barred, barred ? 'something' : 'nothing', 'nothing', [], () =>
    refuse('PARTY_BARRED'),
  );
}

function part(
  asks: LevelPart['asks'],
  met: boolean,
  have: string,
  need: string,
  by: readonly Digest[],
  missing: () => Refusal,
): Judged {
  return { asks, met, have, need, by: [...by], missing };
}
