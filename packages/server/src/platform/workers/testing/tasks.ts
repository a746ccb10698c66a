// Tasks for the tests of the pool: one that answers, one that throws, and ones that end their thread.
import { existsSync, writeFileSync } from 'node:fs';
import { threadId } from 'node:worker_threads';
import { serveTasks, verifySignatures, verifySignaturesTask } from '../index.ts';

serveTasks({
  [verifySignatures]: verifySignaturesTask,
  double: (value: number) => ({ output: value * 2 }),
  thread: () => ({ output: threadId }),
  spin(milliseconds: number) {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    return { output: threadId };
  },
  fail(reason: string) {
    throw new RangeError(reason);
  },
  die: () => process.exit(3),
  dieOnce(mark: string) {
    if (existsSync(mark)) return { output: 'done' };
    writeFileSync(mark, '');
    return process.exit(3);
  },
});
