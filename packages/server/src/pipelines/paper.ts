import { disclosedCredential, parseStatusEntry } from '@portolan/credentials';
import type { Evidence } from '@portolan/documents';
import { canonicalize, type Instant, type JsonObject, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { PaperKeys, Signed } from '@portolan/programs';
import { boards } from './boards.ts';

/** A signed paper of a pipeline as it is kept: found by its keys, and read again without its signature. */
export interface Paper {
  readonly tenantId: string;
  /** Of what its issuer signed: the same for everybody, however much of it is shown. */
  readonly digest: string;
  readonly held: string;
  readonly type: string;
  readonly issuer: string;
  readonly knownAt: Instant;
  readonly keys: PaperKeys;
  readonly status: StatusPlace;
  readonly body: string;
}

/** Where the status of a paper stands: lists with what is added to the index there. */
export interface StatusPlace {
  readonly lists: readonly (readonly [url: string, offset: number])[];
  readonly index: number;
}

/** The paper that a signed document is; undefined where no pipeline's program reads its type. */
export function paperOf(
  tenantId: string,
  evidence: Evidence,
  credential: JsonObject,
  knownAt: Instant,
): Paper | undefined {
  const found = boards.find(({ board }) => board.reads.includes(evidence.type));
  if (!found) return undefined;
  const { digest: held, original: digest = held, type, document, issuer = '' } = evidence;
  const body: Signed = { digest, held, type, document, issuer, knownAt };
  return {
    ...{ tenantId, digest, held, type, issuer, knownAt },
    keys: found.board.keysOf(evidence),
    status: statusOf(credential),
    body: canonicalize(body as unknown as JsonValue),
  };
}

function statusOf(credential: JsonObject): StatusPlace {
  const { credentialStatus } = disclosedCredential(credential, nodeCrypto);
  const entries = (credentialStatus === undefined ? [] : [credentialStatus].flat()) as JsonObject[];
  const read = entries.flatMap((raw) => {
    const entry = parseStatusEntry(raw);
    return entry.ok && entry.value ? [entry.value] : [];
  });
  const index = read[0]?.index ?? 0;
  return { lists: read.map(({ list, index: own }) => [list, own - index]), index };
}
