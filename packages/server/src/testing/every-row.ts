import type { Pool } from 'pg';

/** Every row of every table, as text: all that a node stores, byte fields included. */
export async function everyRow(pool: Pool): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const all = await Promise.all(
    tables.map(({ name }) => pool.query<{ text: string }>(`select t::text as text from "${name}" t`)),
  );
  const text = all.flatMap(({ rows }) => rows.map((row) => row.text)).join('\n');
  // Byte columns print as hex.
  const bytes = [...text.matchAll(/\\+x([0-9a-f]{2,})/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').toString('latin1'),
  );
  return [text, ...bytes].join('\n');
}

/** The disclosures of a token (RFC 9901, section 4.2): what stands between the tildes. */
export function disclosuresOf(token: string): string[] {
  return token.split('~').slice(1, -1);
}
