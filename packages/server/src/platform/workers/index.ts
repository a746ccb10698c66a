export type { Task, TaskResult } from './messages.ts';
export { createWorkerPool, type WorkerPool } from './pool.ts';
export { joinSegments, type Segments, segment } from './segments.ts';
export { serveTasks } from './serve-tasks.ts';
export { pooledCrypto, verifySignatures, verifySignaturesTask } from './signatures.ts';
export { WorkerEnded } from './thread.ts';
