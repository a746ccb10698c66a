import { type ColumnMapping, type Evidence, type OrderFile, orderFile, readFile } from '@portolan/documents';
import { canonicalize, digestBytes, type JsonValue, type Refusal, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { readFolder } from '../filing/folder.ts';
import { done, type Outcome } from '../outcome.ts';

/** A folder of papers as one graph, with the files that could not be read. */
export interface OrderFolder {
  readonly evidence: readonly Evidence[];
  readonly file: OrderFile;
  readonly unread: readonly { readonly name: string; readonly refusals: readonly Refusal[] }[];
  /** What of files that were read was not taken over. */
  readonly notices: readonly { readonly name: string; readonly message: string }[];
}

/** Reads a folder of papers without a node. Signatures are not verified here; the papers count as imported. */
export async function readOrderFolder(path: string, mapping?: ColumnMapping): Promise<Outcome<OrderFolder>> {
  const folder = await readFolder(path);
  if (!folder.ok) return folder;
  const unread: { name: string; refusals: readonly Refusal[] }[] = [];
  const evidence: Evidence[] = [];
  const notices: { name: string; message: string }[] = [];
  for (const { name, bytes } of folder.value.documents) {
    const read = readFile({ name, bytes }, nodeCrypto, mapping ? { mapping } : {});
    if (!read.ok) unread.push({ name, refusals: read.refusals });
    else
      for (const { type, document, notices: told } of read.value.documents) {
        notices.push(...told.map(({ message }) => ({ name, message })));
        const own = utf8(canonicalize({ type, ...document } as unknown as JsonValue));
        const digest = read.value.documents.length > 1 ? digestBytes(nodeCrypto, own) : read.value.digest;
        evidence.push({ digest, type, document, class: 'imported', fileName: name } as Evidence);
      }
  }
  return done({ evidence, file: orderFile(evidence), unread, notices });
}
