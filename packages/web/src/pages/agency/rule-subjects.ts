import type { TargetingRule } from '@portolan/contract';

type Subject = TargetingRule['subject'];

/** What a targeting rule may look at, with what its value means. */
export const ruleSubjects: readonly (readonly [Subject, string, string])[] = [
  ['finding', 'Code of a finding', 'A code from the catalogue'],
  ['hts-prefix', 'HTS number beginning with', 'Two to ten digits, such as 0804'],
  ['origin', 'Country of origin', 'Two letters, such as MX'],
  ['importer', 'Importer', 'Importer number'],
  ['filer', 'Filer', 'Filer code of three characters'],
  ['producer', 'Producer', 'Identifier or name'],
  ['entered-value-over', 'Entered value over', 'Whole US dollars'],
  ['unsigned-document', 'Document without signature', 'Type, such as CommercialInvoice'],
];

/** What a rule looks at, in words. */
export function subjectWords(subject: Subject): string {
  return ruleSubjects.find(([known]) => known === subject)?.[1] ?? subject;
}
