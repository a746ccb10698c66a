import type { NodeContext } from './context.ts';

type BackgroundContext = Pick<NodeContext, 'pool' | 'logger'>;

/** Work of a node that runs beside requests, one run at a time. */
export interface Background<C extends BackgroundContext> {
  /** Runs it; asked while it runs, it runs once more afterwards. A run that fails is tried again after a while. */
  nudge(context: C): void;
  /** Resolves when nothing is under way. */
  idle(context: C): Promise<void>;
}

/** `waits` says in the log what waits when a run fails. */
export function background<C extends BackgroundContext>(
  work: (context: C) => Promise<void>,
  { waits, afterFailureMs }: { readonly waits: string; readonly afterFailureMs: number },
): Background<C> {
  const running = new WeakMap<C['pool'], { again: boolean; done: Promise<void> }>();
  const nudge = (context: C): void => {
    const known = running.get(context.pool);
    if (known) {
      known.again = true;
      return;
    }
    const state = { again: false, done: Promise.resolve() };
    running.set(context.pool, state);
    state.done = work(context)
      .catch((error) => {
        context.logger.warn({ err: error }, `${waits} for the next attempt`);
        setTimeout(() => nudge(context), afterFailureMs).unref();
      })
      .finally(() => {
        running.delete(context.pool);
        if (state.again) nudge(context);
      });
  };
  return {
    nudge,
    async idle({ pool }) {
      for (let state = running.get(pool); state; state = running.get(pool)) await state.done;
    },
  };
}
