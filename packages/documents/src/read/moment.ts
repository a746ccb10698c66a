/** A day and, where the source gives a time with its zone, the moment in UTC. */
export interface Moment {
  readonly date: string;
  readonly at?: string;
}

const zoned = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})$/;

/** '2019-11-12T07:41:00+08:30' is its day there and its moment in UTC; without a zone only the day is known. */
export function momentOf(text: string): Moment | undefined {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (!date) return undefined;
  const parts = zoned.exec(text);
  const at = parts ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) return { date };
  return { date, at: new Date(at).toISOString().replace(/\.000Z$/, 'Z') };
}
