/** A place on the way. Without coordinates it stands somewhere in its country; without country in the table alone. */
export interface MapStop {
  readonly id: string;
  readonly name: string;
  /** Degrees, north and east positive. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

export interface MapLeg {
  readonly from: string;
  readonly to: string;
  readonly words: string;
}
