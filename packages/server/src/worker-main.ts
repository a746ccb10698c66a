// What a worker thread of the node does: pure tasks of the areas, with reference data that it loads once itself.
import { computeMonth } from './pipelines/month-messages.ts';
import { computeMonthTask } from './pipelines/month-task.ts';
import { type FormTask, verifyForms } from './platform/forms/messages.ts';
import { serveTasks, verifySignatures, verifySignaturesTask } from './platform/workers/index.ts';
import { judgeFilings } from './trade/filing/judge-messages.ts';
import { judgeFilingsTask } from './trade/filing/judge-task.ts';

serveTasks({
  [verifySignatures]: verifySignaturesTask,
  [judgeFilings]: judgeFilingsTask,
  [computeMonth]: computeMonthTask,
  // The libraries of the other forms are large, and most nodes never need them.
  [verifyForms]: async (task: FormTask) => (await import('./platform/forms/task.ts')).verifyFormsTask(task),
});
