import { listPartners, type Partner, removePartner, savePartner } from '@portolan/contract';
import { constructMid } from '@portolan/filing';
import { ok, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { audit } from '../platform/audit.ts';
import { acknowledged, serve } from '../platform/http/serve.ts';
import { withTransaction } from '../platform/transaction.ts';
import type { TradeContext } from '../trade/context.ts';
import { clientCatalogue } from './catalogue.ts';
import { codeFault } from './check.ts';
import { filers, offsetOf, PAGE } from './client.ts';
import {
  listPartnerRows,
  type PartnerRow,
  partnerKey,
  partnerView,
  removePartnerRow,
  savePartners,
} from './partners.ts';

/** The library of manufacturers and trading partners of a client. */
export function partnerRoutes(app: FastifyInstance, context: TradeContext): void {
  const { pool, clock } = context;

  serve(app, listPartners, async ({ auth, params: { number }, query }) => {
    const { q = '', role, limit = PAGE } = query;
    const offset = offsetOf(query.cursor);
    const asked = { number, role, words: q.trim(), offset, limit };
    const { rows, total } = await listPartnerRows(pool, auth.tenant.id, asked);
    const next = offset + rows.length < total ? { next: String(offset + rows.length) } : {};
    return ok({ items: rows.map(partnerView), total, ...next });
  });

  serve(
    app,
    savePartner,
    async ({ auth, params: { number }, body }) => {
      const { role, name, did, address, related } = body;
      const code = body.code?.toUpperCase() ?? madeCode(body);
      const fault = codeFault(role, code);
      if (fault) return refused(fault);
      const now = clock.now();
      const row: PartnerRow = {
        ...{ tenant_id: auth.tenant.id, importer_number: number, role, partner_key: partnerKey(name), name },
        ...{ code: code ?? null, did: did ?? null, address: address ?? null, related: related ?? null },
        ...{ entries: 0, entry_number: null, updated_at: now, updated_by: auth.member.name },
      };
      await withTransaction(pool, async (tx) => {
        await savePartners(tx, [row]);
        const trail = { tenantId: auth.tenant.id, at: now, actor: auth.member.id, subject: number };
        await audit(tx, { ...trail, action: 'client.partner', detail: { role, name } });
      });
      return ok(partnerView(row));
    },
    filers,
  );

  serve(
    app,
    removePartner,
    async ({ auth, params }) => {
      const removed = await withTransaction(pool, async (tx) => {
        const done = await removePartnerRow(tx, auth.tenant.id, params);
        const trail = { tenantId: auth.tenant.id, at: clock.now(), actor: auth.member.id };
        const detail = { role: params.role, partner: params.key };
        if (done)
          await audit(tx, { ...trail, action: 'client.partner.remove', subject: params.number, detail });
        return done;
      });
      return removed ? acknowledged : refused(clientCatalogue.refuse('NODE_PARTNER_UNKNOWN'));
    },
    filers,
  );
}

/** The code of a maker, made of its name and address where nobody gave one. */
function madeCode({ role, name, address }: Pick<Partner, 'role' | 'name' | 'address'>): string | undefined {
  return role === 'manufacturer' && address ? constructMid({ name, address }) : undefined;
}
