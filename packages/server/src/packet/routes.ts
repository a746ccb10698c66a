import { downloadPacket } from '@portolan/contract';
import { ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { serveFile } from '../platform/http/serve-file.ts';
import type { TradeContext } from '../trade/context.ts';
import { auditPacket } from './packet.ts';

/** The audit packet of an entry: who may see the dossier may take it away. */
export function packetRoutes(app: FastifyInstance, context: TradeContext): void {
  serveFile(app, downloadPacket, async ({ auth, params: { entryNumber } }) => {
    const bytes = await auditPacket(context, auth, entryNumber);
    if (!bytes.ok) return bytes;
    return ok({ bytes: bytes.value, mediaType: 'application/zip', fileName: `entry-${entryNumber}.zip` });
  });
}
