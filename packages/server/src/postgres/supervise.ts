import type { Result } from '@portolan/kernel';
import { isAlive, type Postmaster } from './postmaster.ts';

export interface Supervised {
  pid(): number;
  /** Stops watching, waits for a restart under way and answers which process to stop. */
  end(): Promise<number>;
}

const everyMs = 250;

/** Watches the server and starts it again when somebody killed it; sessions reconnect by themselves. */
export function superviseServer(started: Postmaster, restart: () => Promise<Result<Postmaster>>): Supervised {
  let pid = started.pid;
  let restarting: Promise<void> | undefined;

  const watch = setInterval(() => {
    if (restarting === undefined && !isAlive(pid)) restarting = startAgain();
  }, everyMs);
  watch.unref();

  async function startAgain(): Promise<void> {
    try {
      const again = await restart();
      if (again.ok) pid = again.value.pid;
    } finally {
      restarting = undefined;
    }
  }

  return {
    pid: () => pid,
    async end() {
      clearInterval(watch);
      await restarting;
      return pid;
    },
  };
}
