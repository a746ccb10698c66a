/** Addresses of the pages of a line; a line's name may hold any character. */

export const linePath = (line: string) => `/pipelines/${encodeURIComponent(line)}`;
export const monthPath = (line: string, month: string) => `${linePath(line)}/${month}`;
export const dayPath = (line: string, month: string, day: string) => `${monthPath(line, month)}/${day}`;
export const ticketPath = (line: string, month: string, digest: string) =>
  `${monthPath(line, month)}/tickets/${encodeURIComponent(digest)}`;

/** The same month or day at the node. */
export const apiOf = (line: string | undefined, month?: string) =>
  `/api/pipelines/${encodeURIComponent(line ?? '')}${month === undefined ? '' : `/months/${month}`}`;
