import { documentTypeName } from '../format/document-types.ts';

const NAMES: Readonly<Record<string, string>> = {
  BusinessRegistrationAffirmation: 'Business registration',
  TaxRegistrationAffirmation: 'Tax registration',
  BankAccountHolderAffirmation: 'Bank account',
  WebLeiCredential: 'LEI record',
  GS1CompanyPrefixLicense: 'GS1 company prefix',
  CTPATCertificate: 'CTPAT membership',
  AEOCertificate: 'AEO status',
  ChamberMembershipAffirmation: 'Chamber membership',
  TradePartnerReference: 'Trading partner’s reference',
  OwnershipStatement: 'Statement of ownership',
  OfficerAffirmation: 'Officer',
  EmploymentAffirmation: 'Employment',
  AuthorityDelegation: 'Delegation of authority',
  FilingSignature: 'Signature of a person under a filing',
  StandingStatement: 'Standing',
};

/** A type of attestation in words; other documents have the names that they have everywhere. */
export function attestationName(type: string): string {
  return NAMES[type] ?? documentTypeName(type);
}
