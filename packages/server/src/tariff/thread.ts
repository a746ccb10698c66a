import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const largestHeapMb = 640;

/**
 * Lets a module of this room work in a thread of its own and answers the one message that it posts: what takes seconds
 * may not keep the rest of the node waiting. A thread that runs out of memory fails alone.
 */
export async function inThread<T>(module: string, workerData: unknown): Promise<T> {
  const extension = extname(fileURLToPath(import.meta.url));
  const thread = new Worker(new URL(`${module}${extension}`, import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: largestHeapMb },
  });
  try {
    const [answer] = (await once(thread, 'message')) as [T];
    return answer;
  } finally {
    await thread.terminate();
  }
}
