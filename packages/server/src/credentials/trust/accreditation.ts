import type { AccreditationAnswer } from '@portolan/credentials';
import type { Instant } from '@portolan/kernel';
import type { AccreditationRow, Suspension } from './register.ts';

/**
 * Papers that any trader writes about its own dealings: their issuer answers for them by its name and key alone. All other
 * types (certifications, identities) weigh something only when the agency knows their issuer.
 */
const OPEN_TYPES: ReadonlySet<string> = new Set([
  'PurchaseOrder',
  'CommercialInvoice',
  'PackingList',
  'BillOfLading',
  'PowerOfAttorney',
  'ProductionStatement',
  'Heat',
  'MillTestReport',
  'ProcessingRecord',
  'IntentToImport',
  'EntryNumber',
  'SteelImportLicenseApplication',
  'PipelineProfile',
  'LiquidProduction',
  'MeasurementTicket',
  'LiquidBlend',
  'TitleTransfer',
  'CustodyTransfer',
  'PipelineNomination',
  'PipelineStock',
  'PipelineAllocation',
  'InBondMovement',
  'DeliveryStatement',
  'PipelineManifest',
]);

/** Answers what the register says of an issuer for a type at an instant. Dates of the register are days in UTC. */
export function accreditationAnswer(
  rows: readonly AccreditationRow[],
  agencies: ReadonlyMap<string, string>,
): (did: string, credentialType: string, at: Instant) => AccreditationAnswer {
  return (did, credentialType, at) => {
    const agency = agencies.get(did);
    if (agency !== undefined) return { state: 'accredited', by: agency };
    const known = rows.filter((row) => row.did === did);
    const inTime = known.filter((row) => row.credential_type === credentialType && covers(row, at));
    const suspended = known
      .flatMap(({ suspensions }) => suspensions)
      .find((suspension) => isOpen(suspension, at));
    const good = inTime.find(({ suspensions }) => !suspensions.some((suspension) => isOpen(suspension, at)));
    if (good) return { state: 'accredited', by: good.agency_name, since: good.valid_from };
    if (suspended) return { state: 'suspended', since: suspended.from, reason: suspended.reason };
    if (OPEN_TYPES.has(credentialType)) return { state: 'not-required' };
    return { state: known.length > 0 ? 'not-accredited' : 'unknown' };
  };
}

function covers({ valid_from, valid_until }: AccreditationRow, at: Instant): boolean {
  const day = at.slice(0, 10);
  return valid_from <= day && (valid_until === null || day <= valid_until);
}

function isOpen({ from, until }: Suspension, at: Instant): boolean {
  return from <= at && (until === null || at < until);
}
