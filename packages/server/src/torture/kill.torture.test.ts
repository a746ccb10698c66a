import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { faults } from './faults.ts';
import { type NodeHome, openHome } from './process/node-home.ts';
import { check, openTrial, playRound } from './round.ts';

const rounds = Number(process.env.PORTOLAN_TORTURE_ROUNDS ?? 50);
/** An envelope that was being delivered when its node was killed is tried again after a minute at most. */
const settleMs = 180_000;
let home: NodeHome;

before(async () => {
  home = await openHome();
});
after(() => home.close());

test(`node, database and both killed ${rounds} times while filings are under way`, async (t) => {
  const trial = await openTrial(home);
  let total = 0;
  for (let round = 0; round < rounds; round += 1) {
    const fault = faults[round % faults.length] ?? 'node';
    const report = await playRound(trial, fault).catch((error) => {
      throw new Error(`round ${round + 1}, killed: ${fault}`, { cause: error });
    });
    total += report.acknowledged;
    const { acknowledged, unanswered, awayMs } = report;
    t.diagnostic(
      `round ${round + 1}, ${fault}: ${acknowledged} acknowledged, ${unanswered} unanswered, back in ${Math.round(awayMs)} ms`,
    );
  }
  assert.ok(total > 0);
  await home.withStore((store) => store.settled(settleMs));
  for (const register of trial.registers) await register.fileAllAgain(home.node.url);
  await check(trial, trial.registers, []);
});
