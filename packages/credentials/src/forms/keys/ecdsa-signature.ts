import { type Refusal, toHex } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';

/** The orders of the groups of P-256 and P-384 (SP 800-186, section 3.2.1), by the length of one number. */
const ORDERS: Readonly<Record<number, bigint>> = {
  32: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  48: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
};

/** Why an ECDSA signature, both numbers in a row, can't be one of any message: a number that is zero or too large. */
export function ecdsaFault(signature: Uint8Array, path: string): Refusal | undefined {
  const length = signature.length / 2;
  const order = ORDERS[length];
  if (order === undefined) return malformed(`it has ${signature.length} bytes`, path);
  for (const [name, bytes] of [
    ['r', signature.subarray(0, length)],
    ['s', signature.subarray(length)],
  ] as const) {
    const number = BigInt(`0x${toHex(bytes)}`);
    if (number === 0n) return malformed(`its ${name} is zero`, path);
    if (number >= order) return malformed(`its ${name} is not below the order of the curve`, path);
  }
  return undefined;
}

function malformed(detail: string, path: string): Refusal {
  return credentialsCatalogue.refuse('CRED_ECDSA_MALFORMED', { path, params: { detail } });
}
