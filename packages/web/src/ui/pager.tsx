import { Link, useSearchParams } from 'react-router';

/** Steps through a list by the node's own cursors: to the first page, or to the following one. */
export function Pager({ next, label }: { next: string | undefined; label: string }) {
  const [search] = useSearchParams();
  const to = (cursor: string | undefined) => {
    const values = new URLSearchParams(search);
    if (cursor) values.set('cursor', cursor);
    else values.delete('cursor');
    return `?${values}`;
  };
  const later = search.has('cursor');
  if (!later && !next) return null;
  return (
    <nav className="row spread no-print" aria-label={label}>
      {later ? <Link to={to(undefined)}>First page</Link> : <span />}
      {next && (
        <Link to={to(next)} rel="next">
          Next page
        </Link>
      )}
    </nav>
  );
}
