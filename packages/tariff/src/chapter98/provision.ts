import { type Static, Type } from 'typebox';
import { dated } from '../reference/dated.ts';

/** What a provision of chapter 98, claimed beside the goods' own number, does to their duty. */
export const Chapter98ProvisionSchema = Type.Object({
  ...dated,
  /** Beginning of the numbers it stands for, digits only. */
  prefix: Type.String({ pattern: '^98\\d{2,8}$' }),
  name: Type.String(),
  treatment: Type.Union([
    /** No duty at all. */
    Type.Literal('free'),
    /** Duty only on the value of `part`. */
    Type.Literal('on-part'),
    /** Duty on the full value less the value of `part`. */
    Type.Literal('less-part'),
  ]),
  part: Type.Optional(Type.String()),
  /** Additional duties that are charged on the full value all the same. */
  fullValueLayers: Type.Array(Type.String()),
  /** Merchandise processing fee: none, or on the dutiable value. */
  processingFee: Type.Union([Type.Literal('exempt'), Type.Literal('on-dutiable-value'), Type.Literal('due')]),
  /** Programs that can not be claimed with it. */
  notWithPrograms: Type.Array(Type.String()),
  cite: Type.String(),
});
export type Chapter98Provision = Static<typeof Chapter98ProvisionSchema>;
