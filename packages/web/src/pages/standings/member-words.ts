const WORDS: Readonly<Record<string, string>> = {
  organization: 'Organization',
  level: 'Level',
  barred: 'Barred',
  asOf: 'As of',
  kinds: 'Kinds of attesters that vouch',
  policy: 'Policy by which it was computed',
  register: 'Digest of the trust register',
  standing: 'Digest of the whole standing',
  role: 'Role for which it was asked',
};

/** A member of a stated standing in words. */
export function memberWords(member: string): string {
  return WORDS[member] ?? member;
}
