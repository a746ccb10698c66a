import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ProofForm, proofForms } from './form.ts';
import { mutateForms, mutateHouse, type Tally } from './testing/mutation-run.ts';

const ALL = 100_000;
/** The forms of selective disclosure take tens of milliseconds each. */
const FEWER: Partial<Record<ProofForm, number>> = { 'ecdsa-sd-2023': 5000, 'bbs-2023': 2500 };
const others = proofForms.filter((form) => FEWER[form] === undefined);
const left = ALL - Object.values(FEWER).reduce((sum, runs) => sum + runs, 0);

test('100,000 altered credentials over all forms, none accepted, each with a code', async (context) => {
  const tally = await mutateForms((form) => FEWER[form] ?? Math.ceil(left / others.length), 1);
  say(context.diagnostic.bind(context), tally);
  assert.ok([...tally.values()].reduce((sum, count) => sum + count, 0) >= ALL);
});

test("100,000 altered credentials before the house's own verifier, none accepted", async (context) => {
  say(context.diagnostic.bind(context), await mutateHouse(ALL, 1));
});

function say(line: (text: string) => void, tally: Tally): void {
  for (const [code, count] of [...tally].sort(([, left], [, right]) => right - left))
    line(`${code} ${count}`);
}
