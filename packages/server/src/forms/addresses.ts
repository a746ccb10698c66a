import type { EvidenceView } from '@portolan/contract';
import type { PrintedEntry } from '@portolan/filing/print';
import { isRecord } from '@portolan/kernel';

type Address = NonNullable<NonNullable<PrintedEntry['addresses']>['importer']>;

/** Members of trade documents that name the parties of an entry. */
const MEMBERS = ['consignee', 'buyer', 'grantor', 'organization'];

/** The address that the documents of an entry give for a party of this name; the first one found. */
export function addressOf(
  evidence: readonly Pick<EvidenceView, 'document'>[],
  name: string,
): Address | undefined {
  for (const { document } of evidence)
    for (const member of MEMBERS) {
      const party = document[member];
      if (isRecord(party) && party.name === name && isRecord(party.address)) return party.address as Address;
    }
  return undefined;
}
