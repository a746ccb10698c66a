import type { DocumentOfType, Slug, StoryFile } from './usmca-cafta/stories/file.ts';

/** A paper of a story that becomes a file of an example folder. */
export interface FiledPaper {
  readonly name: string;
  readonly content: DocumentOfType;
  /** Absent where nobody signed. */
  readonly by?: Slug;
  readonly at: string;
  /** A figure that was altered after signing: pointer into the document, and its new text. */
  readonly altered?: { readonly pointer: string; readonly value: string };
}

/** `MillTestReport, second signature` becomes `mill-test-report-second-signature`. */
function slugOf(name: string): string {
  return name
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}

export function fileNameOf({ by, name }: Pick<FiledPaper, 'by' | 'name'>): string {
  return by === undefined ? `${slugOf(name)}.json` : `${slugOf(name)}.vc.json`;
}

/** Gives each distinct credential a bit of its own in the sample status lists, from `first` on, in the order they are asked in. */
export function statusIndexes(first: number): (paper: FiledPaper) => number {
  const indexes = new Map<string, number>();
  return ({ altered, at, by, content }) => {
    const said = JSON.stringify([by, at, content, altered]);
    const known = indexes.get(said) ?? first + indexes.size;
    indexes.set(said, known);
    return known;
  };
}

/** The file of a paper: a credential where somebody signed it, else plain JSON. */
export function storyFileOf(paper: FiledPaper, statusIndex: (paper: FiledPaper) => number): StoryFile {
  const { altered, at, by, content } = paper;
  const file = fileNameOf(paper);
  if (by === undefined) return { form: 'json', file, subject: content };
  return {
    ...{ form: 'credential', file, issuer: by, subject: content, validFrom: at.replace('Z', '.000Z') },
    statusIndex: statusIndex(paper),
    ...(altered ? { altered: { [altered.pointer]: altered.value } } : {}),
  };
}
