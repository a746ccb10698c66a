import type { Story } from '../../story.ts';
import type {
  CredentialFile,
  DocumentOfType,
  ExampleFolder,
  StoryFile,
} from '../../usmca-cafta/stories/file.ts';
import { powerFile } from '../../usmca-cafta/stories/standing.ts';
import { type ModeStory, modeStories } from './modes.ts';
import { confirmationOf, invoiceOf, orderOf, packingOf } from './papers.ts';
import { triedStories } from './tried.ts';

/** Bits of the sample status lists from which those of these stories are given. */
const FIRST_INDEX = 2000;

/** The folder of a story: its papers as files, and what the filer types. */
export function folderOf(story: ModeStory, at: number): ExampleFolder {
  const { sale, transport, storyAt, typed, totals, arithmetic, folder, title, outcome = 'accept' } = story;
  const signed = (file: string, subject: DocumentOfType, index: number): CredentialFile => ({
    ...{ form: 'credential', file, issuer: sale.seller, subject },
    validFrom: `${sale.invoicedOn}T16:00:00.000Z`,
    statusIndex: FIRST_INDEX + 10 * at + index,
  });
  const plain = (file: string, subject: DocumentOfType): StoryFile => ({ form: 'json', file, subject });
  return {
    folder,
    title,
    files: [
      plain('purchase-order.json', { type: 'PurchaseOrder', document: orderOf(sale) }),
      plain('order-confirmation.json', { type: 'OrderConfirmation', document: confirmationOf(sale) }),
      signed('commercial-invoice.vc.json', { type: 'CommercialInvoice', document: invoiceOf(sale) }, 1),
      {
        form: 'csv-packing-list',
        file: 'packing-list.csv',
        subject: { type: 'PackingList', document: packingOf(sale) },
      },
      ...transport.map(({ file, subject }) => plain(file, subject)),
      powerFile,
    ],
    filing: { importer: 'importer', filer: 'broker', storyAt, typed },
    expected: { draft: { outcome, reasons: [], totals } },
    arithmetic,
  };
}

export const orderFolders: readonly ExampleFolder[] = [...modeStories, ...triedStories].map(folderOf);

/** One story for each mode, each filed as its papers come. */
export const orderStories: readonly Story[] = modeStories.map(
  ({ title, summary, folder, storyAt, totals }, at) => {
    const files = (orderFolders[at]?.files ?? []).map(({ file }) => file);
    return {
      ...{ id: folder, title, summary, folder },
      date: storyAt.slice(0, 10),
      steps: [
        { do: 'draft', by: 'broker', files, at: storyAt },
        {
          do: 'file',
          by: 'broker',
          to: 'agency',
          at: storyAt,
          expect: { outcome: 'accept', codes: [], ...totals },
        },
      ],
    };
  },
);
