import { writeFile } from 'node:fs/promises';
import { type CapabilityView, giveCapability, listCapabilities, revokeCapability } from '@portolan/contract';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { report } from '../output/report.ts';
import { facts, table } from '../output/table.ts';

const examples = `
Whoever is named acts for your organization with signed requests and no account, within the limits, and may pass on a part of it.

Examples:
  portolan capability give did:key:z6Mk… --may issue read --types PurchaseOrder --until 2026-12-31 --reason "Orders of the season" --save orders.zcap.json --as grower
  portolan capability give did:key:z6Mk… --may file --ports 2604 --entry-types 01 --until 2026-12-31 --reason "Night desk" --as broker-signer
  portolan capability list --as grower
  portolan capability revoke urn:uuid:0d9c… --reason "The season is over" --as grower

${exitCodesHelp}`;

interface GiveFlags extends NodeFlags {
  readonly may: readonly CapabilityView['actions'][number][];
  readonly until: string;
  readonly reason: string;
  readonly types?: string[];
  readonly entryTypes?: string[];
  readonly ports?: string[];
  readonly programs?: string[];
  readonly save?: string;
}

/** `portolan capability`: rights that an organization passes on (Authorization Capabilities 0.3). */
export function capabilityCommand(io: Io): Command {
  const group = new Command('capability')
    .description('Pass on a right to file, issue or read for your organization, and take it back')
    .addHelpText('after', examples);
  const give = new Command('give')
    .description('Sign a right for somebody else (signer)')
    .argument('<did>', 'who may use it')
    .requiredOption('--may <action...>', 'file, issue, read')
    .requiredOption('--until <date>', 'the last day, in UTC')
    .requiredOption('--reason <text>', 'why')
    .option('--types <type...>', 'only these types of document')
    .option('--entry-types <type...>', 'only these entry types')
    .option('--ports <port...>', 'only these ports')
    .option('--programs <program...>', 'only these programs')
    .option('--save <file>', 'write the capability there')
    .action(async (did: string, flags: GiveFlags) => {
      io.exitCode = await runGive(io, did, flags);
    });
  const list = new Command('list')
    .description('Rights that were passed on, newest first')
    .action(async (flags: NodeFlags) => {
      io.exitCode = await runList(io, flags);
    });
  const revoke = new Command('revoke')
    .description('Take a right back, with all that was made from it (signer)')
    .argument('<id>', 'its id; also of one that somebody made from yours')
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, flags: NodeFlags & { reason: string }) => {
      io.exitCode = await runRevoke(io, id, flags);
    });
  for (const command of [give, list, revoke]) group.addCommand(withNodeFlags(command));
  return group;
}

function runGive(io: Io, controller: string, flags: GiveFlags): Promise<number> {
  const { may, until, reason, types, entryTypes, ports, programs, save } = flags;
  const caveat = {
    ...(types ? { types } : {}),
    ...(entryTypes ? { entryTypes } : {}),
    ...(ports ? { ports } : {}),
    ...(programs ? { programs } : {}),
  };
  return withNode(io, flags, async (node) => {
    const given = await node.call(giveCapability, {
      body: { controller, actions: [...may], caveat, expires: `${until}T23:59:59.000Z`, reason },
    });
    if (!given.ok) return given;
    const { id, capability, expires } = given.value;
    if (save) await writeFile(save, `${JSON.stringify(capability, null, 2)}\n`);
    const lines = facts([
      ['Id', id],
      ['Until', expires],
      ['Saved', save],
    ]);
    report(io, flags, given.value, lines);
    return done(exitCodes.ok);
  });
}

const COLUMNS = [{ title: 'Id' }, { title: 'May' }, { title: 'Until' }, { title: 'State' }, { title: 'Why' }];

function runList(io: Io, flags: NodeFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const listed = await node.call(listCapabilities, { query: { limit: 200 } });
    if (!listed.ok) return listed;
    const rows = listed.value.items.map(({ id, actions, expires, state, reason }) => [
      ...[id, actions.join(', '), expires.slice(0, 10), state, reason],
    ]);
    report(io, flags, listed.value, rows.length > 0 ? table(COLUMNS, rows) : ['No right was passed on.']);
    return done(exitCodes.ok);
  });
}

function runRevoke(io: Io, id: string, flags: NodeFlags & { reason: string }): Promise<number> {
  return withNode(io, flags, async (node) => {
    const revoked = await node.call(revokeCapability, { params: { id }, body: { reason: flags.reason } });
    if (!revoked.ok) return revoked;
    report(io, flags, revoked.value, facts([['Taken back', revoked.value.revokedAt]]));
    return done(exitCodes.ok);
  });
}
