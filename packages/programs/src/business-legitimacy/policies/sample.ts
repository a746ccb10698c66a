import type { Policy } from '@portolan/parties';
import { sampleTenant } from '../../sample-community.ts';
import { collusion, institutional, kindRules } from './levels.ts';

const everybody = [...institutional, 'trading-partner' as const];

/** Levels for anybody who trades: the policy that the sample agency begins with. */
export const samplePolicy: Policy = {
  id: 'sample-legitimacy',
  version: '1',
  title: 'Legitimacy of traders (sample)',
  publisher: sampleTenant('agency').did,
  effectiveFrom: '2026-01-01',
  recognizes: [],
  kinds: kindRules(400),
  roles: [
    {
      role: 'any',
      levels: [
        {
          name: 'known',
          meaning: 'A register, tax authority or LEI issuer knows it; it may be named in a filing.',
          atLeast: 1,
          of: ['company-register', 'tax-authority', 'lei-issuer'],
          requiredKinds: [],
          minimumWeight: 0,
          minimumAgeDays: 0,
          identifiers: [],
        },
        {
          name: 'established',
          meaning:
            'Three independent parties of different kinds know it; a case is not referred for its standing.',
          atLeast: 3,
          of: everybody,
          requiredKinds: ['company-register'],
          minimumWeight: 25,
          minimumAgeDays: 365,
          identifiers: [],
        },
        {
          name: 'trusted',
          meaning: 'Five independent parties of different kinds know it, a bank among them.',
          atLeast: 5,
          of: everybody,
          requiredKinds: ['company-register', 'bank'],
          minimumWeight: 45,
          minimumAgeDays: 730,
          identifiers: [['lei', 'duns', 'gln']],
        },
      ],
    },
  ],
  collusion,
  backdatingDays: 30,
  suspendedAttester: 'discount',
  changeOfControlDays: 90,
  lookAlike: 'bar',
  identifierConflict: 'bar',
  source: 'Sample; levels and numbers are proposals for trial, not a published rule of an agency.',
};

/** A stricter agency over the same evidence: fresher word, no references, a trusted-trader or tax authority among the three. */
export const stricterPolicy: Policy = {
  ...samplePolicy,
  id: 'sample-legitimacy-strict',
  title: 'Legitimacy of traders, stricter (sample)',
  kinds: kindRules(180),
  roles: samplePolicy.roles.map(({ role, levels }) => ({
    role,
    levels: levels.map((level) =>
      level.name === 'known'
        ? level
        : { ...level, of: institutional, requiredKinds: [...level.requiredKinds, 'tax-authority' as const] },
    ),
  })),
  suspendedAttester: 'discount',
};

/** The next version of the sample agency's policy, as its lead tries it in the simulation: fresher word only. */
export const proposedPolicy: Policy = {
  ...samplePolicy,
  version: '2',
  effectiveFrom: '2026-07-01',
  kinds: kindRules(90),
};
