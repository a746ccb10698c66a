import { fromBase64, ok, type Result, refused, toBase64 } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import { HASH_LENGTH } from '../merkle/hash.ts';
import { parseSize } from '../merkle/size.ts';

/** The head of a log: how many leaves it has and the root over all of them. */
export interface Checkpoint {
  /** Identifies the log, for example `node.example/log`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The text of a checkpoint, ready to be signed (C2SP tlog-checkpoint, Note text). */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads the text of a checkpoint. Extension lines may follow and say nothing here. */
export function parseCheckpoint(text: string): Result<Checkpoint> {
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n');
  if (!text.endsWith('\n') || !origin || size === undefined || root === undefined)
    return malformed('it has not three lines');
  if (extensions.includes('')) return malformed('it has an empty line');
  const leaves = parseSize(size);
  if (!leaves.ok) return leaves;
  const hash = fromBase64(root);
  if (hash?.length !== HASH_LENGTH) return malformed('its root is not 32 bytes in base64');
  return ok({ origin, size: leaves.value, root: hash });
}

function malformed(detail: string): Result<Checkpoint> {
  return refused(ledgerCatalogue.refuse('LEDGER_CHECKPOINT_MALFORMED', { params: { detail } }));
}
