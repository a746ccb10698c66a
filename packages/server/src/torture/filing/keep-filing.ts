import { setTimeout as pause } from 'node:timers/promises';
import { documents } from './documents.ts';
import { envelopes } from './envelopes.ts';
import type { Register } from './register.ts';
import type { Submission } from './submission.ts';

export interface Filing {
  /** Begins nothing new; what is under way gets its answer, or none. */
  halt(): void;
  /** Resolves when nothing is under way any more; throws what a sender found wrong. */
  ended(): Promise<void>;
}

export interface FilingOptions {
  readonly url: string;
  readonly cookie: string;
  readonly register: Register;
  /** Draws the next number of a shipment. */
  readonly serial: () => number;
}

const envelopesPerRequest = 3;
const awayMs = 50;

/** Files without a pause until it is told to halt: two senders of envelopes and one of documents, side by side. */
export function keepFiling({ url, cookie, register, serial }: FilingOptions): Filing {
  let halted = false;
  const sender = async (prepare: () => Promise<Submission>) => {
    while (!halted) {
      const answered = await register.file(await prepare(), url);
      if (!answered) await pause(awayMs);
    }
  };
  const envelopeSender = () => sender(() => envelopes(Array.from({ length: envelopesPerRequest }, serial)));
  const senders = [envelopeSender(), envelopeSender(), sender(() => documents(serial(), cookie))];
  const outcomes = Promise.allSettled(senders);
  return {
    halt() {
      halted = true;
    },
    async ended() {
      for (const outcome of await outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    },
  };
}
