import { readFile, writeFile } from 'node:fs/promises';
import { didDocumentOf, multikeyOfJwk } from '@portolan/credentials';
import {
  createPresentation,
  type FormTrust,
  importKey,
  issueCredential,
  verifyCredential,
  verifyPresentation,
} from '@portolan/credentials/forms';
import { instant, type JsonObject, type Refusal } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { readCommand } from './arguments.ts';

/** A key of the suite, as a verification method of its controller. */
interface SuiteKey {
  readonly id: string;
  readonly controller: string;
  readonly publicKeyJwk: { readonly kid: string };
  readonly secretKeyJwk: object;
}

/** When the suite's fixtures were made: some say until when they are good. */
const AT = instant('2024-12-16T00:30:00Z');

/** What w3c/vc-jose-cose-test-suite runs: issues or verifies one file with one key, and writes success or failure with the reason. */
const { verb, options } = readCommand(process.argv.slice(2), ['issue', 'verify']);
const { input = '', key = '', feature = '', output = '', sd = '[]' } = options;
const method = JSON.parse(await readFile(key, 'utf8')) as SuiteKey;
const text = (await readFile(input, 'utf8')).trim();
const { data, refusals } = await (verb === 'issue' ? issue() : verify());
const reason = refusals.map(({ code, message }) => `${code}: ${message}`).join(' ');
await writeFile(
  output,
  JSON.stringify({ result: refusals.length === 0 ? 'success' : 'failure', data: data ?? reason }),
);
console.log(feature, refusals.length === 0 ? 'success' : reason);

interface Answer {
  readonly data?: string | undefined;
  readonly refusals: readonly Refusal[];
}

async function issue(): Promise<Answer> {
  // Presentations are made as vp+jwt; of vp+sd-jwt they are only read.
  if (feature === 'presentation_sdjwt')
    return { refusals: [{ code: 'NOT_OFFERED', message: 'no vp+sd-jwt is made here' } as Refusal] };
  const owner = { did: method.controller, verificationMethod: method.id };
  const signer = await importKey({ secretKeyJwk: method.secretKeyJwk }, owner);
  if (!signer.ok) return signer;
  const document = JSON.parse(text) as JsonObject;
  if (feature.startsWith('presentation')) {
    const { id, verifiableCredential } = document as { id?: string; verifiableCredential: unknown };
    const made = await createPresentation('vc+jwt', {
      ...{ credentials: [verifiableCredential].flat(), key: signer.value, options: { created: AT, id } },
    });
    return made.ok ? { data: made.value.token, refusals: [] } : made;
  }
  const disclosable = (JSON.parse(sd) as string[]).map(
    (path) => `/${path.replaceAll(/\[(\d+)\]/g, '/$1').replaceAll('.', '/')}`,
  );
  const form = feature === 'credential_sdjwt' ? 'vc+sd-jwt' : 'vc+jwt';
  const made = await issueCredential(form, {
    ...{ credential: document, key: signer.value, options: { created: AT, disclosable } },
  });
  return made.ok ? { data: made.value.token, refusals: [] } : made;
}

async function verify(): Promise<Answer> {
  const trust: FormTrust = {
    ...{ crypto: nodeCrypto, at: AT, signedAt: { instant: AT, source: 'first-receipt' } },
    resolveDid: (did) => (did === method.controller ? controllerDocument() : undefined),
    tolerate: ['unknown-status', 'unknown-schema', 'unknown-resource', 'unknown-type'],
  };
  if (feature.startsWith('credential')) return refusalsOf(await verifyCredential(text, trust));
  const { refusals: found, credentials } = await verifyPresentation(text, trust);
  return { refusals: [...found, ...credentials.flatMap((verdict) => refusalsOf(verdict).refusals)] };
}

function refusalsOf({ fragments }: Awaited<ReturnType<typeof verifyCredential>>): Answer {
  return { refusals: fragments.flatMap(({ refusals: found }) => found) };
}

/** The one key the suite hands over, under its own name and under the one that the suite's tokens give it. */
function controllerDocument() {
  const publicKeyMultibase = multikeyOfJwk(method.publicKeyJwk);
  if (!publicKeyMultibase.ok) return undefined;
  const names = [method.id, `${method.controller}#${method.publicKeyJwk.kid}`];
  return didDocumentOf(
    method.controller,
    names.map((id) => ({ id, publicKeyMultibase: publicKeyMultibase.value })),
  );
}
