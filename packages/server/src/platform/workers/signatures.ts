import type { CryptoPort } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { TaskResult } from './messages.ts';
import type { WorkerPool } from './pool.ts';

export const verifySignatures = 'verify-signatures';

const keyLength = 32;
const messageLength = 64;
const signatureLength = 64;
const rowLength = keyLength + messageLength + signatureLength;

/** Fewer than this are checked at once: handing them over would take longer. */
const fewest = 48;

interface Waiting {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly resolve: (valid: boolean) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * Cryptography whose signature checks run beside the main thread: those asked for in one go are put together and spread
 * over the pool. A caller that verifies many documents asks for all before it waits for the first (`Promise.all`).
 */
export function pooledCrypto(pool: WorkerPool, own: CryptoPort = nodeCrypto): CryptoPort {
  let waiting: Waiting[] = [];

  function flush(): void {
    const batch = waiting;
    waiting = [];
    if (batch.length < fewest) checkHere(batch, own);
    else for (const part of parts(batch, pool.size)) void checkApart(part, pool);
  }

  return {
    ...own,
    verifyEd25519(publicKey, message, signature) {
      // Only what eddsa-jcs-2022 signs has this length; anything else, and malformed keys, is checked as it comes.
      const fits = publicKey.length === keyLength && message.length === messageLength;
      if (!fits || signature.length !== signatureLength)
        return own.verifyEd25519(publicKey, message, signature);
      if (waiting.length === 0) queueMicrotask(flush);
      const { promise, resolve, reject } = Promise.withResolvers<boolean>();
      waiting.push({ publicKey, message, signature, resolve, reject });
      return promise;
    },
  };
}

function checkHere(batch: readonly Waiting[], own: CryptoPort): void {
  for (const { publicKey, message, signature, resolve } of batch)
    resolve(own.verifyEd25519(publicKey, message, signature) as boolean);
}

async function checkApart(batch: readonly Waiting[], pool: WorkerPool): Promise<void> {
  const rows = new Uint8Array(batch.length * rowLength);
  for (const [index, { publicKey, message, signature }] of batch.entries()) {
    const at = index * rowLength;
    rows.set(publicKey, at);
    rows.set(message, at + keyLength);
    rows.set(signature, at + keyLength + messageLength);
  }
  try {
    const valid = await pool.run<Uint8Array>(verifySignatures, rows);
    for (const [index, { resolve }] of batch.entries()) resolve(valid[index] === 1);
  } catch (fault) {
    for (const { reject } of batch) reject(fault);
  }
}

/** The task of the worker: one byte for each row of key, message and signature, 1 where the signature holds. */
export function verifySignaturesTask(rows: Uint8Array): TaskResult<Uint8Array<ArrayBuffer>> {
  const valid = new Uint8Array(rows.length / rowLength);
  for (let index = 0; index < valid.length; index += 1) {
    const row = rows.subarray(index * rowLength, (index + 1) * rowLength);
    const key = row.subarray(0, keyLength);
    const message = row.subarray(keyLength, keyLength + messageLength);
    valid[index] = nodeCrypto.verifyEd25519(key, message, row.subarray(keyLength + messageLength)) ? 1 : 0;
  }
  return { output: valid, transfer: [valid.buffer] };
}

function parts<T>(items: readonly T[], most: number): T[][] {
  const count = Math.max(1, Math.min(most, Math.floor(items.length / fewest)));
  const size = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
