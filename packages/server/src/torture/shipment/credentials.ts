import { randomUUID } from 'node:crypto';
import {
  BASE_TYPE,
  CREDENTIALS_CONTEXT,
  issueCredential,
  PORTOLAN_CONTEXT,
  statusEntry,
} from '@portolan/credentials';
import { instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { sampleStatusUrl } from '@portolan/programs';
import type { Paper } from './documents.ts';
import { sampleSigner } from './signers.ts';
import { statusPurposes } from './status-lists.ts';

const signed = { created: instant('2026-06-11T20:00:00.000Z') };
/** The story revokes a few low indexes; these lie above. */
const firstIndex = 1000;
const indexes = 100_000;

/** Signs a paper as a credential that can be revoked and suspended. */
export async function credentialOf({ issuer, subject }: Paper, serial: number): Promise<JsonObject> {
  const signer = sampleSigner(issuer);
  const index = firstIndex + (serial % indexes);
  const credential = await issueCredential(
    {
      '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
      id: `urn:uuid:${randomUUID()}`,
      type: [BASE_TYPE, subject.type],
      issuer: signer.did,
      validFrom: '2026-06-01T00:00:00.000Z',
      credentialStatus: statusPurposes.map((purpose) =>
        statusEntry({ purpose, list: sampleStatusUrl(issuer, purpose as 'revocation'), index }),
      ),
      credentialSubject: subject.document as unknown as JsonObject,
    },
    signer,
    nodeCrypto,
    signed,
  );
  return credential as unknown as JsonObject;
}
