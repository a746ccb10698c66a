// What a worker thread of the node does: pure tasks of the areas, with reference data that it loads once itself.
import { serveTasks, verifySignatures, verifySignaturesTask } from './platform/workers/index.ts';
import { judgeFilings } from './trade/filing/judge-messages.ts';
import { judgeFilingsTask } from './trade/filing/judge-task.ts';

serveTasks({ [verifySignatures]: verifySignaturesTask, [judgeFilings]: judgeFilingsTask });
