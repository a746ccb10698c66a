import { resolveDidKey, type Trust, verifyCredential } from '@portolan/credentials';
import { documentSchemaCheck, type Power, powers } from '@portolan/documents';
import {
  type CryptoPort,
  type Digest,
  type Instant,
  type JsonObject,
  ok,
  type Result,
  refused,
} from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { StatusChange } from '../attestation/attestation.ts';
import { partiesCatalogue } from '../catalogue.ts';
import { partySchemaCheck } from '../schema/check.ts';
import type { PowerUse } from './act.ts';
import { type AuthorityEvidence, type SigningAuthority, signingAuthority } from './person.ts';
import { type AuthorityRecord, readAuthority } from './read.ts';
import { signatureUnder } from './signature.ts';

const Text = Type.String({ maxLength: 600 });
const At = Type.Unsafe<Instant>(
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' }),
);
const Change = Type.Object({
  purpose: Type.Union([Type.Literal('revocation'), Type.Literal('suspension')]),
  from: At,
  until: Type.Optional(At),
});

/** An act in somebody's name, with all credentials that are to show that it may be done. Who has it needs no node. */
export const AuthorityCaseSchema = Type.Object({
  use: Type.Object({
    power: Type.Unsafe<Power>(Type.String({ enum: [...powers] })),
    ...{ principal: Text, actor: Text, at: At },
    ...{ person: Type.Optional(Text), port: Type.Optional(Text), entryType: Type.Optional(Text) },
    enteredValue: Type.Optional(Type.Object({ amount: Text, currency: Text })),
  }),
  /** Digest of what the person signs, where one is named. */
  declared: Type.Optional(Type.Unsafe<Digest>(Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }))),
  credentials: Type.Array(
    Type.Object({
      credential: Type.Record(Type.String(), Type.Unknown()),
      /** When it was signed, as a log or the first receiver vouches. */
      signedAt: At,
      /** When its issuer took it back. */
      changes: Type.Optional(Type.Array(Change, { maxItems: 20 })),
    }),
    { maxItems: 100 },
  ),
  /** Registers whose word on officers counts. */
  registers: Type.Optional(Type.Array(Text, { maxItems: 100 })),
});
export type AuthorityCase = Static<typeof AuthorityCaseSchema>;

const shape = Compile(AuthorityCaseSchema);

/** A case from a file; refuses other shapes and sizes. Whether its credentials are true is for `judgeAuthority`. */
export function readAuthorityCase(value: unknown): Result<AuthorityCase> {
  if (shape.Check(value)) return ok(value);
  const [error] = shape.Errors(value);
  const params = { detail: error?.message ?? 'another shape' };
  return refused(
    partiesCatalogue.refuse('PARTY_AUTHORITY_CASE', { path: error?.instancePath ?? '', params }),
  );
}

/** Whether the act of a case may be done: every credential is verified here, then the chain and the person are judged. */
export async function judgeAuthority(
  given: AuthorityCase,
  crypto: CryptoPort,
): Promise<Result<SigningAuthority>> {
  const use = given.use as PowerUse;
  const read = await Promise.all(given.credentials.map((one) => recordOf(one, use.at, crypto)));
  const fault = read.find((one) => !one.ok);
  if (fault && !fault.ok) return fault;
  const records = read.flatMap((one) => (one.ok ? [one.value] : []));
  const authority = signingAuthority(use, evidenceOf(records, given.registers ?? []));
  const { declared } = given;
  if (!authority.ok || use.person === undefined || declared === undefined) return authority;
  const signatures = records.flatMap((one) => ('signature' in one ? [one.signature] : []));
  const wanted = { person: use.person, organization: use.actor, declared, at: use.at };
  const signature = signatureUnder(wanted, signatures);
  return signature.ok ? authority : signature;
}

function evidenceOf(records: readonly AuthorityRecord[], registers: readonly string[]): AuthorityEvidence {
  return {
    powers: records.flatMap((one) => ('power' in one ? [one.power] : [])),
    persons: records.flatMap((one) => ('person' in one ? [one.person] : [])),
    mayNameOfficers: (issuer) => registers.includes(issuer),
  };
}

async function recordOf(
  { credential, signedAt, changes = [] }: AuthorityCase['credentials'][number],
  at: Instant,
  crypto: CryptoPort,
): Promise<Result<AuthorityRecord>> {
  const value = credential as JsonObject;
  const trust: Trust = {
    ...{ crypto, at, signedAt: { instant: signedAt, source: 'log' } },
    resolveDid(did) {
      const resolved = resolveDidKey(did);
      return resolved.ok ? resolved.value : undefined;
    },
    statusList: () => undefined,
    schema: (type) => partySchemaCheck(type) ?? documentSchemaCheck(type),
    accreditation: () => ({ state: 'not-required' }),
  };
  const read = readAuthority(value, await verifyCredential(value, trust));
  return read.ok ? ok(takenBack(read.value, changes)) : read;
}

/** A case says itself what was taken back and when; a status list would say only that it was. */
function takenBack(
  record: AuthorityRecord,
  given: NonNullable<AuthorityCase['credentials'][number]['changes']>,
) {
  const changes = given as readonly StatusChange[];
  if ('power' in record) return { power: { ...record.power, changes } };
  if ('person' in record) return { person: { ...record.person, changes } };
  return { signature: { ...record.signature, changes } };
}
