import type { AnswerView, RequestView } from '@portolan/contract';
import { Icon } from '../../ui/icon.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';

function Disclosure({ answer }: { answer: AnswerView }) {
  if (answer.disclosure === 'all') return <span className="pill">To all parties</span>;
  return (
    <span className="pill pill--violet">
      <Icon name="lock" />
      To the agency only
    </span>
  );
}

function Answer({ answer }: { answer: AnswerView }) {
  return (
    <li>
      <p className="row">
        <strong>{answer.by.name}</strong>
        <Disclosure answer={answer} />
        <span className="muted">
          <When at={answer.at} />
        </span>
      </p>
      {answer.withheld ? (
        <p>Answered. What it says was disclosed to the agency alone.</p>
      ) : (
        <p className="prewrap">{answer.text}</p>
      )}
      {answer.evidence.map((item) => (
        <p key={item.digest} className="row small">
          {item.title} <LongId value={item.digest} label={`digest of ${item.title}`} />
        </p>
      ))}
    </li>
  );
}

/** The answers as the viewer may see them. */
export function Answers({ request }: { request: RequestView }) {
  return (
    <Section title="Answers">
      {request.answers.length === 0 ? (
        <p className="empty">Nobody has answered yet.</p>
      ) : (
        <ul className="evidence-list">
          {request.answers.map((answer) => (
            <Answer key={answer.id} answer={answer} />
          ))}
        </ul>
      )}
    </Section>
  );
}
