import type { Instant } from '@portolan/kernel';
import { BASE_TYPE, CREDENTIALS_CONTEXT, type UnsignedCredential } from '../credential/credential.ts';
import { encodeStatusList } from './encoding.ts';
import type { NotePurpose, StatusPurpose } from './entry.ts';

export const LIST_TYPE = 'BitstringStatusListCredential';

export interface StatusListOptions {
  /** Where the list is published: its identity. */
  readonly url: string;
  readonly issuer: string;
  readonly purpose: StatusPurpose | NotePurpose;
  readonly bits: Uint8Array;
  readonly validFrom: Instant;
  /** After this instant the list says nothing any more. */
  readonly validUntil: Instant;
  /** How long a copy may be used before a newer one is looked for, in milliseconds. */
  readonly ttl?: number;
}

/** The credential that carries a status list, unsigned (Bitstring Status List 1.0, section 2.2). */
export async function statusListCredential(options: StatusListOptions): Promise<UnsignedCredential> {
  const { url, issuer, purpose, bits, validFrom, validUntil, ttl } = options;
  return {
    '@context': [CREDENTIALS_CONTEXT],
    id: url,
    type: [BASE_TYPE, LIST_TYPE],
    issuer,
    validFrom,
    validUntil,
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: await encodeStatusList(bits),
      ...(ttl === undefined ? {} : { ttl }),
    },
  };
}
