/**
 * Kinds of independent parties whose word can count: who they are to the organization, not what they are called. A policy
 * counts attestations of distinct kinds, since what one kind looks at another does not.
 */
export const attesterKinds = [
  'company-register',
  'tax-authority',
  'bank',
  'lei-issuer',
  'gs1',
  'trusted-trader',
  'chamber',
  'trading-partner',
] as const;
export type AttesterKind = (typeof attesterKinds)[number];

/** The kind of attester that each type of attestation comes from; types about persons and owners count for none. */
export const kindOfType = {
  BusinessRegistrationAffirmation: 'company-register',
  TaxRegistrationAffirmation: 'tax-authority',
  BankAccountHolderAffirmation: 'bank',
  WebLeiCredential: 'lei-issuer',
  GS1CompanyPrefixLicense: 'gs1',
  CTPATCertificate: 'trusted-trader',
  AEOCertificate: 'trusted-trader',
  ChamberMembershipAffirmation: 'chamber',
  TradePartnerReference: 'trading-partner',
} as const satisfies Record<string, AttesterKind>;

/** In words for people. */
export const kindWords: Readonly<Record<AttesterKind, string>> = {
  'company-register': 'company register',
  'tax-authority': 'tax authority',
  bank: 'bank',
  'lei-issuer': 'LEI issuer',
  gs1: 'GS1 organization',
  'trusted-trader': 'trusted-trader programme',
  chamber: 'chamber of commerce',
  'trading-partner': 'trading partner',
};
