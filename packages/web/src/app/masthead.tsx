import type { Session } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { Link, useNavigate, useRevalidator } from 'react-router';
import { call } from '../api/client.ts';
import { memberRoleWords } from '../format/roles.ts';

function Compass() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M16 2l3.400 10.600L30 16l-10.600 3.400L16 30l-3.400-10.600L2 16l10.600-3.400z" fill="#fff" />
      <path d="M16 2v28l3.400-10.600L30 16H2l10.600-3.400z" fill="#f2b84b" />
    </svg>
  );
}

function SignedIn({ session }: { session: Session }) {
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const signOut = async () => {
    await call('DELETE', '/api/session');
    await navigate('/sign-in');
    await revalidate();
  };
  return (
    <div className="who">
      <span>
        <strong>{session.tenant.name}</strong>
        <span className="role">
          {' '}
          · {session.member.name}, {memberRoleWords(session.member.role)}
        </span>
      </span>
      <Button type="button" unstyled onClick={signOut} className="no-print">
        Sign out
      </Button>
    </div>
  );
}

/** The name of the house and who is signed in. */
export function Masthead({ session }: { session: Session | undefined }) {
  return (
    <header className="masthead">
      <div className="masthead-inner">
        <Link to="/" className="brand">
          <Compass />
          Portolan
        </Link>
        {session ? (
          <SignedIn session={session} />
        ) : (
          <div className="who no-print">
            <Link to="/sign-in">Sign in</Link>
          </div>
        )}
      </div>
    </header>
  );
}
