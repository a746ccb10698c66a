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
