/** One block of a printed form: its number, its heading, and what stands in it. */
export interface Block {
  readonly number?: number;
  readonly label: string;
  readonly value: string;
  /** Share of the width of its row. */
  readonly span: number;
}

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
  readonly head: readonly (readonly Block[])[];
  readonly table?: {
    readonly columns: readonly PaperColumn[];
    readonly rows: readonly (readonly string[][])[];
  };
  readonly foot: readonly (readonly Block[])[];
  readonly notes: readonly string[];
}
