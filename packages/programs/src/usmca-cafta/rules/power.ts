import type { EvidenceOf, Power } from '@portolan/documents';
import { sameParty } from '@portolan/filing';
import { Decimal, sumDecimals } from '@portolan/kernel';
import { delegatedFaults, signatoryFaults } from '../../authority.ts';
import type { Finding } from '../../finding.ts';
import type { Case } from '../case/case.ts';
import { find } from '../case/find.ts';
import { isVerified } from '../case/verified.ts';

type PowerItem = EvidenceOf<'PowerOfAttorney'>;

/** The importer lets the filer file: a power of attorney it signed, in force, within its limits (19 CFR 141.31-141.46). */
export function checkPower(c: Case): Finding[] {
  const signatory = signatoryFaults(c.dossier, c.observations, neededPowers(c));
  return [...signatory, ...checkFiler(c)];
}

function checkFiler(c: Case): Finding[] {
  const { importerOfRecord, filer } = c.dossier.entry;
  // An importer that files for itself needs nobody's leave.
  if (
    importerOfRecord.did !== undefined &&
    importerOfRecord.did === filer.did &&
    filer.did === c.dossier.filer.did
  )
    return [];
  const powers = [...c.papers.powers, ...c.onRecord.powers].filter((item) => isBetween(c, item));
  const judged = powers.map((item) => judge(c, item));
  if (judged.some((finding) => finding === undefined)) return [];
  const delegated = delegatedFaults(c.dossier, c.observations, neededPowers(c));
  if (delegated) return delegated;
  const [first] = judged;
  if (first) return [first];
  return [
    find('USMCA_POWER_MISSING', '/filer', {
      params: { importer: importerOfRecord.name, filer: filer.name },
    }),
  ];
}

/** A certifier lets the signer certify origin for it, on a day. */
export function mayCertifyFor(c: Case, certifier: string, signer: string, day: string): boolean {
  return [...c.papers.powers, ...c.onRecord.powers].some(
    (item) =>
      item.document.grantor.did === certifier &&
      item.document.grantee.did === signer &&
      item.document.powers.includes('certify-origin') &&
      isSignedByGrantor(item) &&
      inForceOn(item, day),
  );
}

function isBetween({ dossier }: Case, { document }: PowerItem): boolean {
  const { name, did } = dossier.entry.importerOfRecord;
  const importer = { name, address: document.grantor.address, ...(did ? { did } : {}) };
  return document.grantee.did === dossier.filer.did && sameParty(document.grantor, importer);
}

/** What is wrong with a power of attorney for this filing; undefined when nothing is. */
function judge(c: Case, item: PowerItem): Finding | undefined {
  const { document, digest } = item;
  const number = document.number;
  const details = (params: Record<string, string>) => ({ params: { number, ...params }, evidence: [digest] });
  if (!isSignedByGrantor(item))
    return find('USMCA_POWER_UNVERIFIED', '/filer', details({ importer: document.grantor.name }));
  if (!inForceOn(item, c.claimedOn)) {
    const params = { from: document.from, until: document.until ?? 'further notice', day: c.claimedOn };
    return find('USMCA_POWER_NOT_IN_FORCE', '/filer', details(params));
  }
  const limit = limitHit(c, item);
  return limit === undefined ? undefined : find('USMCA_POWER_LIMITED', '/filer', details({ limit }));
}

function isSignedByGrantor(item: PowerItem): boolean {
  return isVerified(item) && item.issuer === item.document.grantor.did;
}

function inForceOn({ document }: PowerItem, day: string): boolean {
  return document.from <= day && (document.until === undefined || day <= document.until);
}

function neededPowers({ claims }: Case): Power[] {
  return claims.length > 0 ? ['file-entry', 'claim-preference'] : ['file-entry'];
}

function limitHit(c: Case, { document }: PowerItem): string | undefined {
  const { entry } = c.dossier;
  const lacking = neededPowers(c).find((power) => !document.powers.includes(power));
  if (lacking) return `the power "${lacking}" is not granted`;
  const { ports, entryTypes, maximumEntryValue } = document.limits ?? {};
  if (ports && !ports.includes(entry.portOfEntry))
    return `port ${entry.portOfEntry} is not among ${ports.join(', ')}`;
  if (entryTypes && !entryTypes.includes(entry.entryType))
    return `entry type ${entry.entryType} is not among ${entryTypes.join(', ')}`;
  if (!maximumEntryValue) return undefined;
  const total = sumDecimals(entry.lines.map(({ enteredValue }) => Decimal.of(enteredValue)));
  if (maximumEntryValue.currency !== 'USD') return `its highest value is in ${maximumEntryValue.currency}`;
  return total.gt(Decimal.of(maximumEntryValue.amount))
    ? `the entered value ${total} is above ${maximumEntryValue.amount} USD`
    : undefined;
}
