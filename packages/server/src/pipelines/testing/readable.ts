import type { Pool } from 'pg';

/**
 * Every row of every table that some tenants can read, as text: their own rows, and those of tables that belong to nobody. Bytes
 * are told as the text that they are, also where they are written as hex or base64url, also where the text is inside a token.
 */
export async function bytesReadableBy(pool: Pool, slugs: readonly string[]): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string; owned: boolean }>(
    `select t.table_name as name, exists (select from information_schema.columns c where c.table_name = t.table_name
       and c.table_schema = 'public' and c.column_name = 'tenant_id') as owned
     from information_schema.tables t where t.table_schema = 'public'`,
  );
  const texts = await Promise.all(
    tables.map(async ({ name, owned }) => {
      const own = owned
        ? 'where t.tenant_id in (select id from tenants where slug = any($1))'
        : 'where $1::text[] is not null';
      const { rows } = await pool.query<{ text: string }>(`select t::text as text from "${name}" t ${own}`, [
        slugs,
      ]);
      return rows.map(({ text }) => text);
    }),
  );
  return decoded(texts.flat().join('\n'));
}

/** The text with what is written in it as hex and base64url, each decoded once more for what they hold. */
function decoded(text: string, depth = 3): string {
  if (depth === 0) return text;
  const hex = [...text.matchAll(/\\+x((?:[0-9a-f]{2})+)/g)].map(([, found = '']) =>
    Buffer.from(found, 'hex'),
  );
  const base64 = [...text.matchAll(/[A-Za-z0-9_-]{24,}/g)].map(([found]) => Buffer.from(found, 'base64url'));
  const inner = [...hex, ...base64].map((bytes) => bytes.toString('latin1')).join('\n');
  return inner === '' ? text : `${text}\n${decoded(inner, depth - 1)}`;
}
