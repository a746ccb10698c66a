import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type NodeHome, openHome } from './process/node-home.ts';
import { openTrial, playRound } from './round.ts';

let home: NodeHome;

before(async () => {
  home = await openHome();
});
after(() => home.close());

test('a node and its database killed while filings are under way lose nothing that was acknowledged', async (t) => {
  const trial = await openTrial(home);
  const { acknowledged, unanswered, awayMs } = await playRound(trial, 'node and database');
  t.diagnostic(
    `${acknowledged} filings acknowledged, ${unanswered} requests unanswered, back in ${Math.round(awayMs)} ms`,
  );
  assert.ok(acknowledged > 0);
});
