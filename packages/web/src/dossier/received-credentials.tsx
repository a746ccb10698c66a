import type { ReceivedCredential } from '@portolan/contract';
import { useState } from 'react';
import { Link } from 'react-router';
import { get, Refused } from '../api/client.ts';
import { When } from '../ui/when.tsx';

interface Received {
  items: ReceivedCredential[];
  total: number;
}

/** Credentials of public vocabularies that the own organization was given and that name a number of this entry; read when opened. */
export function ReceivedCredentials({ entryNumber }: { entryNumber: string }) {
  const [received, setReceived] = useState<Received>();
  const [failed, setFailed] = useState('');
  const look = async (open: boolean) => {
    if (!open || received) return;
    try {
      setReceived(await get<Received>(`/api/received?entryNumber=${entryNumber}&limit=100`));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFailed(error.message);
    }
  };
  return (
    <details onToggle={(event) => void look(event.currentTarget.open)}>
      <summary>Credentials received from elsewhere</summary>
      {failed && <p role="alert">{failed}</p>}
      {received?.total === 0 && (
        <p className="empty">
          None names a number of this entry. <Link to="/received">Add one</Link>; it is linked by itself.
        </p>
      )}
      <ul>
        {received?.items.map(({ digest, title, label, verified, receivedAt }) => (
          <li key={digest}>
            <Link to={`/received/${encodeURIComponent(digest)}`}>{title}</Link>
            <span className="small muted">
              {' '}
              {label}, {verified ? 'verified' : 'not verified'}, received <When at={receivedAt} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
