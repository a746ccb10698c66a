import type { JsonObject } from '@portolan/kernel';
import { type Receipt, ReceiptSchema } from '@portolan/ledger';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { SignedDecision } from '../decision/document.ts';
import type { EvidenceRef, KeptObservations } from '../dossier/kept.ts';
import type { CaseState } from '../store/cases.ts';

const Text = Type.String({ maxLength: 500 });
const Loose = Type.Record(Type.String(), Type.Unknown());

const NoticeReceiptSchema = Type.Object({
  digest: Text,
  kind: Text,
  title: Text,
  receipt: Type.Unsafe<Receipt>(ReceiptSchema),
});
export type NoticeReceipt = Static<typeof NoticeReceiptSchema>;

/** What a party is told whose evidence was used: under which number, with the receipts of its own documents. */
const ReceiptNoticeSchema = Type.Object({
  entryNumber: Text,
  program: Text,
  receipts: Type.Array(NoticeReceiptSchema, { maxItems: 500 }),
});
export type ReceiptNoticeBody = Static<typeof ReceiptNoticeSchema>;

/** What filer and importer are told of a decision: the signed decision, and what they need to compute it again. */
const DecisionNoticeSchema = Type.Object({
  ...ReceiptNoticeSchema.properties,
  decision: Type.Unsafe<SignedDecision>(Loose),
  state: Type.Unsafe<CaseState>(
    Type.Union(
      (['accepted', 'referred', 'released', 'refused', 'held', 'corrected'] as const).map((state) =>
        Type.Literal(state),
      ),
    ),
  ),
  /** The agency's verdicts on the evidence: with them the kept dossier has the same bytes everywhere. */
  verdicts: Type.Array(Type.Unsafe<EvidenceRef>(Loose), { maxItems: 500 }),
  filedAt: Text,
  observations: Type.Unsafe<KeptObservations>(Loose),
  total: Type.Union([Text, Type.Null()]),
});
export type DecisionNoticeBody = Static<typeof DecisionNoticeSchema>;

const decisionShape = Compile(DecisionNoticeSchema);
const receiptShape = Compile(ReceiptNoticeSchema);

/** The body of a decision envelope; undefined when it has another form. */
export function readDecisionNotice(body: JsonObject): DecisionNoticeBody | undefined {
  return decisionShape.Check(body) ? body : undefined;
}

/** The body of a receipt envelope; undefined when it has another form. */
export function readReceiptNotice(body: JsonObject): ReceiptNoticeBody | undefined {
  return receiptShape.Check(body) ? body : undefined;
}
