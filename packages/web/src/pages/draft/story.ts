import { isRecord, parseJson } from '@portolan/kernel';

/** What accompanies a story's documents: the instant it happens at, and what its filer typed. */
export interface Story {
  storyAt?: string;
  typed: Record<string, unknown>;
}

/** Name of the file, among an example's documents, that is not a document but says how to file them. */
const STORY_FILE = 'filing.json';

async function readStory(file: File): Promise<Story> {
  const parsed = parseJson(await file.text());
  const content = parsed.ok && isRecord(parsed.value) ? parsed.value : {};
  return {
    ...(typeof content.storyAt === 'string' ? { storyAt: content.storyAt } : {}),
    typed: isRecord(content.typed) ? content.typed : {},
  };
}

/** Parts the documents of a folder from the note on how to file them. */
export async function partStory(files: readonly File[]): Promise<{ documents: File[]; story: Story }> {
  const note = files.find((file) => file.name === STORY_FILE);
  return {
    documents: files.filter((file) => file !== note),
    story: note ? await readStory(note) : { typed: {} },
  };
}
