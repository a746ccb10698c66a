import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Digest, digestJson, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { combine } from './combine.ts';
import { outcomeOf } from './conclusion.ts';
import type { Evaluation } from './evaluation.ts';
import type { Finding, Severity } from './finding.ts';

const digest = (value: unknown): Digest => digestJson(nodeCrypto, value as JsonValue);
const reference = digest('facts');

function answer(program: string, ...severities: Severity[]): Evaluation {
  const findings: Finding[] = severities.map((severity) => ({
    ...{ code: `${program}_${severity}`, severity, path: '/lines/0', fault: 'sender' as const },
    ...{ message: 'Something was found', mend: 'Mend it' },
  }));
  return {
    ...{ program, ruleVersion: '1', findings, outcome: outcomeOf(findings) },
    ...{ reasons: findings.map(({ code }) => code), lines: [{ number: 1 }] },
  };
}

describe('several programs on one dossier', () => {
  it('leaves the answer of one program as it is', () => {
    const base = answer('first', 'warn');
    assert.equal(combine(base, [], digest), base);
  });

  it('comes to the most severe of all', () => {
    const levels: readonly (readonly [Severity, Severity, string])[] = [
      ['info', 'warn', 'accept'],
      ['warn', 'refer', 'refer'],
      ['refer', 'refuse', 'refuse'],
      ['refuse', 'info', 'refuse'],
    ];
    for (const [first, second, outcome] of levels) {
      const both = combine(
        answer('first', first),
        [{ evaluation: answer('second', second), reference }],
        digest,
      );
      assert.equal(both.outcome, outcome);
    }
  });

  it('says which program found what, and names each answer by its digest', () => {
    const second = answer('second', 'refer');
    const both = combine(answer('first', 'warn'), [{ evaluation: second, reference }], digest);
    assert.deepEqual(
      both.findings.map(({ code, program }) => [code, program]),
      [
        ['second_refer', 'second'],
        ['first_warn', undefined],
      ],
    );
    assert.equal(both.program, 'first');
    assert.deepEqual(both.beside, [
      {
        ...{ program: 'second', ruleVersion: '1', reference, evaluation: digest(second) },
        ...{ outcome: 'refer', reasons: ['second_refer'] },
      },
    ]);
  });
});
