import type { FormKey } from '@portolan/credentials/forms';

/** The kinds of key that the forms of proof are signed with. */
export type KeyAlgorithm = FormKey['algorithm'];

/**
 * The port to wherever secrets live outside this process: a hardware module, a cloud's key service, a program of one's own. A
 * secret is made there, signs there and never comes here; this node knows public keys and signatures only.
 */
export interface KeyService {
  /** Makes a key of the algorithm and answers it without its secret. */
  create(algorithm: KeyAlgorithm): Promise<FormKey>;
  /** The key of a public key that was made there before. */
  open(publicKeyMultibase: string): Promise<FormKey>;
}
