/** A published or computed case: what should come out, by which source, and what does. */
export interface Vector {
  readonly title: string;
  readonly source: string;
  /** Read in its source, or worked out by hand from a rule that was. */
  readonly certainty: 'published' | 'computed';
  readonly expected: string;
  readonly computed: () => string;
}
