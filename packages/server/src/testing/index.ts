export { makeKnown } from '../parties/testing/make-known.ts';
export { produceSchedule } from '../trade/testing/produce-schedule.ts';
export type { Answer, Client } from './client.ts';
export { createClient } from './client.ts';
export { startTestCluster, type TestCluster } from './cluster.ts';
export { type TestDatabase, testDatabase } from './database.ts';
export { type TestNode, type TestNodeOptions, testNode } from './node.ts';
export { sessionClient, signInAs } from './sign-in.ts';
