import { Link } from 'react-router';

/** Address of the card of a party. */
export function partyPath(did: string): string {
  return `/parties/${encodeURIComponent(did)}`;
}

/** The name of a party that leads to its card. */
export function PartyLink({ did, name }: { did: string; name: string }) {
  return <Link to={partyPath(did)}>{name}</Link>;
}
