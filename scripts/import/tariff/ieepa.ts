import { border } from './ieepa/border.ts';
import { brazil, india } from './ieepa/brazil-and-india.ts';
import { china } from './ieepa/china.ts';
import { reciprocal } from './ieepa/reciprocal.ts';
import { exemptScopes } from './ieepa/scopes.ts';
import type { Sources } from './sources.ts';
import type { Part } from './tables.ts';

/** Duties under the International Emergency Economic Powers Act, by executive order. */
export function ieepa(sources: Sources): Part {
  const scopes = exemptScopes(sources);
  const layers = [china(sources), border(sources), reciprocal(sources), brazil(sources), india(sources)].map(
    (layer) => ({
      ...layer,
      notChapters: ['98', '99'],
    }),
  );
  return { layers, scopes };
}
