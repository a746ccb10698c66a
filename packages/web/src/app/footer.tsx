import { Link } from 'react-router';

/** What anyone may open, with or without an account. */
export function Footer() {
  return (
    <footer className="footer no-print">
      <ul>
        <li>
          <a href="/verify">Verify a file</a>
        </li>
        <li>
          <Link to="/ledger">Ledger</Link>
        </li>
        <li>
          <Link to="/help">Help</Link>
        </li>
        <li>
          <a href="/docs/api">API</a>
        </li>
      </ul>
    </footer>
  );
}
