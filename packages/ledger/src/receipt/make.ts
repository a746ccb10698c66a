import { toBase64, toBase64Url } from '@portolan/kernel';
import type { Receipt } from './receipt.ts';
import type { Statement } from './statement.ts';

export interface ReceiptParts {
  readonly origin: string;
  readonly statement: Statement;
  readonly salt: Uint8Array;
  readonly index: number;
  readonly path: readonly Uint8Array[];
  /** The signed note. */
  readonly checkpoint: string;
}

/** Writes a receipt from its parts. */
export function makeReceipt({ origin, statement, salt, index, path, checkpoint }: ReceiptParts): Receipt {
  return {
    type: 'portolan/receipt@1',
    origin,
    statement,
    salt: toBase64Url(salt),
    index,
    inclusion: path.map(toBase64),
    checkpoint,
  };
}
