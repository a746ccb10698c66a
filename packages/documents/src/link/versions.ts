import { canonicalize, type JsonValue } from '@portolan/kernel';
import { plainName } from '../compare/name.ts';
import { plainNumber } from '../compare/number.ts';
import { byText } from '../compare/order.ts';
import type { Evidence } from '../evidence.ts';

/** Evidence of one document: what is taken, and other copies or versions of it. */
export interface Versions {
  readonly taken: Evidence;
  readonly others: readonly Evidence[];
}

/**
 * Puts copies and versions of one document together, so that nothing is counted twice: same type, same number, same
 * author. Signed is taken before imported, then the lowest digest: never the one that came first.
 */
export function versionsOf(evidence: readonly Evidence[]): Versions[] {
  const byDocument = new Map<string, Evidence[]>();
  for (const item of [...evidence].sort(byRank)) {
    const key = documentKey(item);
    const known = byDocument.get(key) ?? [];
    if (!known.some(({ digest }) => digest === item.digest)) byDocument.set(key, [...known, item]);
  }
  return [...byDocument.values()].flatMap(([taken, ...others]) => (taken ? [{ taken, others }] : []));
}

/** The evidence that stands for each document, in an order that does not depend on arrival. */
export function takenEvidence(evidence: readonly Evidence[]): Evidence[] {
  return versionsOf(evidence).map(({ taken }) => taken);
}

/** True when two pieces of evidence say the same, character by character. */
export function sameContent(left: Evidence, right: Evidence): boolean {
  return canonicalize(left.document as JsonValue) === canonicalize(right.document as JsonValue);
}

function byRank(left: Evidence, right: Evidence): number {
  const rank = ({ class: origin }: Evidence) => (origin === 'signed' ? '0' : '1');
  return byText(rank(left) + left.digest, rank(right) + right.digest);
}

function documentKey(item: Evidence): string {
  // Reports repeat the number of what they are about; each counts for itself.
  if (
    item.type === 'OrganizationIdentity' ||
    item.type === 'TransportStatus' ||
    item.type === 'ArrivalNotice'
  )
    return `${item.type} ${item.digest}`;
  if (item.type === 'OrderChange') {
    const { number, orderNumber, sequence = 0 } = item.document;
    return `${item.type} ${plainNumber(orderNumber)} ${plainNumber(number)} ${sequence} ${plainName(authorOf(item))}`;
  }
  return `${item.type} ${plainNumber(item.document.number)} ${plainName(authorOf(item))}`;
}

/** Whose numbers the document's number is one of. */
function authorOf(item: Exclude<Evidence, { type: 'OrganizationIdentity' }>): string {
  switch (item.type) {
    case 'PurchaseOrder':
      return item.document.buyer.name;
    case 'CommercialInvoice':
      return item.document.seller.name;
    case 'PackingList':
      return item.document.shipper.name;
    case 'BillOfLading':
      return item.document.carrier.name;
    case 'CertificationOfOrigin':
      return item.document.certifier.party.name;
    case 'PowerOfAttorney':
      return item.document.grantor.name;
    case 'ProductionStatement':
      return item.document.producer.name;
    case 'RegionalValueStatement':
      return item.document.verifier.name;
    case 'Heat':
      return item.document.mill.name;
    case 'MillTestReport':
      return item.document.manufacturer.name;
    case 'ProcessingRecord':
      return item.document.processor.name;
    case 'SteelImportLicense':
      return item.document.office.name;
    case 'SteelImportLicenseApplication':
      return item.document.applicant.name;
    case 'IntentToImport':
      return item.document.importer.name;
    case 'EntryNumber':
      return item.document.filer.name;
    case 'OrderChange':
      return item.document.buyer?.name ?? '';
    case 'OrderConfirmation':
    case 'CreditNote':
      return item.document.seller?.name ?? '';
    case 'DespatchAdvice':
    case 'ShippingInstructions':
      return item.document.shipper?.name ?? '';
    case 'TransportStatus':
      return item.document.reportedBy?.name ?? '';
    case 'TitleTransfer':
      return item.document.seller.did;
    case 'CustodyTransfer':
      return item.document.from.did;
    case 'LiquidProduction':
      return item.document.producer.did;
    case 'InBondMovement':
      return item.document.carrier.did;
    case 'PipelineProfile':
    case 'MeasurementTicket':
    case 'LiquidBlend':
    case 'PipelineNomination':
    case 'PipelineStock':
    case 'PipelineAllocation':
    case 'DeliveryStatement':
    case 'PipelineManifest':
      return item.document.operator.did;
    default:
      return item.document.carrier?.name ?? '';
  }
}
