import { getReview, listPrograms, updateRegister } from '@portolan/contract';
import { ok, type Refusal, refused } from '@portolan/kernel';
import { programs } from '@portolan/programs';
import type { FastifyInstance } from 'fastify';
import { audit } from '../platform/audit.ts';
import { registerCatalogue } from '../platform/catalogues.ts';
import type { NodeContext } from '../platform/context.ts';
import { serve } from '../platform/http/serve.ts';
import { withTransaction } from '../platform/transaction.ts';
import { assessCatalogue } from './catalogue.ts';
import { readMeasures } from './measures.ts';
import { countByProgram } from './programs.ts';
import { readRegisters, writeRegister } from './registers.ts';
import { reviewOf } from './review.ts';

/** The agency's review of a program's trial, on the four sides on which CBP judged each of its tests. */
export function assessRoutes(app: FastifyInstance, context: NodeContext): void {
  registerCatalogue(assessCatalogue);

  serve(app, listPrograms, async ({ auth }) => {
    const counts = await countByProgram(context.pool, auth.tenant.id);
    const none = { entries: 0, open: 0 };
    return ok({
      items: programs.map(({ id, title, summary, ruleVersions }) => ({
        ...{ id, title, summary, rules: ruleVersions.at(-1)?.version ?? '' },
        ...(counts.get(id) ?? none),
      })),
    });
  });

  serve(app, getReview, async ({ params, auth }) => {
    const program = programNamed(params.program);
    if (!program) return refused(unknownProgram(params.program));
    const [measures, registers] = await Promise.all([
      readMeasures(context.pool, auth.tenant.id, program.id),
      readRegisters(context.pool, auth.tenant.id, program.trial),
    ]);
    return ok(reviewOf(program.trial, measures, registers, context.clock.now()));
  });

  serve(
    app,
    updateRegister,
    async ({ params, body, auth }) => {
      const program = programNamed(params.program);
      if (!program) return refused(unknownProgram(params.program));
      const key = { tenantId: auth.tenant.id, program: program.id, registerId: params.id };
      const known = [...program.trial.registers.legal, ...program.trial.registers.policy];
      if (!known.some(({ id }) => id === params.id))
        return refused(
          assessCatalogue.refuse('NODE_REGISTER_UNKNOWN', { path: '/id', params: { id: params.id } }),
        );
      const at = context.clock.now();
      await withTransaction(context.pool, async (tx) => {
        await writeRegister(tx, key, body, { member: auth.member.id, at });
        const actor = auth.member.id;
        await audit(tx, {
          tenantId: key.tenantId,
          at,
          actor,
          action: 'register.answer',
          subject: `${program.id}/${params.id}`,
        });
      });
      const rows = await readRegisters(context.pool, auth.tenant.id, program.trial);
      const row = rows.find(({ id }) => id === params.id);
      if (!row) throw new Error(`register ${params.id} vanished`);
      const { id, side, question, citation, answer, owner, status, updatedAt } = row;
      return ok({ id, side, question, citation, answer, owner, status, ...(updatedAt ? { updatedAt } : {}) });
    },
    { roles: ['lead'] },
  );
}

function programNamed(id: string) {
  return programs.find((program) => program.id === id);
}

function unknownProgram(program: string): Refusal {
  return assessCatalogue.refuse('NODE_PROGRAM_UNKNOWN', { path: '/program', params: { program } });
}
