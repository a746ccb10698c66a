import { addSeconds } from '@portolan/kernel';
import type { NodeContext } from '../../platform/context.ts';
import { fetchRegister } from './fetch-register.ts';
import { registersFetchedBefore } from './peer-registers.ts';

type FreshContext = Pick<NodeContext, 'pool' | 'clock' | 'crypto' | 'config' | 'logger'>;

const defaultAgeSeconds = 60 * 60;
/** The copies are looked at this often at the most; an agency that gives nothing is asked again after it. */
const pauseMs = 30_000;

interface Look {
  readonly at: number;
  readonly done: Promise<void>;
}
const lookedBy = new WeakMap<object, Look>();

/**
 * Fetches anew the registers of agencies elsewhere that an operator once fetched and that are older than the configured age, from
 * the addresses of these peers. Where one can't be had, the copy stays: verdicts say as of when it speaks.
 */
export function freshRegisters(context: FreshContext): Promise<void> {
  const ageSeconds = context.config.trustAgeSeconds ?? defaultAgeSeconds;
  const before = lookedBy.get(context.pool);
  const now = performance.now();
  if (before && now - before.at < Math.min(pauseMs, ageSeconds * 1000)) return before.done;
  const done = refreshOld(context, ageSeconds);
  lookedBy.set(context.pool, { at: now, done });
  return done;
}

async function refreshOld(context: FreshContext, ageSeconds: number): Promise<void> {
  const old = await registersFetchedBefore(context.pool, addSeconds(context.clock.now(), -ageSeconds));
  await Promise.all(
    old.map(async (peer) => {
      const fetched = await fetchRegister(context, peer);
      if (fetched.ok) return;
      const [refusal] = fetched.refusals;
      context.logger.warn(
        { agency: peer.did, asOf: peer.asOf, reason: refusal?.message },
        'register not fetched',
      );
    }),
  );
}
