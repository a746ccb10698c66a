import { Link } from 'react-router';
import { lotAddress, shortLot } from './words.ts';

/** A lot by the part of its name that people use, leading to its page; the whole name stands in the title. */
export function LotLink({ lot }: { lot: string }) {
  return (
    <Link to={lotAddress(lot)} title={lot} reloadDocument={false}>
      {shortLot(lot)}
    </Link>
  );
}

/** Several lots, one after the other. */
export function LotLinks({ lots }: { lots: readonly string[] }) {
  if (lots.length === 0) return null;
  return (
    <ul className="plain">
      {lots.map((lot) => (
        <li key={lot}>
          <LotLink lot={lot} />
        </li>
      ))}
    </ul>
  );
}
