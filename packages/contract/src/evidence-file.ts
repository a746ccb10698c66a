import { type EvidenceFile, EvidenceFileSchema } from '@portolan/credentials';
import { Type } from 'typebox';
import { DigestParamsSchema, InstantSchema } from './common.ts';
import { route } from './route.ts';

export const getEvidenceFile = route({
  method: 'GET',
  url: '/api/credentials/:digest/evidence',
  summary:
    'One file with a credential, its receipt, status and keys, that anybody verifies without a network',
  access: 'member',
  params: DigestParamsSchema,
  response: Type.Unsafe<EvidenceFile>(EvidenceFileSchema),
});
/** Whom a file is encrypted for: a did:key, or the name and the X25519 key (Multikey) of anybody else. */
export const RecipientSchema = Type.Union([
  Type.String({ pattern: '^did:key:', maxLength: 300 }),
  Type.Object({
    id: Type.String({ minLength: 1, maxLength: 500 }),
    publicKeyMultibase: Type.String({ maxLength: 200 }),
  }),
]);
export const encryptEvidence = route({
  method: 'POST',
  url: '/api/credentials/:digest/evidence/encrypted',
  summary: 'The evidence file, encrypted so that only the named recipients can open it (JWE)',
  access: 'member',
  params: DigestParamsSchema,
  body: Type.Object({
    recipients: Type.Array(RecipientSchema, { minItems: 1, maxItems: 50 }),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  response: Type.Record(Type.String(), Type.Unknown()),
});
export const shareEvidence = route({
  method: 'POST',
  url: '/api/credentials/:digest/share',
  summary:
    'An address, to be printed as a code on the paper, under which whoever holds it can check the credential',
  access: 'member',
  params: DigestParamsSchema,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }),
  response: Type.Object({ address: Type.String(), createdAt: InstantSchema }),
  status: 201,
});
export const readShared = route({
  method: 'GET',
  url: '/evidence/:token',
  summary: 'The evidence file that a printed code leads to',
  access: 'public',
  params: Type.Object({ token: Type.String({ maxLength: 120 }) }),
  response: Type.Unsafe<EvidenceFile>(EvidenceFileSchema),
});
