import type { EnteredBefore } from '@portolan/programs';
import { uuidOf } from '../../exchange/envelope.ts';
import type { EnteredRow } from '../store/claims.ts';
import type { LineKey } from './claim-key.ts';
import type { GatheredFiling } from './gather.ts';

type Entering = Pick<GatheredFiling, 'received' | 'body' | 'entryNumber'>;
type Entered = Pick<EnteredRow, 'case_id' | 'entry_number' | 'filer_did' | 'part'>;

/** Invoice lines that stand in entries: those in the store, and those of filings before in the same batch. */
export class EnteredLines {
  readonly #byKey = new Map<string, Entered[]>();

  constructor(rows: readonly EnteredRow[]) {
    for (const row of rows) this.#add(row.claim_key, row);
  }

  add({ received, body, entryNumber }: Entering, lines: readonly LineKey[]): void {
    const case_id = uuidOf(received.envelope.thread);
    const filed = { case_id, entry_number: entryNumber, filer_did: body.entry.filer.did };
    const parts = new Map(body.entry.lines.map(({ number, invoice }) => [number, invoice.quantity ?? null]));
    for (const { key, line } of lines) this.#add(key, { ...filed, part: parts.get(line) ?? null });
  }

  /**
   * Which lines of a filing enter what stands in another entry, once for each; a correction does not meet its own entry. The other entry
   * is named to its own filer, and to nobody else.
   */
  before({ received, body, entryNumber }: Entering, lines: readonly LineKey[]): EnteredBefore[] {
    const own = uuidOf(received.envelope.thread);
    const found = new Map<string, EnteredBefore>();
    for (const { line, key } of lines)
      for (const other of this.#byKey.get(key) ?? []) {
        if (other.case_id === own || other.entry_number === entryNumber) continue;
        const named = other.filer_did === body.entry.filer.did ? { entryNumber: other.entry_number } : {};
        const part = other.part ? { quantity: other.part } : {};
        // Parts add up; that others entered all of a line is said once, however many they are.
        const whose = named.entryNumber ?? (other.part ? other.case_id : '');
        found.set(`${line} ${whose}`, { line, ...named, ...part });
      }
    return [...found.values()];
  }

  #add(key: string, entered: Entered): void {
    const known = this.#byKey.get(key);
    if (known) known.push(entered);
    else this.#byKey.set(key, [entered]);
  }
}
