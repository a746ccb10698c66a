import { disclosedCredential, issuerOf, parseStatusEntry, readCredential } from '@portolan/credentials';
import type { JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';

/** What a batch of credentials refers to: everything that has to be read before they can be checked. */
export interface References {
  readonly issuers: ReadonlySet<string>;
  /** Addresses of status lists, with the issuers whose credentials name them. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Collects issuers, signers and status lists of credentials. What is no credential refers to nothing; the verifier says so. */
export function referencesOf(credentials: readonly JsonObject[]): References {
  const issuers = new Set<string>();
  const lists = new Map<string, Set<string>>();
  for (const value of credentials) {
    const credential = readCredential(disclosedCredential(value, nodeCrypto));
    if (!credential.ok) continue;
    const issuer = issuerOf(credential.value);
    issuers.add(issuer);
    for (const raw of [credential.value.credentialStatus ?? []].flat()) {
      const entry = parseStatusEntry(raw);
      if (entry.ok && entry.value)
        lists.set(entry.value.list, (lists.get(entry.value.list) ?? new Set()).add(issuer));
    }
  }
  return { issuers, lists };
}
