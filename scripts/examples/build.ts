import { type ExampleFolder, exampleFolders, type StoryFile } from '@portolan/programs';
import { signedFile } from './credentials.ts';
import { legitimacyFiles } from './legitimacy.ts';
import { packingCsv } from './packing-csv.ts';
import { statusLists } from './status-lists.ts';
import { ublOrder } from './ubl-order.ts';

/** Every file of `examples/` by its path there: the same bytes on every run. */
export async function buildExamples(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const folder of exampleFolders) for (const [path, text] of await buildFolder(folder)) files.set(path, text);
  for (const [path, list] of await statusLists()) files.set(path, json(list));
  for (const [path, value] of await legitimacyFiles()) files.set(path, json(value));
  return files;
}

async function buildFolder(example: ExampleFolder): Promise<[string, string][]> {
  const { folder, title, filing, expected, arithmetic } = example;
  const documents = await Promise.all(
    example.files.map(async (file): Promise<[string, string]> => [`${folder}/${file.file}`, await textOf(file)]),
  );
  return [
    ...documents,
    [`${folder}/filing.json`, json(filing)],
    [`${folder}/expected.json`, json({ title, ...expected, arithmetic })],
  ];
}

async function textOf(file: StoryFile): Promise<string> {
  if (file.form === 'credential') return json(await signedFile(file));
  const { subject } = file;
  if (file.form === 'ubl-order' && subject.type === 'PurchaseOrder') return ublOrder(subject.document);
  if (file.form === 'csv-packing-list' && subject.type === 'PackingList') return packingCsv(subject.document);
  return json({ type: subject.type, ...subject.document });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
