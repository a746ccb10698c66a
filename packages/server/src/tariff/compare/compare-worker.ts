import { parentPort, workerData } from 'node:worker_threads';
import { diffEditions } from '@portolan/tariff';
import { type EditionSource, openSource } from './source.ts';

const { from, to } = workerData as { from: EditionSource; to: EditionSource };
parentPort?.postMessage(diffEditions(openSource(from), openSource(to)));
