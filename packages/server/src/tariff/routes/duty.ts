import { computeDutyRoute, type DutyQuestion, whatIfRoute } from '@portolan/contract';
import { ok } from '@portolan/kernel';
import { computeDuty, type DutyInput, whatIf } from '@portolan/tariff';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/serve.ts';
import { shelfFor, type TariffContext } from '../context.ts';

/** Duty of what-if lines. Stores nothing; reading it needs no more than reading. */
export function dutyRoutes(app: FastifyInstance, context: TariffContext): void {
  serve(
    app,
    computeDutyRoute,
    async ({ body, auth }) => {
      const { reference } = await shelfFor(context, auth);
      return computeDuty(dutyInput(body, context.clock.now(), auth.member.name), reference);
    },
    readsOnly,
  );

  serve(
    app,
    whatIfRoute,
    async ({ body, auth }) => {
      const { reference } = await shelfFor(context, auth);
      const input = dutyInput(body.question, context.clock.now(), auth.member.name);
      const cases = whatIf(input, body.changes, reference).map(({ input: { date }, refusals, ...given }) => ({
        ...given,
        date,
        ...(refusals ? { refusals: [...refusals] } : {}),
      }));
      return ok({ cases });
    },
    readsOnly,
  );
}

/** A question too long for an address comes as a body and still only reads. */
const readsOnly = { scope: 'read' } as const;

/**
 * A what-if has no entry yet: where the request does not say, it is a formal consumption entry by container vessel,
 * which owes both fees.
 */
export function dutyInput(question: DutyQuestion, now: string, by: string): DutyInput {
  const { entryType = '01', modeOfTransport = '11', date, importDate = date, knownAt = now } = question;
  const { override, lines, port, explain } = question;
  return {
    ...{ entryType, modeOfTransport, date, importDate, knownAt },
    ...(port === undefined ? {} : { port }),
    ...(override === undefined ? {} : { override: { reason: override, by } }),
    ...(explain === undefined ? {} : { explain }),
    lines: lines.map(({ quantities = [], ...line }, index) => ({ ...line, quantities, number: index + 1 })),
  };
}
