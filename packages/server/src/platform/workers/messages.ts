import type { Transferable } from 'node:worker_threads';

/** What the main thread asks of a worker. */
export interface Asked {
  readonly id: number;
  readonly task: string;
  readonly input: unknown;
}

/** What the worker answers: the output of the task, or what it threw. */
export type Answered =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly fault: unknown };

/** What a task gives back, with the buffers that are handed over instead of copied. */
export interface TaskResult<Output> {
  readonly output: Output;
  readonly transfer?: readonly Transferable[];
}

/** Pure work that a worker does: data in, data out, both as structured clones. It asks no database, network or clock. */
export type Task<Input = never, Output = unknown> = (
  input: Input,
) => TaskResult<Output> | Promise<TaskResult<Output>>;
