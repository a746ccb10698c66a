/** How the value of a field is written, and so how two ways of writing it are brought to one. */
export type ValueKind = 'text' | 'code' | 'hts' | 'date' | 'whole' | 'money' | 'number' | 'flag';

/** One value of a summary that was filed elsewhere. */
export interface FiledValue {
  /** Into an entry; below `/totals`, and `/lines/0/duty` and the like, for amounts that an entry doesn't carry. */
  readonly pointer: string;
  /** As compared: see `normalised`. */
  readonly value: string;
  /** Characters of the value as the file has it, without filling. */
  readonly characters: number;
}

/** A summary that was filed elsewhere, in the terms of our entry. */
export interface FiledSummary {
  readonly format: 'ae' | '7501';
  readonly values: readonly FiledValue[];
  /** Records of the message that are known, and whose content has no counterpart here. */
  readonly notCompared: readonly string[];
}
