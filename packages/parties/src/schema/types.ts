import {
  BankAccountHolderSchema,
  BusinessRegistrationSchema,
  ChamberMembershipSchema,
  Gs1LicenceSchema,
  LeiRecordSchema,
  OwnershipStatementSchema,
  TaxRegistrationSchema,
  TradeReferenceSchema,
  TrustedTraderSchema,
} from './organization.ts';
import {
  AuthorityDelegationSchema,
  EmploymentSchema,
  FilingSignatureSchema,
  OfficerSchema,
} from './person.ts';
import { StandingStatementSchema } from './standing-statement.ts';

/** Every credential type of this room with its schema: one source for the type, the check and the published JSON Schema. */
export const partySchemas = {
  BusinessRegistrationAffirmation: BusinessRegistrationSchema,
  TaxRegistrationAffirmation: TaxRegistrationSchema,
  BankAccountHolderAffirmation: BankAccountHolderSchema,
  WebLeiCredential: LeiRecordSchema,
  GS1CompanyPrefixLicense: Gs1LicenceSchema,
  CTPATCertificate: TrustedTraderSchema,
  AEOCertificate: TrustedTraderSchema,
  ChamberMembershipAffirmation: ChamberMembershipSchema,
  TradePartnerReference: TradeReferenceSchema,
  OwnershipStatement: OwnershipStatementSchema,
  OfficerAffirmation: OfficerSchema,
  EmploymentAffirmation: EmploymentSchema,
  AuthorityDelegation: AuthorityDelegationSchema,
  FilingSignature: FilingSignatureSchema,
  StandingStatement: StandingStatementSchema,
} as const;
export type PartyCredentialType = keyof typeof partySchemas;

export const partyCredentialTypes = Object.keys(partySchemas) as readonly PartyCredentialType[];

export function isPartyCredentialType(text: unknown): text is PartyCredentialType {
  return typeof text === 'string' && Object.hasOwn(partySchemas, text);
}

/** Types about an organization that are read as evidence of its standing. */
export const attestationTypes = [
  'BusinessRegistrationAffirmation',
  'TaxRegistrationAffirmation',
  'BankAccountHolderAffirmation',
  'WebLeiCredential',
  'GS1CompanyPrefixLicense',
  'CTPATCertificate',
  'AEOCertificate',
  'ChamberMembershipAffirmation',
  'TradePartnerReference',
  'OwnershipStatement',
] as const satisfies readonly PartyCredentialType[];
export type AttestationType = (typeof attestationTypes)[number];

export function isAttestationType(text: unknown): text is AttestationType {
  return (attestationTypes as readonly unknown[]).includes(text);
}
