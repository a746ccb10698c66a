import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Answered, Asked, Task } from './messages.ts';

/** The worker's side of the pool: does what it is asked, one after the other, until the pool ends it. */
export function serveTasks(
  tasks: Readonly<Record<string, Task>>,
  port: MessagePort | null = parentPort,
): void {
  if (!port) throw new Error('tasks are served in a worker thread');
  port.on('message', ({ id, task, input }: Asked) => {
    try {
      const work = tasks[task];
      if (!work) throw new Error(`no task is called ${task}`);
      const { output, transfer = [] } = work(input as never);
      port.postMessage({ id, output } satisfies Answered, transfer);
    } catch (fault) {
      port.postMessage({ id, fault } satisfies Answered);
    }
  });
}
