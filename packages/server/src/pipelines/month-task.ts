import type { TaskResult } from '../platform/workers/index.ts';
import { runningWith } from '../trade/filing/judge-references.ts';
import { monthSheet } from './compute-month.ts';
import type { MonthAnswer, MonthTask } from './month-messages.ts';

/** The worker's side of a month: the same papers and facts give the same bytes, or it is not done here at all. */
export function computeMonthTask(task: MonthTask): TaskResult<MonthAnswer> {
  const running = runningWith(task);
  if (!running) return { output: undefined };
  const { pipeline } = running.program;
  if (!pipeline) throw new Error(`the program ${task.program} has no pipeline`);
  const output = monthSheet(pipeline, running.reference, task);
  if (output === 'no-profile') return { output };
  return { output, transfer: Object.values(output.crossings).map(({ buffer }) => buffer) };
}
