import { Closed, Coded, DidField, DigestField, List, Text } from '@portolan/documents';
import { type Static, Type } from 'typebox';

const InstantText = (description: string) =>
  Coded('^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$', 'a point in time in UTC', description);

/**
 * A standing as a credential: what was found about an organization for a role, by which policy, from which evidence. Whoever
 * holds the evidence recomputes the digest; whoever does not believes the issuer.
 */
export const StandingStatementSchema = Closed({
  organization: Closed({ did: DidField('Who it is about'), name: Text('Name') }),
  role: Text('Role for which it was asked'),
  level: Text('Level of the policy that is reached; "none" for none'),
  asOf: InstantText('As of when'),
  policy: Closed({
    id: Text('Policy'),
    version: Text('Version'),
    digest: DigestField('Digest of the policy'),
  }),
  register: DigestField('Digest of the trust register'),
  standing: DigestField('Digest of the whole standing with its reasons'),
  kinds: List(Text('Kind of attester that counted')),
  barred: Type.Boolean({ description: 'True where something stands against the organization' }),
});
export type StandingStatement = Static<typeof StandingStatementSchema>;
