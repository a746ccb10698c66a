import { setTimeout as pause } from 'node:timers/promises';

export interface Heads {
  /** Stops reading and answers every different checkpoint that was shown. */
  stop(): Promise<readonly string[]>;
}

const everyMs = 40;

/** Reads the log's checkpoint again and again, as a monitor does who will hold the log to every one of them. */
export function watchHeads(url: string): Heads {
  const shown = new Set<string>();
  let stopping = false;
  const watching = (async () => {
    while (!stopping) {
      const response = await fetch(`${url}/log/checkpoint`).catch(() => undefined);
      const text = await response?.text().catch(() => undefined);
      if (response?.ok && text !== undefined) shown.add(text);
      await pause(everyMs);
    }
  })();
  return {
    async stop() {
      stopping = true;
      await watching;
      return [...shown];
    },
  };
}
