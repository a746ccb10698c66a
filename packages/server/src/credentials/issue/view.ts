import type { IssuedCredential } from '@portolan/contract';
import { isEnvelopedCredential, originalDigest } from '@portolan/credentials';
import type { Instant } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { IssuedRow } from './store.ts';

/** An issued credential as its owner sees it at an instant. */
export function issuedView(row: IssuedRow, now: Instant): IssuedCredential {
  const { digest, type, title, issued_at, valid_until, state_reason, credential } = row;
  return {
    digest,
    ...(isEnvelopedCredential(credential) ? { original: originalDigest(credential, nodeCrypto) } : {}),
    type,
    title,
    issuedAt: issued_at,
    ...(valid_until === null ? {} : { validUntil: valid_until }),
    status: statusOf(row, now),
    ...(state_reason === null ? {} : { statusReason: state_reason }),
    credential: { ...credential },
  };
}

function statusOf({ state, valid_until }: IssuedRow, now: Instant): IssuedCredential['status'] {
  return state === 'valid' && valid_until !== null && valid_until < now ? 'expired' : state;
}
