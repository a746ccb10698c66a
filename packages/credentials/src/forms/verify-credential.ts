import {
  type Digest,
  digestBytes,
  digestJson,
  isRecord,
  type JsonObject,
  type JsonValue,
  type Refusal,
  utf8,
} from '@portolan/kernel';
import { BASE_TYPE } from '../credential/credential.ts';
import { credentialFaults, modelVersionOf } from '../model/check-credential.ts';
import { typeNames } from '../model/rules.ts';
import { checkAccreditation } from '../verify/accreditation.ts';
import { checkDates } from '../verify/dates.ts';
import { failed, notApplicable, undetermined } from '../verify/fragment.ts';
import { type Fragment, fragmentNames } from '../verify/verdict.ts';
import { checkSecured } from './check-secured.ts';
import type { CheckedDocument, CheckedSignature } from './checked.ts';
import { contextLoader } from './contexts/loader.ts';
import { checkJsonLd } from './json-ld/check.ts';
import { workMeter } from './json-ld/work.ts';
import { judgeIntegrity, judgeIssuer } from './judge/issuer.ts';
import { judgeResources } from './judge/resources.ts';
import { judgeSchemas } from './judge/schemas.ts';
import { judgeStatus } from './judge/status.ts';
import { openSecured } from './open.ts';
import type { FormTrust, FormVerdict } from './trust.ts';

/**
 * Verifies a credential of any form, given as an object, an enveloped object or a token, and says everything that can be said
 * about it in the house's fragments. Fetches nothing: what is needed is handed in (see `needsOf`).
 *
 * @example
 * const verdict = await verifyCredential(body.verifiableCredential, trust);
 * if (!verdict.verified) report(verdictRefusals(verdict));
 */
export async function verifyCredential(anything: unknown, given: FormTrust): Promise<FormVerdict> {
  const trust = given.work ? given : { ...given, work: workMeter() };
  const opened = openSecured(anything, 'credential');
  if (!opened.ok) return unreadable(anything, opened.refusals, trust);
  const checked = await checkSecured(opened.value, 'credential', trust);
  if (!checked.ok) return unreadable(anything, checked.refusals, trust);
  const { document, signatures, refusals } = checked.value;
  const faults = credentialFaults(document);
  const [form = 'unsigned'] = signatures.map((signature) => signature.form);
  if (faults.length > 0)
    return { ...unreadable(anything, [...refusals, ...faults], trust), form, credential: document };
  const issuer = issuerOf(document);
  const status = judgeStatus(document, issuer, trust);
  const fragments = await judge(checked.value, issuer, status.fragment, trust);
  return {
    verified: fragments.every(({ outcome }) => outcome === 'passed' || outcome === 'not-applicable'),
    digest: digestOf(anything, trust),
    issuer,
    types: typeNames(document),
    signedAt: trust.signedAt,
    custody: trust.custody?.(issuer) ?? 'unknown',
    fragments,
    form,
    credential: document,
    proofs: signatures.length,
    statusNotes: status.notes,
  };
}

async function judge(
  checked: CheckedDocument,
  issuer: string,
  status: Fragment,
  trust: FormTrust,
): Promise<Fragment[]> {
  const { document, signatures } = checked;
  const types = typeNames(document).filter((name) => name !== BASE_TYPE);
  const readable = await checkJsonLd(document, contextLoader(trust.contexts), trust.work);
  const resources = await judgeResources(document, trust);
  const faults = [...(readable.ok ? [] : readable.refusals), ...resources.failed];
  const integrity = judgeIntegrity(checked, faults, resources.open);
  return [
    integrity,
    judgeIssuer(issuer, checked, integrity, trust),
    judgeAccreditation(issuer, types, trust),
    status,
    judgeDates(document, signatures, trust),
    await judgeSchemas(document, types, trust, verifyCredential),
  ];
}

function judgeAccreditation(issuer: string, types: readonly string[], trust: FormTrust): Fragment {
  const { accreditation, signedAt } = trust;
  if (!accreditation) return notApplicable('accreditation', 'Accreditation was not asked for.');
  const fragment = checkAccreditation(issuer, types, { accreditation, signedAt });
  return fragment.outcome === 'undetermined' && trust.tolerate?.includes('unknown-issuer')
    ? notApplicable('accreditation', fragment.reason)
    : fragment;
}

/** Dates, with the names that edition 1.1 of the data model gave them. */
function judgeDates(
  document: JsonObject,
  signatures: readonly CheckedSignature[],
  { at }: FormTrust,
): Fragment {
  const period = (
    modelVersionOf(document) === '1.1'
      ? { validFrom: document.issuanceDate, validUntil: document.expirationDate }
      : document
  ) as { validFrom?: string; validUntil?: string };
  const proofs = signatures.length === 0 ? [undefined] : signatures;
  const fragments = proofs.map((signature) => checkDates(period, signature?.dates, at, signature?.notBefore));
  return fragments.find(({ outcome }) => outcome === 'failed') ?? (fragments[0] as Fragment);
}

function issuerOf({ issuer }: JsonObject): string {
  return isRecord(issuer) ? (issuer.id as string) : (issuer as string);
}

function unreadable(anything: unknown, refusals: readonly Refusal[], trust: FormTrust): FormVerdict {
  const [first, ...others] = fragmentNames;
  return {
    verified: false,
    digest: digestOf(anything, trust),
    issuer: '',
    types: [],
    signedAt: trust.signedAt,
    custody: 'unknown',
    fragments: [
      failed(first, refusals),
      ...others.map((name) => undetermined(name, [], 'It is not a credential.')),
    ],
    form: 'unsigned',
    proofs: 0,
    statusNotes: [],
  };
}

/** The digest of a document's canonical form, or of a token's text; of what JSON can't carry, that of null. */
function digestOf(anything: unknown, { crypto }: FormTrust): Digest {
  if (typeof anything === 'string') return digestBytes(crypto, utf8(anything));
  try {
    return digestJson(crypto, anything as JsonValue);
  } catch {
    return digestJson(crypto, null);
  }
}
