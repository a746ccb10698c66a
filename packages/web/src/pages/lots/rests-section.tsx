import type { LotView } from '@portolan/contract';
import { Section } from '../../ui/page.tsx';
import { Reasons } from './event-list.tsx';
import { STOCK } from './stocks-section.tsx';

/** Revoked and suspended documents on which a lot rests; nothing where there are none. */
export function RestsSection({ lot }: { lot: LotView }) {
  const findings = lot.findings.filter(({ code }) => code !== STOCK);
  if (findings.length === 0) return null;
  return (
    <Section title="Rests on withdrawn documents" id="rests">
      <ul className="findings">
        {findings.map((finding) => (
          <li key={finding.message} className="finding finding--warn">
            <Reasons refusals={[finding]} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
