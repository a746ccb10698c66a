/** Invented parties that attest in the stories; their keys are sample keys, worth nothing elsewhere. */
export interface SampleAttester {
  /** The seed of its key is sha256('portolan sample key ' + slug). */
  readonly slug: string;
  readonly name: string;
  readonly did: string;
  readonly types: readonly string[];
}

export const sampleAttesters: readonly SampleAttester[] = [
  {
    slug: 'register',
    name: 'Sample Company Register',
    did: 'did:key:z6MkjJNPhFSWP3T9SSzYv5sPrmB7qXoNShne4uncNoix4i8U',
    types: ['BusinessRegistrationAffirmation', 'OwnershipStatement', 'OfficerAffirmation'],
  },
  {
    slug: 'tax-office',
    name: 'Sample Tax Office',
    did: 'did:key:z6Mkr2S3KJ8bnGbZLRM5TzeZUk9eQ2Gr8ZAyFjfidvTupPsd',
    types: ['TaxRegistrationAffirmation'],
  },
  {
    slug: 'bank',
    name: 'Sample Border Bank',
    did: 'did:key:z6MkganmdPTGhmXco5XepkX9L6Xgth87jFqaphYzM5WzFH68',
    types: ['BankAccountHolderAffirmation'],
  },
  {
    slug: 'lei-issuer',
    name: 'Sample LEI Issuer',
    did: 'did:key:z6MkmcZrhyfuRMEpWtYg4SqE5q5c2BaiEfrG3QKKuuKtxHfX',
    types: ['WebLeiCredential'],
  },
  {
    slug: 'gs1',
    name: 'Sample GS1 Organization',
    did: 'did:key:z6MkenUKbsvWhHDm2jecrCM83wVKiG4vnPYmtzf1mENXSWc2',
    types: ['GS1CompanyPrefixLicense'],
  },
  {
    slug: 'chamber',
    name: 'Sample Chamber of Commerce',
    did: 'did:key:z6MkhXSMtuZAE4CKECcNY26XazocS9Yogwd9nkYr5RBFxXXB',
    types: ['ChamberMembershipAffirmation'],
  },
];

/** An invented person who signs in the stories, with a key of its own. */
export const samplePerson = {
  slug: 'signatory',
  name: 'Sample Signatory',
  did: 'did:key:z6MkkurAe5qJ7XGJsibat9cyK91YR8qpYLc61mZhYvAaXxAy',
} as const;
