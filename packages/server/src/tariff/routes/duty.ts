import { computeDutyRoute, type DutyQuestion } from '@portolan/contract';
import { computeDuty, type DutyInput } from '@portolan/tariff';
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
    { scope: 'read' },
  );
}

/**
 * A what-if has no entry yet: where the request does not say, it is a formal consumption entry by container vessel,
 * which owes both fees.
 */
export function dutyInput(question: DutyQuestion, now: string, by: string): DutyInput {
  const { entryType = '01', modeOfTransport = '11', date, importDate = date, knownAt = now } = question;
  const { override, lines, port } = question;
  return {
    ...{ entryType, modeOfTransport, date, importDate, knownAt },
    ...(port === undefined ? {} : { port }),
    ...(override === undefined ? {} : { override: { reason: override, by } }),
    lines: lines.map(({ quantities = [], ...line }, index) => ({ ...line, quantities, number: index + 1 })),
  };
}
