export { ledgerCatalogue } from './catalogue.ts';
export { CompactRange, type OnComplete } from './merkle/compact-range.ts';
export { type ConsistencyProof, verifyConsistency } from './merkle/consistency.ts';
export { emptyRoot, foldSubtrees, HASH_LENGTH, leafHash, nodeHash } from './merkle/hash.ts';
export { type InclusionProof, rootOfInclusion, verifyInclusion } from './merkle/inclusion.ts';
export { consistencyPlan, inclusionPlan, type ProofPlan, rootPlan, type TreeNode } from './merkle/plan.ts';
export { provePlan, type ReadNode } from './merkle/prove.ts';
export { parseSize } from './merkle/size.ts';
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './note/checkpoint.ts';
export { formatNoteKey, type NoteKey, type NoteKeyType, noteKey, parseNoteKey } from './note/key.ts';
export { type NoteSignature, parseNote, type SignedNote } from './note/note.ts';
export { type OpenedCheckpoint, openCheckpoint, type WitnessedAt } from './note/open-checkpoint.ts';
export { cosignNote, type NoteSigner, signNote } from './note/sign.ts';
export { type VerifiedNote, type VerifiedSignature, verifyNote } from './note/verify.ts';
export { judgeFile } from './offline/judge.ts';
export type { VerifyOptions } from './offline/options.ts';
export type { Check, Conclusion, Fact, FileKind, Outcome, VerifyReport } from './offline/report.ts';
export { makeReceipt, type ReceiptParts } from './receipt/make.ts';
export { type ParsedReceipt, parseReceipt } from './receipt/parse.ts';
export { type Receipt, ReceiptSchema } from './receipt/receipt.ts';
export {
  commit,
  SALT_LENGTH,
  type Statement,
  type StatementKind,
  StatementKindSchema,
  StatementSchema,
} from './receipt/statement.ts';
export { type ReceiptTrust, type VerifiedReceipt, verifyReceipt } from './receipt/verify.ts';
export { verifyWitnessed, type WitnessedReceipt } from './receipt/witnessed.ts';
export { decodeEntries, encodeEntries } from './tiles/entries.ts';
export { entriesPath, parseTilePath, type TileRequest, tilePath } from './tiles/path.ts';
export { TilePyramid } from './tiles/pyramid.ts';
export { TILE_HEIGHT, TILE_WIDTH, type TileId, tileKey, tileOf, tilesOf, tileWidth } from './tiles/tile.ts';
export { type Cosigned, readCosignatures } from './witness/answer.ts';
export { checkAdvance, type SeenLog } from './witness/check.ts';
export { formatWitnessRequest, parseWitnessRequest, type WitnessRequest } from './witness/request.ts';
