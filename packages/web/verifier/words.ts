import type { Conclusion, FileKind, Outcome } from '@portolan/ledger';

export const kindWords: Readonly<Record<FileKind, string>> = {
  receipt: 'Receipt',
  credential: 'Credential',
  evidence: 'Credential with receipt',
  unreadable: 'File',
};

export const conclusionWords: Readonly<Record<Conclusion, string>> = {
  verified: 'Verified',
  refused: 'Refused: do not rely on it',
  incomplete: 'Not fully verified: nothing speaks against it, but something is not known here',
};

/** The sign stands beside the word, so that colour is never the only difference. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  passed: '\u2713 Passed',
  failed: '\u2717 Failed',
  undetermined: '? Not known',
  'not-applicable': '\u2013 Does not apply',
};

const checkWords: Readonly<Record<string, string>> = {
  file: 'The file',
  receipt: 'Receipt of the log',
  integrity: 'Unaltered since it was signed',
  issuer: "The issuer's own key",
  accreditation: 'Issuer accredited',
  status: 'Not revoked or suspended',
  'status list': 'Status list',
  'key history': "History of the issuer's keys",
  dates: 'Dates',
  schema: 'Content as its type demands',
};

/** What a check asks, in words. */
export function checkWord(name: string): string {
  return checkWords[name] ?? name;
}
