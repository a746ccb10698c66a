import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface PageProps {
  title: string;
  /** One sentence below the title: what the page is for, or the state of the record. */
  lead?: ReactNode;
  trail?: readonly { to: string; label: string }[];
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

function Trail({ trail }: { trail: readonly { to: string; label: string }[] }) {
  return (
    <nav aria-label="Breadcrumb" className="trail no-print">
      <ol>
        {trail.map((step) => (
          <li key={step.to}>
            <Link to={step.to}>{step.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The frame of a page: its title (also the window's), the way back, its actions, its content. */
export function Page({ title, lead, trail, actions, wide = false, children }: PageProps) {
  return (
    <div className={wide ? 'page page--wide' : 'page'}>
      <title>{`${title} · Portolan`}</title>
      {trail && <Trail trail={trail} />}
      <div className="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {lead && <div className="lead">{lead}</div>}
        </div>
        {actions && <div className="actions no-print">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/** A titled part of a page. */
export function Section(props: { title: string; id?: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="section" id={props.id} aria-label={props.title}>
      <div className="section-head">
        <h2>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}
