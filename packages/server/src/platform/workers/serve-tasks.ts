import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Answered, Asked, Task } from './messages.ts';

/**
 * The worker's side of the pool: does what it is asked, one after the other, until the pool ends it. Also tasks that wait do not
 * run into each other, since some of them are given up after a time of their own.
 */
export function serveTasks(
  tasks: Readonly<Record<string, Task>>,
  port: MessagePort | null = parentPort,
): void {
  if (!port) throw new Error('tasks are served in a worker thread');
  const answer = async ({ id, task, input }: Asked): Promise<void> => {
    try {
      const work = tasks[task];
      if (!work) throw new Error(`no task is called ${task}`);
      const { output, transfer = [] } = await work(input as never);
      port.postMessage({ id, output } satisfies Answered, transfer);
    } catch (fault) {
      port.postMessage({ id, fault } satisfies Answered);
    }
  };
  let last = Promise.resolve();
  port.on('message', (asked: Asked) => {
    last = last.then(() => answer(asked));
  });
}
