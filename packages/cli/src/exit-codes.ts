/** What the `portolan` command answers to the shell; documented in every `--help`. */
export const exitCodes = {
  ok: 0,
  /** The node, the rules or the verifier said no. */
  refused: 1,
  /** The command line cannot be understood. */
  usage: 2,
  unreachable: 3,
  /** Not signed in, or not allowed to do this. */
  notAllowed: 4,
  /** Nothing speaks against it, but something needed to be sure is not at hand. */
  incomplete: 5,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodesHelp =
  'Exit codes: 0 done, 1 refused or failed, 2 wrong usage, 3 node not reachable, 4 not allowed.';
