import { documentSchemaCheck } from '@portolan/documents';
import { type Conclusion, judgeFile, type VerifyOptions, type VerifyReport } from '@portolan/ledger';
import { exitCodes } from '../exit-codes.ts';
import { reportLines } from './verify-lines.ts';

/** Exit codes of `portolan verify`. */
const verifyExitCodes: Readonly<Record<Conclusion, number>> = {
  verified: exitCodes.ok,
  refused: exitCodes.refused,
  /** Nothing speaks against the file, but a key or list that is not at hand would be needed to be sure. */
  incomplete: exitCodes.incomplete,
};

export interface VerifyAnswer {
  readonly lines: readonly string[];
  readonly exitCode: number;
  /** The same for machines (`--json`). */
  readonly report: VerifyReport;
}

/**
 * `portolan verify <file>`: verifies a receipt, a credential, or evidence `{credential, receipt, statusList?, keys?}`
 * without any node and without the network. Pure: the file and all that is trusted are handed in.
 *
 * @example
 * const { lines, exitCode } = await verifyCommand(await readFile('receipt.json'), { crypto: nodeCrypto, at, logKeys });
 */
export async function verifyCommand(file: Uint8Array, options: VerifyOptions): Promise<VerifyAnswer> {
  const report = await judgeFile(file, { schema: documentSchemaCheck, ...options });
  return { lines: reportLines(report), exitCode: verifyExitCodes[report.conclusion], report };
}
