import type { DossierView, Draft, EntrySummaryRow, RequestView, WorkItem } from '@portolan/contract';
import { sampleEntry, sampleEvaluation, sampleProvenance } from './sample-entry.ts';
import { invoiceDigest, sampleEvidence } from './sample-evidence.ts';

const counts = { signed: 3, imported: 1, computed: 1, assigned: 1, typed: 1 };

/** A draft with one open question and one finding that offers a fix. */
export const sampleDraft: Draft = {
  id: '0b0e7c52-9d2e-4b6e-9a51-0d7f4f2f1a11',
  title: 'Sample Harbor Foods Inc., invoice SVV-2026-0611',
  state: 'open',
  createdAt: '2026-06-12T16:00:00.000Z',
  updatedAt: '2026-06-12T16:05:00.000Z',
  documents: 2,
  asks: 1,
  blocking: 1,
  evidence: sampleEvidence,
  refusedFiles: [],
  entry: sampleEntry,
  provenance: sampleProvenance,
  typed: {},
  obstacles: [],
  openAsks: [
    {
      pointer: '/bond/type',
      question: 'Which bond covers this entry?',
      why: 'No document names a bond.',
      proposal: '8',
      example: '8',
      required: true,
    },
  ],
  links: [],
  drifts: [
    {
      kind: 'weight',
      severity: 'warn',
      left: { digest: invoiceDigest, pointer: '/lines/0/netWeight', value: '8,000 kg' },
      right: { digest: invoiceDigest, pointer: '/lines/0/netWeight', value: '7,900 kg' },
      message: 'The invoice says 8,000 kg, the packing list 7,900 kg.',
      mend: 'Ask the seller which is right.',
    },
  ],
  evaluation: sampleEvaluation,
  counts,
  canFile: true,
};

/** A row of the list of entries. */
export const sampleRow: EntrySummaryRow = {
  entryNumber: 'ZZ9-0000103-5',
  state: 'asked',
  stateWords: 'Asked for information',
  whoMoves: 'the grower',
  importer: 'Sample Harbor Foods Inc.',
  filer: 'Sample Meridian Customs Brokers LLC',
  filedAt: '2026-06-12T16:10:00.000Z',
  updatedAt: '2026-06-12T17:00:00.000Z',
  lines: 2,
  enteredValue: '15000',
  total: '98.58',
  claims: ['S+'],
  openRequests: 1,
  story: true,
};

/** A request on line 1 that its viewer may answer. */
export const sampleRequest: RequestView = {
  id: '5f0c1f7e-28a9-4a5f-a64e-2f1f6f6d7c01',
  entryNumber: 'ZZ9-0000103-5',
  line: 1,
  field: '/lines/0',
  subject: 'origin',
  title: 'Origin of the bell peppers',
  state: 'open',
  stateWords: 'Waiting for an answer',
  whoMoves: 'the grower',
  askedAt: '2026-06-13T16:00:00.000Z',
  due: '2026-07-13T16:00:00.000Z',
  daysLeft: 30,
  extended: false,
  mine: true,
  questions: [{ id: 'q1', text: 'Where were the goods grown?', wants: 'text' }],
  cite: '19 CFR 182.72',
  recipients: [
    {
      party: { name: 'Sample Valle Verde Produce' },
      role: 'producer',
      state: 'not answered',
      confidentialAllowed: true,
    },
  ],
  answers: [
    {
      id: 'a1',
      by: { name: 'Sample Valle Verde Produce' },
      at: '2026-06-14T16:00:00.000Z',
      disclosure: 'agency',
      evidence: [],
      withheld: true,
    },
  ],
  events: [{ at: '2026-06-13T16:00:00.000Z', title: 'Asked' }],
  may: ['answer'],
};

/** The dossier of the sample entry, as an officer sees it. */
export const sampleDossier: DossierView = {
  ...sampleRow,
  entry: sampleEntry,
  provenance: sampleProvenance,
  counts,
  evidence: sampleEvidence,
  links: [],
  drifts: [],
  evaluation: sampleEvaluation,
  decisions: [],
  receipts: [{ kind: 'filing', digest: invoiceDigest, title: 'Filing', index: 14 }],
  clocks: [
    {
      name: 'entry-summary',
      label: 'Entry summary',
      startsOn: '2026-06-12',
      from: 'release',
      due: '2026-06-26',
      daysLeft: 10,
      state: 'running',
      source: '19 CFR 142.12',
      certainty: 'verified',
    },
  ],
  timeline: [
    { at: '2026-06-12T16:10:00.000Z', kind: 'filed', title: 'Filed', by: { name: 'Sample Meridian' } },
  ],
  requests: [sampleRequest],
  actions: [],
  risk: [{ rule: 'Mangoes', reason: 'Line 1 is of heading 0709', weight: 20 }],
  agency: { name: 'Sample Customs Agency' },
  may: ['decide', 'ask', 'act'],
};

/** One thing to do. */
export const sampleWork: WorkItem = {
  id: 'w1',
  kind: 'request',
  group: 'do',
  title: 'Origin of the bell peppers',
  reason: 'The agency asked on line 1',
  state: 'Waiting for your answer',
  whoMoves: 'you',
  at: '2026-06-13T16:00:00.000Z',
  due: '2026-07-13T16:00:00.000Z',
  dueWords: 'in 30 days',
  href: `/requests/${sampleRequest.id}`,
};
