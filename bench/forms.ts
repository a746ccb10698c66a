/**
 * Verification of credentials of all forms in the worker threads of a node: how many a second with all cores beside one thread
 * alone, and how long the main thread's event loop was kept waiting meanwhile. At most 50 ms of delay are accepted for 99 of 100
 * turns; the same work in place keeps it waiting for as long as the slowest form takes.
 *
 *     node scripts/run.mjs bench/forms.ts [credentials, 400]
 */
import { availableParallelism } from 'node:os';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import {
  algorithmsOf,
  deriveCredential,
  type FormTrust,
  generateKey,
  issueCredential,
  type ProofForm,
  proofForms,
  verifyCredential,
} from '@portolan/credentials/forms';
import { expectOk, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { verifyFormApart } from '../packages/server/src/platform/forms/index.ts';
import { createWorkerPool } from '../packages/server/src/platform/workers/index.ts';

const COUNT = Number(process.argv[2] ?? 400);
const LIMIT_MS = 50;
const CORES = availableParallelism();

const at = instant('2026-06-12T14:30:00Z');
const trust: FormTrust = {
  crypto: nodeCrypto,
  at,
  signedAt: { instant: at, source: 'log' },
  resolveDid: () => undefined,
};

async function sample(form: ProofForm): Promise<JsonObject> {
  const key = await generateKey(algorithmsOf(form)[0] as 'Ed25519');
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
    type: ['VerifiableCredential', 'ExampleMillTest'],
    issuer: key.did,
    credentialSubject: { heat: 'H-4711', results: [{ test: 'yield', value: '250' }] },
  };
  const issued = expectOk(await issueCredential(form, { credential, key, options: { created: at } }));
  if (form !== 'ecdsa-sd-2023' && form !== 'bbs-2023') return issued.credential;
  const shown = { selectivePointers: ['/issuer', '/credentialSubject/heat'] };
  return expectOk(await deriveCredential(issued.credential, shown)).credential;
}

interface Measured {
  readonly perSecond: number;
  readonly delay99: number;
  readonly delayMost: number;
  readonly mainShare: number;
}

/** Verifies all credentials, so many at a time, and watches the event loop of this thread. */
async function measure(
  credentials: readonly JsonObject[],
  atOnce: number,
  verify: (credential: JsonObject) => Promise<{ readonly verified: boolean }>,
): Promise<Measured> {
  const delay = monitorEventLoopDelay({ resolution: 2 });
  const loop = performance.eventLoopUtilization();
  const start = performance.now();
  delay.enable();
  let next = 0;
  const taker = async () => {
    for (let one = credentials[next++]; one; one = credentials[next++])
      if (!(await verify(one)).verified) throw new Error('not verified');
  };
  await Promise.all(Array.from({ length: atOnce }, taker));
  delay.disable();
  const seconds = (performance.now() - start) / 1000;
  return {
    perSecond: credentials.length / seconds,
    delay99: delay.percentile(99) / 1e6,
    delayMost: delay.max / 1e6,
    mainShare: performance.eventLoopUtilization(loop).utilization,
  };
}

function print(name: string, { perSecond, delay99, delayMost, mainShare }: Measured): void {
  const share = `${Math.round(mainShare * 100)} % of the main thread`;
  console.log(
    `${name} ${perSecond.toFixed(0)} a second, event loop ${delay99.toFixed(1)} ms (99 of 100), ${delayMost.toFixed(1)} ms at most, ${share}`,
  );
}

const samples = await Promise.all(proofForms.map(sample));
const credentials = Array.from(
  { length: COUNT },
  (_, index) => samples[index % samples.length] as JsonObject,
);
const workers = createWorkerPool({
  entry: new URL('../packages/server/src/worker-main.ts', import.meta.url),
  size: CORES,
  logger: { error: (fault: unknown) => console.error(fault) },
});
const apart = (credential: JsonObject) => verifyFormApart({ workers }, credential, trust);
const here = (credential: JsonObject) => verifyCredential(credential, trust);
const warm = credentials.slice(0, 8 * proofForms.length);
await measure(warm, 2 * CORES, apart);
await measure(warm, 1, here);

const inPlace = await measure(credentials, 1, here);
const inThreads = await measure(credentials, 2 * CORES, apart);
console.log(`${COUNT} credentials of ${proofForms.length} forms, ${CORES} cores`);
print('in place  ', inPlace);
print('in threads', inThreads);
console.log(`speed-up   ${(inThreads.perSecond / inPlace.perSecond).toFixed(2)}`);
await workers.close();
if (inThreads.delay99 > LIMIT_MS) process.exitCode = 1;
