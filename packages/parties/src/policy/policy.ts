import {
  Closed,
  Coded,
  DateField,
  DidField,
  identifierSchemes,
  List,
  OneOf,
  Text,
} from '@portolan/documents';
import { type Static, Type } from 'typebox';
import { checkMethods } from '../schema/common.ts';
import { attesterKinds } from '../schema/kind.ts';

const Count = (description: string, maximum = 100) => Type.Integer({ minimum: 0, maximum, description });
const Days = (description: string) => Count(`${description}, in days`, 36_500);

/** What an attestation of one kind is worth, and what makes it count at all. */
export const KindRuleSchema = Closed({
  kind: OneOf(attesterKinds, 'Kind of attester'),
  weight: Count('Weight of one attestation of this kind'),
  freshForDays: Days('How long after it was signed it counts'),
  methods: Type.Optional(List(OneOf(checkMethods, 'Method'), 1)),
  /** False for trading partners, whom no agency accredits: their word counts when they are themselves anchored. */
  accredited: Type.Boolean({ description: 'The attester has to stand in the trust register for the type' }),
});

/** What a role asks for, from the lowest level up. */
export const LevelSchema = Closed({
  name: Text('Level'),
  meaning: Text('What it lets the organization do, in one sentence'),
  atLeast: Count('Attestations of distinct kinds from distinct controlling owners', attesterKinds.length),
  of: List(OneOf(attesterKinds, 'Kind that may count'), 1),
  requiredKinds: List(OneOf(attesterKinds, 'Kind that has to be among them')),
  minimumWeight: Count('Weight that the counted attestations reach together', 1000),
  minimumAgeDays: Days('Age since registration or the last change of control'),
  /** At least one identifier of each group, attested by somebody who counts. */
  identifiers: List(List(OneOf(identifierSchemes, 'Identifier'), 1)),
});

export const RoleRuleSchema = Closed({
  role: Coded('^[a-z][a-z-]{1,40}$', 'a role in small letters', 'Role: importer, exporter, broker, or "any"'),
  levels: List(LevelSchema, 1),
});

/** How word that is not independent is found and set aside. */
export const CollusionRuleSchema = Closed({
  controlPercent: Type.Integer({
    minimum: 1,
    maximum: 100,
    description: 'Share from which an owner controls',
  }),
  ownershipDepth: Count('Steps up the chain of owners', 10),
  ringLength: Count('Longest ring of trading partners that is looked for', 6),
  searchLimit: Count('References looked through; beyond it no trading partner counts', 10_000),
  /** A trading partner's word counts once these many accredited attestations stand behind the partner itself. */
  anchor: Closed({ atLeast: Count('Attestations', 8), of: List(OneOf(attesterKinds, 'Kind'), 1) }),
});

/**
 * Which evidence makes which standing: published, dated and numbered by an agency, and replayable, since it is nothing but
 * data. Another agency may hold another one over the same evidence.
 */
export const PolicySchema = Closed({
  id: Coded('^[a-z][a-z0-9-]{1,60}$', 'small letters, digits and hyphens', 'Identifier of the policy'),
  version: Coded('^\\d{1,4}(\\.\\d{1,4}){0,2}$', 'a version such as 1 or 2.1', 'Version'),
  title: Text('Title'),
  publisher: DidField('Agency that publishes it'),
  effectiveFrom: DateField('First day on which it applies'),
  /** Agencies whose accreditations count beside the publisher's own (mutual recognition). */
  recognizes: List(DidField('Agency')),
  kinds: List(KindRuleSchema, 1),
  roles: List(RoleRuleSchema, 1),
  collusion: CollusionRuleSchema,
  backdatingDays: Days('How much earlier than signed an attestation may be dated'),
  /** What the suspension of an attester does to what it signed before. */
  suspendedAttester: OneOf(['discount', 'keep'], 'Attestations of an attester suspended since'),
  changeOfControlDays: Days('How long earlier attestations count after a change of control'),
  lookAlike: OneOf(['warn', 'bar'], 'A name disguised as that of an older party'),
  identifierConflict: OneOf(['warn', 'bar'], 'An identifier that another party holds too'),
  /** Whether the agency asks for the standing of each party when something is filed, and decides with it. */
  asksAtFiling: Type.Optional(Type.Boolean({ description: 'Standings are asked when something is filed' })),
  source: Text('Where the policy comes from'),
});

export type Policy = Static<typeof PolicySchema>;
export type KindRule = Static<typeof KindRuleSchema>;
export type Level = Static<typeof LevelSchema>;
export type RoleRule = Static<typeof RoleRuleSchema>;
