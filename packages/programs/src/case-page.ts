import { type Static, Type } from 'typebox';

/** A table of what a program derived of a case: plain words and figures, ready to be shown, printed or read out. */
export const CaseTableSchema = Type.Object({
  heading: Type.String(),
  /** What the reader has to know to read it. */
  note: Type.Optional(Type.String()),
  columns: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(Type.String())),
});
export type CaseTable = Static<typeof CaseTableSchema>;

/** A program's page about one case. Portal and command line show it as it is; a program needs no page of their making. */
export const CasePageSchema = Type.Object({
  program: Type.String(),
  title: Type.String(),
  lead: Type.String(),
  tables: Type.Array(CaseTableSchema),
});
export type CasePage = Static<typeof CasePageSchema>;
