import { type Digest, digestBytes, type Instant, instant, utf8 } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { type NoteSigner, noteKey, type Statement } from '@portolan/ledger';
import type { Pool } from 'pg';
import { systemClock } from '../../platform/clock.ts';
import { withTransaction } from '../../platform/transaction.ts';
import type { TransparencyLog } from '../../platform/transparency-log.ts';
import { createTransparencyLog, type TransparencyLogOptions } from '../transparency-log.ts';

export const testOrigin = 'sample.portolan.example/log';

/** A note key that follows from its name. */
export function testSigner(name = testOrigin): NoteSigner {
  const { publicKey, privateKey } = ed25519FromSeed(nodeCrypto.sha256(utf8(`test log ${name}`)));
  return { key: noteKey(nodeCrypto, name, publicKey), sign: (message) => signEd25519(privateKey, message) };
}

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export function testLog(pool: Pool, options: Partial<TransparencyLogOptions> = {}): Promise<TransparencyLog> {
  const origin = testOrigin;
  return createTransparencyLog({
    ...{ pool, origin, crypto: nodeCrypto, signer: testSigner(origin), clock: systemClock, logger: silent },
    ...options,
  });
}

export function testDigest(name: string): Digest {
  return digestBytes(nodeCrypto, utf8(name));
}

/** Statements about `count` invented documents, a second apart. */
export function testStatements(
  name: string,
  count: number,
  kind: Statement['kind'] = 'document',
): Statement[] {
  return Array.from({ length: count }, (_, index) => ({
    kind,
    digest: testDigest(`${name} ${index}`),
    at: momentOf(index),
  }));
}

export function momentOf(second: number): Instant {
  return instant(Date.UTC(2026, 5, 12, 15) + second * 1000);
}

/** Appends in a business transaction of its own. */
export function appendAll(
  pool: Pool,
  log: TransparencyLog,
  statements: readonly Statement[],
): Promise<string[]> {
  return withTransaction(pool, (tx) => log.append(tx, statements));
}
