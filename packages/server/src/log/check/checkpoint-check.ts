import { type CryptoPort, constantTimeEqual, type Refusal } from '@portolan/kernel';
import { type CompactRange, ledgerCatalogue, type NoteKey, openCheckpoint } from '@portolan/ledger';
import type { ClientBase } from 'pg';

interface CheckpointRow {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
}

const PAGE = 1000;

/** Walks along the checkpoints of a log, smallest first, and compares each with the tree at its size. */
export class CheckpointCheck {
  readonly #client: ClientBase;
  readonly #crypto: CryptoPort;
  readonly #logId: number;
  readonly #key: NoteKey;
  #page: CheckpointRow[] = [];
  #last = -1;
  #count = 0;

  constructor(client: ClientBase, crypto: CryptoPort, logId: number, key: NoteKey) {
    this.#client = client;
    this.#crypto = crypto;
    this.#logId = logId;
    this.#key = key;
  }

  /** How many checkpoints were compared, and the size of the last of them. */
  get seen(): { readonly count: number; readonly last: number } {
    return { count: this.#count, last: this.#last };
  }

  /** Compares the checkpoint at the size that the tree has now, if there is one. */
  async compareAt(range: CompactRange): Promise<Refusal[]> {
    const next = await this.#next();
    if (next?.size !== range.size) return [];
    this.#page.shift();
    this.#last = next.size;
    this.#count += 1;
    return this.#compare(next, range.root());
  }

  async #next(): Promise<CheckpointRow | undefined> {
    if (this.#page.length === 0) this.#page = await this.#read();
    return this.#page[0];
  }

  async #read(): Promise<CheckpointRow[]> {
    const { rows } = await this.#client.query<CheckpointRow>({
      name: 'log_check_checkpoints',
      text: 'select size, root, note from log_checkpoints where log_id = $1 and size > $2 order by size limit $3',
      values: [this.#logId, this.#last, PAGE],
    });
    return rows;
  }

  async #compare({ size, root, note }: CheckpointRow, expected: Uint8Array): Promise<Refusal[]> {
    const opened = await openCheckpoint(this.#crypto, note, [this.#key]);
    if (!opened.ok) return [...opened.refusals];
    const same =
      opened.value.size === size &&
      [root, opened.value.root].every((hash) => constantTimeEqual(hash, expected));
    return same ? [] : [ledgerCatalogue.refuse('LEDGER_ROOT_MISMATCH', { params: { size } })];
  }
}
