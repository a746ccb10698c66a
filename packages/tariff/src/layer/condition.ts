import { type Static, Type } from 'typebox';

const percent = Type.String({ pattern: '^\\d+(\\.\\d+)?$' });
const countries = Type.Array(Type.String());

/** Facts about the goods that a heading asks for, beside number, origin and date. */
export const ConditionSchema = Type.Union([
  /** The listed metals together weigh less than this percent of the article. */
  Type.Object({ is: Type.Literal('metal-share-below'), percent }),
  /** At least this percent of each metal was melted and poured, or smelted and cast, in one of these countries. */
  Type.Object({ is: Type.Literal('metal-from'), percent, countries }),
  /** Any of the metal was smelted or cast in one of these countries. */
  Type.Object({ is: Type.Literal('metal-touched'), metal: Type.String(), countries }),
  /** The value of the metal is given, so that duty can be charged on it. */
  Type.Object({ is: Type.Literal('metal-value-given'), metal: Type.String() }),
  /** The goods enter free of duty under one of these programs. */
  Type.Object({ is: Type.Literal('enters-free'), programs: Type.Array(Type.String()) }),
  /** One of these programs is claimed for the goods. */
  Type.Object({ is: Type.Literal('claims-program'), programs: Type.Array(Type.String()) }),
  /** The goods get the rates of column 2. */
  Type.Object({ is: Type.Literal('column-2') }),
  /** A footnote of the line names the heading. */
  Type.Object({ is: Type.Literal('footnote') }),
]);
export type Condition = Static<typeof ConditionSchema>;
