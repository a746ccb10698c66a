import { getEntryNumbers, setEntryNumbers, voidEntryNumbers } from '@portolan/contract';
import { formatEntryNumber, ok, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { audit } from '../platform/audit.ts';
import { registerCatalogue } from '../platform/catalogues.ts';
import { serve } from '../platform/http/serve.ts';
import { withTransaction } from '../platform/transaction.ts';
import type { TradeContext } from '../trade/context.ts';
import { bankView, filerCodeOf, serialOf } from './bank.ts';
import { numbersCatalogue } from './catalogue.ts';
import { holdersOfNumbers, insertVoids, lockBank, writeBank } from './store.ts';

const filers = { roles: ['filer', 'signer', 'lead'] as const, scope: 'file' as const };

/** The bank of entry numbers of a filer. */
export function numberRoutes(app: FastifyInstance, context: TradeContext): void {
  registerCatalogue(numbersCatalogue);
  const { pool, clock } = context;

  serve(app, getEntryNumbers, async ({ auth, query }) => {
    const filer = filerCodeOf(auth.tenant);
    if (!filer.ok) return filer;
    const { q = '', limit = 50 } = query;
    return ok(await bankView(pool, auth.tenant.id, filer.value, { words: q.trim(), limit }));
  });

  serve(
    app,
    setEntryNumbers,
    async ({ auth, body }) => {
      const filer = filerCodeOf(auth.tenant);
      if (!filer.ok) return filer;
      const { id } = auth.tenant;
      const done = await withTransaction(pool, async (tx) => {
        const before = await lockBank(tx, id, filer.value);
        const { first, last } = body;
        const next = body.next ?? Math.max(first, before.next);
        // A series that is used up may end right before its next number.
        if (first > last || next < first || next > last + 1)
          return refused(
            numbersCatalogue.refuse('NODE_ENTRY_NUMBERS_RANGE', {
              path: '/first',
              params: { first, last, next },
            }),
          );
        const warnBelow = body.warnBelow ?? before.warnBelow;
        await writeBank(tx, id, filer.value, { first, last, next, warnBelow });
        const trail = { tenantId: id, at: clock.now(), actor: auth.member.id, subject: filer.value };
        await audit(tx, { ...trail, action: 'numbers.range', detail: { first, last, next } });
        return ok(undefined);
      });
      return done.ok ? ok(await bankView(pool, id, filer.value)) : done;
    },
    filers,
  );

  serve(
    app,
    voidEntryNumbers,
    async ({ auth, body: { number, count = 1, reason } }) => {
      const filer = filerCodeOf(auth.tenant);
      if (!filer.ok) return filer;
      const serial = serialOf(number, filer.value);
      if (!serial.ok) return serial;
      const { id } = auth.tenant;
      const last = Math.min(9_999_999, serial.value + count - 1);
      const numbers = Array.from({ length: last - serial.value + 1 }, (_, index) =>
        formatEntryNumber(filer.value, serial.value + index),
      );
      const done = await withTransaction(pool, async (tx) => {
        await lockBank(tx, id, filer.value);
        const held = await holdersOfNumbers(tx, id, filer.value, numbers);
        const against = held.filter(({ state, loose }) => state !== 'void' && !loose);
        if (against.length > 0)
          return refused(
            against.map(({ entry_number, about }) =>
              numbersCatalogue.refuse('NODE_ENTRY_NUMBER_USED', {
                path: '/number',
                params: { number: entry_number, holder: about },
              }),
            ),
          );
        const at = clock.now();
        const row = { tenant_id: id, reason, voided_at: at, voided_by: auth.member.name };
        await insertVoids(
          tx,
          numbers.map((entry_number) => ({ ...row, entry_number })),
        );
        const trail = { tenantId: id, at, actor: auth.member.id, subject: numbers[0] ?? '' };
        await audit(tx, { ...trail, action: 'numbers.void', detail: { count: numbers.length, reason } });
        return ok(undefined);
      });
      return done.ok ? ok(await bankView(pool, id, filer.value)) : done;
    },
    filers,
  );
}
