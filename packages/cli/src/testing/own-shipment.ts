import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleCommunity } from '@portolan/programs';
import { runPortolan } from './run-portolan.ts';

/** Numbers of the story's papers, which a sample node has on file already, and what stands for them in the copy. */
const renumbered: readonly (readonly [from: RegExp, to: string])[] = [
  [/VV-2026-0610/g, 'VV-2026-0655'],
  [/VV-PL-0610/g, 'VV-PL-0655'],
  [/ZZZZ26061201/g, 'ZZZZ26061255'],
  [/PO-26-0601/g, 'PO-26-0655'],
];

/**
 * A shipment like the story's in another folder: its papers have other numbers, and each is signed anew by its issuer
 * with `portolan issue`, as the members would do.
 */
export async function signOwnShipment(story: string, folder: string, url: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(story)) {
    const text = await readFile(join(story, name), 'utf8');
    const own = renumbered.reduce((changed, [from, to]) => changed.replace(from, to), text);
    if (!name.endsWith('.vc.json') || own === text) await writeFile(join(folder, name), own);
    else await signAnew(JSON.parse(own), join(folder, name), url);
  }
}

interface Credential {
  readonly issuer: string;
  readonly type: readonly string[];
  readonly credentialSubject: object;
}

async function signAnew(
  { issuer, type, credentialSubject }: Credential,
  file: string,
  url: string,
): Promise<void> {
  const slug = sampleCommunity.find(({ did }) => did === issuer)?.slug ?? '';
  const source = `${file}.unsigned`;
  const { id: _, ...document } = { id: '', ...credentialSubject };
  await writeFile(source, JSON.stringify(document));
  const args = ['issue', source, '--type', type.at(-1) ?? '', '--at', '2026-06-12T15:00:00Z', '--save', file];
  const issued = await runPortolan([...args, '--as', `${slug}-signer`, '--node', url]);
  if (issued.exitCode !== 0) throw new Error(`${file}: ${issued.error}`);
  await rm(source);
}
