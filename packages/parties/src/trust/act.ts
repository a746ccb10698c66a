import { Closed, Coded, DateField, DidField, DigestField, LongText, OneOf, Text } from '@portolan/documents';
import { type Static, Type } from 'typebox';

const InstantText = (description: string) =>
  Coded('^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$', 'a point in time in UTC', description);

const act = {
  id: Text('Identifier of the act'),
  at: InstantText('When it was done'),
  agency: DidField('Agency that did it'),
  by: Text('Who acted for the agency'),
  reason: LongText('Why'),
};

/** Acts about one party stay between the agency and the party unless the agency publishes them. */
const mayBePublic = { isPublic: Type.Optional(Type.Boolean({ description: 'Published with the register' })) };

/** An attester may attest a type from a day on. */
export const AccreditSchema = Closed({
  ...act,
  act: Type.Literal('accredit'),
  attester: DidField('Attester'),
  name: Text('Name of the attester'),
  credentialType: Text('Type of credential'),
  from: DateField('First day'),
  until: Type.Optional(DateField('Last day')),
});

/** An accreditation is suspended from the moment of the act, or restored. */
export const SuspendSchema = Closed({
  ...act,
  act: Type.Literal('suspend'),
  accreditation: Text('Act that accredited'),
});
export const RestoreSchema = Closed({
  ...act,
  act: Type.Literal('restore'),
  accreditation: Text('Act that accredited'),
});

export const PublishPolicySchema = Closed({
  ...act,
  act: Type.Literal('publish-policy'),
  policy: Text('Policy'),
  version: Text('Version'),
  digest: DigestField('Digest of the policy'),
  from: DateField('First day on which it applies'),
});

/** The agency sets a standing itself, in the open and with its reasons: bars it, or holds it at a level. */
export const OverrideSchema = Closed({
  ...act,
  act: Type.Literal('override'),
  subject: DidField('Organization'),
  role: Type.Optional(Text('Role; all roles when left out')),
  effect: OneOf(['bar', 'set'], 'What it does'),
  level: Type.Optional(Text('Level that is set')),
  until: Type.Optional(DateField('Last day')),
  ...mayBePublic,
});

export const LiftOverrideSchema = Closed({
  ...act,
  ...mayBePublic,
  act: Type.Literal('lift-override'),
  override: Text('Act that is lifted'),
});

/** An organization or attester asks the agency to look again. `by` is who appeals; no reason is asked beyond the grounds. */
export const AppealSchema = Closed({
  ...act,
  act: Type.Literal('appeal'),
  subject: DidField('Who appeals'),
  against: Text('Act or standing appealed against'),
});

export const DecideAppealSchema = Closed({
  ...act,
  ...mayBePublic,
  act: Type.Literal('decide-appeal'),
  appeal: Text('Appeal'),
  outcome: OneOf(['upheld', 'dismissed'], 'Upheld: the agency changes what was appealed against'),
});

export const OversightActSchema = Type.Union([
  AccreditSchema,
  SuspendSchema,
  RestoreSchema,
  PublishPolicySchema,
  OverrideSchema,
  LiftOverrideSchema,
  AppealSchema,
  DecideAppealSchema,
]);

/** One act of oversight: recorded once, never changed; what stands now is what the acts add up to. */
export type OversightAct = Static<typeof OversightActSchema>;
export type ActOf<Name extends OversightAct['act']> = Extract<OversightAct, { act: Name }>;

/** Acts in the one order in which everybody folds them: by time, then by identifier. */
export function inOrder(acts: readonly OversightAct[]): OversightAct[] {
  const key = ({ at, id }: OversightAct) => `${at} ${id}`;
  return acts.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
