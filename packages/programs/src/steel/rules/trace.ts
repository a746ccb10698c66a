import { originalOf } from '@portolan/documents';
import type { Refusal } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import { pathOf, type SteelCase } from '../case.ts';
import { find } from '../find.ts';
import { heatLot } from '../trace/lots.ts';
import { inNames } from '../trace/names.ts';
import { type Signed, signedOf } from '../trace/signed.ts';

/** What documents say of lots adds up: masses are conserved, nothing is drawn twice, each piece names its parent heat. */
export function checkTrace(c: SteelCase): Finding[] {
  const contradictions = [...c.trace.refused].flatMap(([event, refusals]) => {
    const document = c.signed.find(({ digest }) => event.startsWith(`${digest}#`));
    return document ? refusals.filter(notCountedElsewhere).map((one) => contradiction(one, document, c)) : [];
  });
  const unreadable = [...c.traced.refused].flatMap(([digest, refusals]) => {
    const document = c.signed.find((one) => one.digest === digest);
    return document ? refusals.map((one) => contradiction(one, document, c)) : [];
  });
  return [...contradictions, ...unreadable, ...parents(c)];
}

/**
 * More drawn than there is of a heat is told by the rule on heats, with the whole tonnage; and what rests on a refused step is told
 * by the refusal of that step, which is of one of these documents too.
 */
function notCountedElsewhere({ code, params }: Refusal): boolean {
  if (code === 'TRACE_SOURCE_REFUSED') return false;
  return !(code === 'TRACE_OVERDRAWN' && String(params?.lot).startsWith('urn:portolan:heat:'));
}

function contradiction(
  { mend, message, params }: Refusal,
  { digest, document, held, type }: Signed,
  c: SteelCase,
): Finding {
  const certificate = c.certificates.find((one) => originalOf(one) === digest);
  const number = 'number' in document ? document.number : type;
  const lot = String(params?.lot ?? 'its lots');
  const at = certificate ? pathOf(c, certificate) : '';
  const why = inNames(message, c.signed);
  const how = inNames(mend, c.signed);
  return find('STEEL_TRACE_REFUSED', at, { number, lot, why, how }, [held]);
}

function parents({ signed }: SteelCase): Finding[] {
  return signedOf(signed, 'ProcessingRecord').flatMap(({ document, held }) => {
    const known = new Set(document.inputs.map(({ heat }) => heatLot(heat)));
    return document.outputs
      .filter(({ heat }) => !known.has(heatLot(heat)))
      .map(({ heat, lot }) =>
        find('STEEL_PARENT_HEAT', '', { number: document.number, lot, heat: heat.number }, [held]),
      );
  });
}
