import { isRecord, parseJson } from '@portolan/kernel';

/** What accompanies a story's documents: the instant it happens at, and what its filer typed. */
export interface Story {
  storyAt?: string;
  typed: Record<string, unknown>;
}

/** Among an example's documents: how to file them, and what must come out of it. Neither is a document. */
const FILING = 'filing.json';
const EXPECTED = 'expected.json';

async function readStory(file: File): Promise<Story> {
  const parsed = parseJson(await file.text());
  const content = parsed.ok && isRecord(parsed.value) ? parsed.value : {};
  return {
    ...(typeof content.storyAt === 'string' ? { storyAt: content.storyAt } : {}),
    typed: isRecord(content.typed) ? content.typed : {},
  };
}

/** Parts the documents of a folder from the notes on how to file them. */
export async function partStory(files: readonly File[]): Promise<{ documents: File[]; story: Story }> {
  const note = files.find((file) => file.name === FILING);
  return {
    documents: files.filter(({ name }) => name !== FILING && name !== EXPECTED),
    story: note ? await readStory(note) : { typed: {} },
  };
}
