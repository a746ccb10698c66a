import { parentPort, workerData } from 'node:worker_threads';
import type { DataKind } from './kinds.ts';
import { packFile } from './pack.ts';

const { kind, bytes } = workerData as { kind: DataKind; bytes: Uint8Array };
parentPort?.postMessage(packFile(kind, bytes));
