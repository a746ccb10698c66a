/** One block of a printed form: its number, its heading, and what stands in it. */
export interface Block {
  readonly number?: number;
  readonly label: string;
  readonly value: string;
  /** Share of the width of its row. */
  readonly span: number;
  /** Running text such as a declaration, set small. */
  readonly prose?: boolean;
}

/** A place in a row of a form: one block, or several under each other that share its width (the first one's). */
export type Cell = Block | readonly Block[];

export interface PaperColumn {
  readonly heading: string;
  readonly span: number;
  readonly right?: boolean;
}

/** A printed form of the trade, by its blocks: what a page shows, without how it is drawn. */
export interface PaperForm {
  readonly form: '7501' | '3461';
  readonly title: string;
  /** Edition whose blocks are numbered here. */
  readonly edition: string;
  /** Says whose copy it is and how it came about; stands on every page. */
  readonly reference: string;
  /** What the form says of itself beside its title: control number and regulations. */
  readonly authority: string;
  readonly head: readonly (readonly Cell[])[];
  /** Blocks that a continuation sheet repeats above its lines. */
  readonly again: readonly Cell[];
  readonly table?: {
    readonly columns: readonly PaperColumn[];
    readonly rows: readonly (readonly string[][])[];
  };
  readonly foot: readonly (readonly Cell[])[];
  readonly notes: readonly string[];
}
