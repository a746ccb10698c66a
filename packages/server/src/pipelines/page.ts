/** The place that a cursor of these lists names; the beginning where it names none. */
export function offsetOf(cursor: string | undefined): number {
  return cursor !== undefined && /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0;
}

/** A page of a list that is at hand or was read from `offset` on. */
export function pageAt<Item>(items: Item[], offset: number, total: number) {
  const next = offset + items.length;
  return { items, total, ...(items.length > 0 && next < total ? { next: String(next) } : {}) };
}
