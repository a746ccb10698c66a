import { type Static, Type } from 'typebox';
import { PointerText } from './primitives.ts';

/** A question to the filer, asked once, only about what no document says. */
export const AskSchema = Type.Object({
  /** Field of the entry that the answer fills; also its key in `typed`. */
  pointer: PointerText,
  question: Type.String(),
  why: Type.String(),
  /** What the node would answer if nobody objects. */
  proposal: Type.Optional(Type.Unknown()),
  example: Type.Unknown(),
  /** What holds when nobody answers, where it is not the proposal: the proposal has then to be taken. */
  unanswered: Type.Optional(Type.String()),
  /** Nothing can be filed before it is answered; otherwise the proposal stands, or the field stays empty. */
  required: Type.Boolean(),
  cite: Type.Optional(Type.String()),
});
export type Ask = Static<typeof AskSchema>;
