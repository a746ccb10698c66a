// Runs the sequencer of a test log in a process of its own, until that is killed. DATABASE_URL names the database.
import { createPool } from '../../platform/pool.ts';
import { testLog } from './test-log.ts';

const log = await testLog(createPool(process.env.DATABASE_URL as string, { max: 4 }));
await log.start();
process.send?.('started');
