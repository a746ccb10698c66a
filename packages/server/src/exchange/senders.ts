import type { DidDocument } from '@portolan/credentials';
import type { Instant } from '@portolan/kernel';

/**
 * Who may send: the DID documents of parties that this node knows (its own tenants, its peers and the parties of its
 * trust register), with the keys they held. A DID that is absent is not known here.
 */
export interface Senders {
  documents(dids: readonly string[], at: Instant): Promise<ReadonlyMap<string, DidDocument>>;
  /** Asks anew for the keys of senders who signed with one that is not known: they may have a new key. */
  relearn?(dids: readonly string[]): Promise<void>;
}
