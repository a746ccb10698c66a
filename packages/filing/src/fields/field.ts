/** Where a field of the entry stands on the forms and in the messages that the trade knows. */
export interface FieldPlace {
  readonly label: string;
  /** Block of form 7501 before its October 2025 edition; undefined where the form has none. */
  readonly block7501?: number;
  /** Block that only the edition of October 2025 and later ones have. */
  readonly blockSince2025?: number;
  /** Block of form 3461. */
  readonly block3461?: number;
  /** CATAIR AE record, first column and length. */
  readonly catair?: { readonly record: string; readonly start: number; readonly length: number };
}
