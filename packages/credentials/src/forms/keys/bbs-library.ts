/**
 * The signature library below the BBS suite imports two hash functions without declaring the package they come from, and in
 * the edition of the package that its own dependency on curves brings along. Here they are found there; whoever bundles this room
 * for browsers sees to the same.
 */
const UNDECLARED = /^@noble\/hashes\/(?:sha256|sha3)$/;
const LIBRARY = '/@digitalbazaar/bbs-signatures/';
let hooked = false;

function findHashes(): void {
  if (hooked || globalThis.process === undefined) return;
  hooked = true;
  process.getBuiltinModule('module').registerHooks({
    resolve(specifier, context, next) {
      if (!UNDECLARED.test(specifier) || !context.parentURL?.includes(LIBRARY))
        return next(specifier, context);
      const curves = next('@noble/curves/bls12-381', context);
      return next(specifier, { ...context, parentURL: curves.url });
    },
  });
}

export async function bbsMultikey() {
  findHashes();
  return import('@digitalbazaar/bls12-381-multikey');
}

export async function bbsSuite() {
  findHashes();
  return import('@digitalbazaar/bbs-2023-cryptosuite');
}
