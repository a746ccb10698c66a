import { didKeyMethod, didKeyOf, type Signer } from '@portolan/credentials';

/** A person's signing key in this browser: made here, and not even this page can read it out. */
export interface OwnKey {
  readonly name: string;
  readonly signer: Signer;
}

interface KeptKey {
  readonly owner: string;
  readonly name: string;
  readonly did: string;
  readonly privateKey: CryptoKey;
}

const STORE = 'keys';

/** The key of a member of an organization, where one was made in this browser. */
export async function readOwnKey(owner: string): Promise<OwnKey | undefined> {
  const store = (await openKeys()).transaction(STORE).objectStore(STORE);
  const kept = (await answerOf(store.get(owner))) as KeptKey | undefined;
  return kept && keyOf(kept);
}

/** Makes a key and keeps it in this browser; the identifier that it gives has to be attested by the organization. */
export async function makeOwnKey(owner: string, name: string): Promise<OwnKey> {
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const did = didKeyOf(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const kept: KeptKey = { owner, name, did, privateKey: pair.privateKey };
  const store = (await openKeys()).transaction(STORE, 'readwrite').objectStore(STORE);
  await answerOf(store.put(kept));
  return keyOf(kept);
}

/** Throws the key away; what it signed stays good. */
export async function forgetOwnKey(owner: string): Promise<void> {
  const store = (await openKeys()).transaction(STORE, 'readwrite').objectStore(STORE);
  await answerOf(store.delete(owner));
}

function keyOf({ name, did, privateKey }: KeptKey): OwnKey {
  const sign = async (message: Uint8Array) =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, new Uint8Array(message)));
  return { name, signer: { did, verificationMethod: didKeyMethod(did), sign } };
}

function openKeys(): Promise<IDBDatabase> {
  const request = indexedDB.open('portolan-person-keys', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'owner' });
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps no keys'));
  });
}
