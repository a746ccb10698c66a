import type { Standing } from '@portolan/parties';
import { when } from '../output/format.ts';
import { facts } from '../output/table.ts';

/** A standing as people read it: the level never without its reasons, what is missing, and what would lower it. */
export function standingLines(standing: Standing, digest: string): string[] {
  const { name, role, level, computedLevel, barred, asOf, policy, override, age } = standing;
  return [
    `${name}: ${level}${barred ? ', barred' : ''}`,
    ...facts([
      ['Role', role],
      ['As of', when(asOf)],
      ['Policy', `${policy.id} ${policy.version}`],
      ['Age', age && `${age.days} days since ${age.since} (${age.because})`],
      ['Override', override && `${override.reason} (${override.by}); by the evidence: ${computedLevel}`],
      ['Digest', digest],
    ]),
    ...section('Attestations', attestationLines(standing)),
    ...section(
      'Findings',
      standing.findings.map(({ weighs, reason }) => `${weighs}: ${reason.message} ${reason.mend}`),
    ),
    ...section('Levels', levelLines(standing)),
    ...section(
      'Missing for the next level',
      standing.wouldRaise.map(({ message, mend }) => `${message} ${mend}`),
    ),
    ...section(
      'Would lower it',
      standing.wouldLower.map(({ on, level: to, because }) =>
        on === undefined
          ? `to ${to} if ${shortened(because[0] ?? '')} were gone`
          : `to ${to} on ${on}, if nothing is renewed`,
      ),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function attestationLines({ attestations }: Standing): string[] {
  return attestations.flatMap(({ type, issuerName, outcome, signedAt, countsUntil, reasons }) => [
    `${outcome}: ${type} of ${issuerName}, signed ${when(signedAt)}${countsUntil ? `, until ${countsUntil}` : ''}`,
    ...reasons.map(({ message }) => `  ${message}`),
  ]);
}

function levelLines({ levels }: Standing): string[] {
  return levels.flatMap(({ name, met, parts }) => [
    `${name}: ${met ? 'reached' : 'not reached'}`,
    ...parts.map(
      ({ asks, met: isMet, have, need }) =>
        `  ${isMet ? 'yes' : 'no '} ${asks}: ${have || 'none'} of ${need}`,
    ),
  ]);
}

function shortened(digest: string): string {
  return `${digest.slice(0, 15)}…`;
}
