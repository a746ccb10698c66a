import type { Instant } from '@portolan/kernel';
import type { CaseRow } from '../store/cases.ts';

export interface Page<T> {
  readonly items: T[];
  readonly next?: string;
  readonly total: number;
}

/** Where the next page of cases begins, as opaque text. */
export function cursorAfter({ updated_at, case_id }: CaseRow): string {
  return Buffer.from(`${updated_at} ${case_id}`).toString('base64url');
}

/** Reads a cursor back; a damaged one begins at the first page. */
export function readCursor(cursor: string | undefined): { updatedAt: Instant; caseId: string } | undefined {
  const [updatedAt, caseId] = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split(' ');
  const form = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(updatedAt ?? '') && /^[0-9a-f-]{36}$/.test(caseId ?? '');
  return form ? { updatedAt: updatedAt as Instant, caseId: caseId as string } : undefined;
}

/** The words of a search, in lower case. */
export function searchTerms(q: string | undefined): string[] {
  return (q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10);
}
