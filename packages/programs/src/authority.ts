import type { Evidence, Power, PowerOfAttorney } from '@portolan/documents';
import { Decimal, type Digest, instant, type Refusal, sumDecimals } from '@portolan/kernel';
import {
  type AuthorityEvidence,
  declaredDigest,
  type PersonLink,
  type PersonSignature,
  type PowerUse,
  powerOf,
  proofOf,
  type SignedPower,
  signatureUnder,
  signingAuthority,
} from '@portolan/parties';
import { type Static, Type } from 'typebox';
import type { Dossier } from './dossier.ts';
import type { Finding } from './finding.ts';
import type { Observations } from './observations.ts';

/** Who may act for whom, as the store knew it: delegations with the powers they come from, officers and employees. */
export const AuthorityObservationSchema = Type.Object({
  powers: Type.Array(Type.Unsafe<SignedPower>(Type.Object({}))),
  persons: Type.Array(Type.Unsafe<PersonLink>(Type.Object({}))),
  /** Issuers whose word about an organization's officers counts. */
  registers: Type.Array(Type.String()),
  /** Signatures of persons under what the filer declares. */
  signatures: Type.Optional(Type.Array(Type.Unsafe<PersonSignature>(Type.Object({})))),
});
export type AuthorityObservation = Static<typeof AuthorityObservationSchema>;

type Observed = Pick<Observations, 'onRecord' | 'authority'>;

/**
 * Whether the filer acts by powers that were passed on to it: undefined where none lead to it, else what is wrong with them, with
 * nothing where they hold. The chain goes from the importer's own power, link by link, each only narrowing (19 CFR 141.31 to
 * 141.46); a revocation anywhere in it stops the filing.
 */
export function delegatedFaults(
  dossier: Dossier,
  observed: Observed,
  needed: readonly Power[],
): Finding[] | undefined {
  const { entry, filer } = dossier;
  const principal = entry.importerOfRecord.did;
  const passedOn = observed.authority?.powers.filter(
    ({ parent, grantee }) => parent !== undefined && grantee === filer.did,
  );
  if (principal === undefined || !passedOn?.length) return undefined;
  const evidence = evidenceOf(dossier, observed);
  return findingsOf(
    needed.flatMap((power) => refusalsOf({ ...useOf(dossier), power, principal }, evidence)),
    passedOn.map(({ digest }) => digest),
  );
}

/**
 * What is wrong with the person who signs for the filer, where the filing names one; nothing where it names nobody. The person has
 * to be entitled, and to have signed with its own key what is filed now.
 */
export function signatoryFaults(dossier: Dossier, observed: Observed, needed: readonly Power[]): Finding[] {
  const { signatory, filer } = dossier;
  if (signatory === undefined) return [];
  const evidence = evidenceOf(dossier, observed);
  const use = { ...useOf(dossier), principal: filer.did, person: signatory.did };
  const entitled = needed.flatMap((power) => refusalsOf({ ...use, power }, evidence));
  const refusals = [...entitled, ...unsigned(dossier, signatory.did, observed)];
  const links = evidence.persons.filter(({ person }) => person === signatory.did);
  return findingsOf(
    refusals,
    links.map(({ digest }) => digest),
  );
}

function unsigned(dossier: Dossier, person: string, { authority }: Observed): readonly Refusal[] {
  const { entry, filer, filedAt } = dossier;
  const wanted = { person, organization: filer.did, declared: declaredDigest(entry), at: instant(filedAt) };
  const signature = signatureUnder(wanted, authority?.signatures ?? []);
  return signature.ok ? [] : signature.refusals;
}

function refusalsOf(use: PowerUse, evidence: AuthorityEvidence): readonly Refusal[] {
  const authority = signingAuthority(use, evidence);
  return authority.ok ? [] : authority.refusals;
}

function useOf({ entry, filer, filedAt }: Dossier): Omit<PowerUse, 'power' | 'principal'> {
  const amount = sumDecimals(entry.lines.map(({ enteredValue }) => Decimal.of(enteredValue))).toString();
  return {
    ...{ actor: filer.did, at: instant(filedAt), port: entry.portOfEntry, entryType: entry.entryType },
    enteredValue: { amount, currency: 'USD' },
  };
}

function evidenceOf({ evidence }: Dossier, { onRecord, authority }: Observed): AuthorityEvidence {
  const { powers = [], persons = [], registers = [] } = authority ?? {};
  const own = [...evidence, ...onRecord].flatMap(powerIn);
  const unique = new Map([...own, ...powers].map((power) => [power.digest, power]));
  return { powers: [...unique.values()], persons, mayNameOfficers: (issuer) => registers.includes(issuer) };
}

function powerIn({ type, document, verdict }: Evidence): SignedPower[] {
  if (type !== 'PowerOfAttorney' || !verdict) return [];
  const power = powerOf(document as PowerOfAttorney, proofOf(verdict));
  return power ? [power] : [];
}

/** Each reason once, as a finding that refuses. */
function findingsOf(refusals: readonly Refusal[], digests: readonly Digest[]): Finding[] {
  const unique = new Map(refusals.map((refusal) => [`${refusal.code} ${refusal.message}`, refusal]));
  const evidence = [...new Set(digests)].sort();
  return [...unique.values()].map(({ code, path, fault, message, mend, params, cite }) => ({
    ...{ code, path, fault, message, mend, severity: 'refuse' as const },
    ...(params ? { params: { ...params } } : {}),
    ...(cite ? { cite } : {}),
    ...(evidence.length > 0 ? { evidence } : {}),
  }));
}
