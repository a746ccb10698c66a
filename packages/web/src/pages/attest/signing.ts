import type { Session } from '@portolan/contract';
import type { JsonObject, Refusal } from '@portolan/kernel';
import type { AttestationType } from '@portolan/parties';
import { call } from '../../api/client.ts';

/** What became of one attestation that was handed over for signing. */
export interface Signed {
  row: number;
  digest?: string;
  refusals: Refusal[];
}

/** Most that the node signs at once. */
const BATCH = 200;

/** Who may sign in the name of the organization. */
export function maySign(session: Session | undefined): boolean {
  return session !== undefined && session.member.role !== 'viewer';
}

/** Signs documents of one type, in batches; `onBatch` is told how many are done. Rows are counted from 0. */
export async function signAll(
  type: AttestationType,
  documents: readonly JsonObject[],
  copyTo: readonly string[],
  onBatch: (done: number) => void = () => {},
): Promise<Signed[]> {
  const signed: Signed[] = [];
  for (let start = 0; start < documents.length; start += BATCH) {
    const attestations = documents.slice(start, start + BATCH).map((document) => ({ type, document }));
    const body = { attestations, copyTo };
    const { items } = await call<{ items: Signed[] }>('POST', '/api/attestations/issue', body);
    signed.push(...items.map((item) => ({ ...item, row: item.row + start })));
    onBatch(signed.length);
  }
  return signed;
}
