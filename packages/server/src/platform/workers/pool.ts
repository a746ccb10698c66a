import type { Logger } from 'pino';
import { startWorker, WorkerEnded, type WorkerThread } from './thread.ts';

export interface WorkerPoolOptions {
  /** The module that serves the tasks. */
  readonly entry: URL;
  /** Most threads beside the main one. */
  readonly size: number;
  readonly logger: Pick<Logger, 'error'>;
}

/** Threads for pure work, so that the main one goes on answering. They start with the first task that needs them. */
export interface WorkerPool {
  readonly size: number;
  /**
   * Does a task in the least busy thread; input and output are structured clones. When the thread dies the task is done
   * once more in another: it is pure, so that nothing is lost or done twice. Rejects with what the task threw, or with
   * WorkerEnded when the second thread dies too or the pool is closed.
   */
  run<Output>(task: string, input: unknown): Promise<Output>;
  /** Ends all threads. */
  close(): Promise<void>;
}

const maxAttempts = 2;

export function createWorkerPool({ entry, size, logger }: WorkerPoolOptions): WorkerPool {
  const threads = new Set<WorkerThread>();
  let closed = false;

  function start(): WorkerThread {
    const thread: WorkerThread = startWorker(entry, (cause) => {
      threads.delete(thread);
      if (!closed) logger.error({ err: cause }, 'a worker thread has ended; its tasks are done again');
    });
    threads.add(thread);
    return thread;
  }

  function choose(): WorkerThread {
    const [idlest] = [...threads].sort((left, right) => left.load - right.load);
    return idlest && (idlest.load === 0 || threads.size >= size) ? idlest : start();
  }

  async function run<Output>(task: string, input: unknown): Promise<Output> {
    let fault: unknown = new WorkerEnded(task, 'the pool is closed');
    for (let attempt = 1; attempt <= maxAttempts && !closed; attempt += 1) {
      try {
        return (await choose().ask(task, input)) as Output;
      } catch (thrown) {
        if (!(thrown instanceof WorkerEnded)) throw thrown;
        fault = thrown;
      }
    }
    throw fault;
  }

  return {
    size,
    run,
    async close() {
      closed = true;
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}
