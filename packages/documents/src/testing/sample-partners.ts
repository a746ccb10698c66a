import type { TradingPartners } from '../read/edi/partners.ts';
import type { Party } from '../schema/party.ts';

/** Folders of the shared sample documents. */
export const sampleFolders = ['dcsa', 'edi-samples', 'ubl-2.5-examples'] as const;

const partner = (name: string): Party => ({ name: `Sample ${name} (sample)`, address: { country: 'US' } });

/** Agreements of invented partners behind the interchange numbers of the samples, as a user would have them. */
export const samplePartners: TradingPartners = [
  { id: 'ZZ:SENDERISA', party: partner('Snacks'), currency: 'USD' },
  { id: 'ZZ:RECEIVERISA', party: partner('Grocers') },
  { id: '01:000123456', party: partner('Mills'), currency: 'USD' },
  { id: 'ZZ:PARTNERID', party: partner('Partner') },
  { id: '01:049351117', party: partner('Floors') },
  { id: 'ZZ:BARSAN', party: partner('Forwarders') },
];
