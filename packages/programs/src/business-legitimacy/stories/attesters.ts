/** Invented parties that attest in the stories; their keys are sample keys, worth nothing elsewhere. */
export interface SampleAttester {
  /** The seed of its key is sha256('portolan sample key ' + slug). */
  readonly slug: string;
  readonly name: string;
  readonly types: readonly string[];
}

export const sampleAttesters: readonly SampleAttester[] = [
  {
    slug: 'register',
    name: 'Sample Company Register',
    types: ['BusinessRegistrationAffirmation', 'OwnershipStatement', 'OfficerAffirmation'],
  },
  { slug: 'tax-office', name: 'Sample Tax Office', types: ['TaxRegistrationAffirmation'] },
  { slug: 'bank', name: 'Sample Border Bank', types: ['BankAccountHolderAffirmation'] },
  { slug: 'lei-issuer', name: 'Sample LEI Issuer', types: ['WebLeiCredential'] },
  { slug: 'gs1', name: 'Sample GS1 Organization', types: ['GS1CompanyPrefixLicense'] },
  { slug: 'chamber', name: 'Sample Chamber of Commerce', types: ['ChamberMembershipAffirmation'] },
];
