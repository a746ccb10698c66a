import { encryptEvidence, getEvidenceFile, readShared, shareEvidence } from '@portolan/contract';
import { type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { recordDisclosures } from '../../disclosures/record.ts';
import { serve } from '../../platform/http/serve.ts';
import { originOf } from '../../vc-api/access.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { CredentialContext } from '../context.ts';
import { readIssued } from '../issue/store.ts';
import { encryptFile } from './encrypt.ts';
import { gatherEvidence } from './gather.ts';
import { createShare, readShare } from './share.ts';

const signers = { roles: ['signer', 'filer', 'lead', 'officer'] } as const;

/** Evidence files of issued credentials: to keep, to send, and behind the code on a printed paper. */
export function evidenceRoutes(app: FastifyInstance, context: CredentialContext): void {
  serve(app, getEvidenceFile, async ({ params, auth }) => {
    const issued = await readIssued(context.pool, auth.tenant.id, params.digest);
    if (!issued) return unknown(params.digest);
    const file = await gatherEvidence(context, issued.credential);
    if (file.ok)
      await recordDisclosures(context.pool, [
        {
          ...{
            tenantId: auth.tenant.id,
            digest: params.digest,
            subject: issued.title,
            recipient: auth.member.name,
          },
          ...{ way: 'file', reason: 'evidence file', actor: auth.member.id, at: context.clock.now() },
        },
      ]);
    return file;
  });

  serve(
    app,
    encryptEvidence,
    async ({ params, body, auth }) => {
      const issued = await readIssued(context.pool, auth.tenant.id, params.digest);
      if (!issued) return unknown(params.digest);
      const file = await gatherEvidence(context, issued.credential);
      if (!file.ok) return file;
      const encrypted = await encryptFile(file.value, body.recipients);
      if (!encrypted.ok) return encrypted;
      const by = { tenantId: auth.tenant.id, actor: auth.member.id, at: context.clock.now() };
      await recordDisclosures(
        context.pool,
        encrypted.value.recipients.map((recipient) => ({
          ...{ ...by, digest: params.digest, subject: issued.title, recipient },
          ...{ way: 'encrypted', reason: body.reason },
        })),
      );
      return ok(encrypted.value.document);
    },
    signers,
  );

  serve(
    app,
    shareEvidence,
    async ({ params, body, auth, request }) => {
      const issued = await readIssued(context.pool, auth.tenant.id, params.digest);
      if (!issued) return unknown(params.digest);
      const createdAt = context.clock.now();
      const who = { tenantId: auth.tenant.id, digest: params.digest, actor: auth.member.id, at: createdAt };
      const token = await createShare(context.pool, who);
      await recordDisclosures(context.pool, [
        {
          ...who,
          subject: issued.title,
          recipient: 'whoever holds the paper',
          way: 'file',
          reason: body.reason,
        },
      ]);
      return ok({ address: `${originOf(context, request)}/verify/#${token}`, createdAt });
    },
    signers,
  );

  serve(app, readShared, async ({ params, reply }) => {
    reply.header('cache-control', 'no-store');
    const shared = await readShare(context.pool, params.token);
    if (!shared) return unknown('of this code');
    const file = await gatherEvidence(context, shared.credential as JsonObject);
    if (file.ok)
      await recordDisclosures(context.pool, [
        {
          ...{
            tenantId: shared.tenantId,
            digest: shared.digest,
            subject: '',
            recipient: 'holder of the paper',
          },
          ...{ way: 'opened', reason: 'code scanned', actor: 'anybody', at: context.clock.now() },
        },
      ]);
    return file;
  });
}

function unknown(digest: string): Result<never> {
  const params = { digest };
  return refused(credentialServiceCatalogue.refuse('NODE_CREDENTIAL_UNKNOWN', { path: '/digest', params }));
}
