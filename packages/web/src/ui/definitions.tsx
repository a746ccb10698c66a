import type { ReactNode } from 'react';

/** Names and values in two columns that become one on a narrow screen. */
export function Definitions({ items }: { items: readonly (readonly [string, ReactNode] | undefined)[] }) {
  return (
    <dl className="definitions">
      {items
        .filter((item) => item !== undefined)
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
