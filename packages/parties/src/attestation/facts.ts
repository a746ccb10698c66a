import type { PartyIdentifierScheme } from '@portolan/documents';
import type { CalendarDate, JsonObject } from '@portolan/kernel';
import type {
  BusinessRegistration,
  Controller,
  Gs1Licence,
  LeiRecord,
  TaxRegistration,
  TrustedTrader,
} from '../schema/organization.ts';
import type { AttestationType } from '../schema/types.ts';
import type { AttestedFacts, AttestedIdentifier, FactState } from './attestation.ts';

const LEI_STATES: Readonly<Record<LeiRecord['registrationStatus'], FactState>> = {
  ISSUED: 'good',
  PENDING_TRANSFER: 'good',
  LAPSED: 'lapsed',
  MERGED: 'merged',
  RETIRED: 'dissolved',
  ANNULLED: 'dissolved',
  CANCELLED: 'dissolved',
};

/** What a document of the type, already checked, says beyond who it is about. */
export function factsOf(type: AttestationType, document: JsonObject): AttestedFacts {
  switch (type) {
    case 'BusinessRegistrationAffirmation':
      return registrationFacts(document as unknown as BusinessRegistration);
    case 'WebLeiCredential':
      return leiFacts(document as unknown as LeiRecord);
    case 'TaxRegistrationAffirmation': {
      const { registeredOn, state } = document as unknown as TaxRegistration;
      return { ...plain(state === 'registered' ? 'good' : 'suspended'), since: registeredOn as CalendarDate };
    }
    case 'CTPATCertificate':
    case 'AEOCertificate':
      return plain((document as unknown as TrustedTrader).state === 'active' ? 'good' : 'suspended');
    case 'GS1CompanyPrefixLicense':
      return plain((document as unknown as Gs1Licence).state === 'active' ? 'good' : 'lapsed');
    case 'OwnershipStatement':
      return { ...plain('good'), ...controlOf(document) };
    default:
      return plain('good');
  }
}

/** Identifiers that a type carries in fields of its own, beside those of the party. */
export function ownIdentifiers(type: AttestationType, document: JsonObject): AttestedIdentifier[] {
  const named = (scheme: PartyIdentifierScheme, value: unknown) =>
    typeof value === 'string' ? [{ scheme, value }] : [];
  switch (type) {
    case 'WebLeiCredential':
      return named('lei', document.lei);
    case 'GS1CompanyPrefixLicense':
      return [...named('gln', document.gln), ...named('gtin-prefix', document.companyPrefix)];
    case 'TaxRegistrationAffirmation':
      return named('tax', document.taxNumber);
    default:
      return [];
  }
}

function plain(state: FactState): AttestedFacts {
  return { state, controllers: [] };
}

function registrationFacts(document: BusinessRegistration): AttestedFacts {
  const { registeredOn, state, stateSince, successor } = document;
  const factState: FactState = state === 'active' ? 'good' : state === 'in-liquidation' ? 'suspended' : state;
  return {
    ...plain(factState),
    since: registeredOn as CalendarDate,
    ...(stateSince ? { stateSince: stateSince as CalendarDate } : {}),
    ...(successor ? { successor } : {}),
    ...controlOf(document as unknown as JsonObject),
  };
}

function leiFacts(document: LeiRecord): AttestedFacts {
  const { registrationStatus, entityStatus, nextRenewalOn, successor } = document;
  const registration = LEI_STATES[registrationStatus];
  return {
    ...plain(entityStatus === 'INACTIVE' && registration === 'good' ? 'dissolved' : registration),
    renewalDue: nextRenewalOn as CalendarDate,
    ...(successor ? { successor } : {}),
    ...controlOf(document as unknown as JsonObject),
  };
}

function controlOf({ controllers, controlChangedOn }: JsonObject) {
  return {
    controllers: (controllers ?? []) as unknown as readonly Controller[],
    ...(typeof controlChangedOn === 'string' ? { controlChangedOn: controlChangedOn as CalendarDate } : {}),
  };
}
