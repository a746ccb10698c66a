import { Worker } from 'node:worker_threads';
import type { Answered, Asked } from './messages.ts';

/** A thread ended before it had answered. */
export class WorkerEnded extends Error {
  constructor(task: string, cause: unknown) {
    super(`the worker thread ended before it had done ${task}`, { cause });
    this.name = 'WorkerEnded';
  }
}

export interface WorkerThread {
  /** How many tasks it has not answered yet. */
  readonly load: number;
  /** Rejects with what the task threw, or with WorkerEnded. */
  ask(task: string, input: unknown): Promise<unknown>;
  end(): Promise<void>;
}

interface Waiting {
  readonly task: string;
  readonly resolve: (output: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * Batches are large and short-lived: with room for them among the young objects they are collected where they were made.
 * The rest is what the modules and the reference tables need, several times over.
 */
const limits = { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 1024 };

/** Starts a thread on a module that serves tasks; `onEnd` is told when it is gone, by whatever cause. */
export function startWorker(entry: URL, onEnd: (cause: unknown) => void): WorkerThread {
  const worker = new Worker(entry, { resourceLimits: limits });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let cause: unknown;
  let ended = false;

  worker.on('message', (answer: Answered) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('fault' in answer) one?.reject(answer.fault);
    else one?.resolve(answer.output);
  });
  worker.on('messageerror', (fault) => {
    cause = fault;
    void worker.terminate();
  });
  worker.on('error', (fault) => {
    cause = fault;
  });
  worker.on('exit', (code) => {
    ended = true;
    cause ??= new Error(`exit code ${code}`);
    onEnd(cause);
    for (const { task, reject } of waiting.values()) reject(new WorkerEnded(task, cause));
    waiting.clear();
  });
  // An idle thread keeps no process alive.
  worker.unref();

  return {
    get load() {
      return waiting.size;
    },
    ask(task, input) {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      if (ended) return Promise.reject(new WorkerEnded(task, cause));
      asked += 1;
      worker.postMessage({ id: asked, task, input } satisfies Asked);
      worker.ref();
      waiting.set(asked, { task, resolve, reject });
      return promise;
    },
    async end() {
      await worker.terminate();
    },
  };
}
