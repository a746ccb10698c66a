import type { Edition } from './edition.ts';
import type { TariffLine } from './line.ts';

/** A complete number that continues one with fewer digits. */
export interface NumberChoice {
  readonly hts: string;
  readonly description: string;
  /** Descriptions between the number asked for and this line. */
  readonly below: readonly string[];
  readonly units: readonly string[];
}

/** The complete numbers below one that lacks its statistical suffix, in the schedule's order; empty where it is none. */
export function numberChoices(edition: Edition, hts: string): readonly NumberChoice[] {
  const above = edition.line(hts);
  const depth = above === undefined ? 0 : above.path.length + 1;
  return edition.under(hts).map((line) => choiceOf(line, depth));
}

function choiceOf({ hts, description, path, units }: TariffLine, depth: number): NumberChoice {
  return { hts, description, below: path.slice(depth), units };
}
