import type { NodeContext } from '../../platform/context.ts';
import { nodeLogId } from '../identity.ts';
import { type SubmitContext, submitCheckpoint } from './submit.ts';
import { readWitnesses } from './witnesses.ts';

/** How often a log that grows is handed to its witnesses: the time that they can vouch for is no finer. */
const everyMs = 5000;

export interface Submitter {
  start(): void;
  stop(): Promise<void>;
}

/** Hands new checkpoints to every witness in the background; one that does not answer holds up no other, nor the log. */
export function createSubmitter(
  context: SubmitContext & Pick<NodeContext, 'logger'>,
  pauseMs = everyMs,
): Submitter {
  const told = new Map<string, string | undefined>();
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  let stopped = false;

  function later(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      round = submitAll(context, told)
        .catch((err) => context.logger.warn({ err }, 'witnesses are asked again later'))
        .finally(later);
    }, pauseMs);
    timer.unref();
  }

  return {
    start: later,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}

/** One round over all witnesses; a fault is told once, until it changes. */
async function submitAll(
  context: SubmitContext & Pick<NodeContext, 'logger'>,
  told: Map<string, string | undefined>,
): Promise<void> {
  const witnesses = await readWitnesses(context.pool, nodeLogId);
  const asked = witnesses.filter(({ withdrawnAt }) => withdrawnAt === undefined);
  await Promise.all(
    asked.map(async (witness) => {
      const reason = await submitCheckpoint(context, nodeLogId, witness);
      if (reason !== undefined && told.get(witness.name) !== reason)
        context.logger.warn({ witness: witness.name, reason }, 'a witness gave no cosignature');
      told.set(witness.name, reason);
    }),
  );
}
