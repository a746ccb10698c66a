import { decideProduct, getProduct, listProducts, type ProductView, saveProduct } from '@portolan/contract';
import { type ProductFacts, parseProductFacts } from '@portolan/tariff';
import { Command, Option } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import { given } from '../filing/given.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, type Outcome, outcomeOf } from '../outcome.ts';
import { counted, tariffNumber } from '../output/format.ts';
import { report, reportFailure } from '../output/report.ts';
import { facts, table } from '../output/table.ts';

const examples = `
A product is known by its GTIN, item number or facts; codes stand beside it with their day. A ruling goes before a decision.

Examples:
  portolan product save examples/tariff/product.json --as broker
  portolan product list --state provisional --as broker
  portolan product decide sku:HOODIE-1 6110.20.20.46 --provisional --as broker
  portolan product decide sku:HOODIE-1 6110.20.20.46 --ruling "NY N000000" --effective 2026-03-02 --as broker
  portolan product show sku:HOODIE-1 --as broker

${exitCodesHelp}`;

interface ProductFlags extends NodeFlags {
  readonly search?: string;
  readonly state?: 'provisional' | 'unclassified';
  readonly provisional?: boolean;
  readonly ruling?: string;
  readonly effective?: string;
  readonly reason?: string;
}

/** `portolan product`: the library of products at a node. */
export function productCommand(io: Io): Command {
  const command = new Command('product').description(
    'Products of the own library: facts, the codes they were given, decisions and rulings',
  );
  const sub = (name: string, description: string) =>
    withNodeFlags(command.command(name).description(description));
  sub('list', 'products, last changed first')
    .option('--search <words>', 'only products with these words')
    .addOption(new Option('--state <state>', 'only these').choices(['provisional', 'unclassified']))
    .action(async (flags: ProductFlags) => {
      io.exitCode = await runList(io, flags);
    });
  sub('show', 'one product with its codes')
    .argument('<key>', 'such as sku:HOODIE-1 or gtin:04012345678901')
    .action(async (key: string, flags: ProductFlags) => {
      io.exitCode = await withNode(io, flags, async (node) =>
        show(io, flags, await node.call(getProduct, { params: { key } })),
      );
    });
  sub('save', 'keep the facts of a product')
    .argument('<file>', 'JSON with the facts, as for portolan classify')
    .action(async (file: string, flags: ProductFlags) => {
      const read = await factsIn(file);
      io.exitCode = read.ok
        ? await withNode(io, flags, async (node) =>
            show(io, flags, await node.call(saveProduct, { body: { facts: read.value } })),
          )
        : reportFailure(io, flags, read);
    });
  sub('decide', 'give a product a code by decision or ruling; open drafts are priced again')
    .argument('<key>', 'key of the product')
    .argument('<hts>', 'ten digits')
    .option('--provisional', 'while the classification is still open')
    .option('--ruling <number>', 'by this ruling of the agency')
    .option('--effective <date>', 'in force from (today)')
    .option('--reason <text>', 'why')
    .action(async (key: string, hts: string, flags: ProductFlags) => {
      io.exitCode = await runDecide(io, key, hts, flags);
    });
  return command.addHelpText('after', examples);
}

async function factsIn(file: string): Promise<Outcome<ProductFacts>> {
  const read = await readJsonObject(file, 'the facts of a product');
  return read.ok ? outcomeOf(parseProductFacts(read.value)) : read;
}

function runList(io: Io, { search, state, ...flags }: ProductFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listProducts, { query: { q: search, state, limit: 100 } });
    if (!page.ok) return page;
    const { items, total } = page.value;
    report(io, flags, page.value, [...table(columns, items.map(row)), counted(total, 'product')]);
    return done(exitCodes.ok);
  });
}

const columns = [{ title: 'Product' }, { title: 'Title' }, { title: 'Line' }, { title: 'State' }] as const;

function row({ key, facts: known, hts, provisional }: ProductView): string[] {
  const state = hts ? (provisional ? 'provisional' : 'decided') : 'not classified';
  return [key, (known.title ?? '').slice(0, 50), hts ? tariffNumber(hts) : '', state];
}

function runDecide(io: Io, key: string, hts: string, flags: ProductFlags): Promise<number> {
  const { ruling, effective, reason, provisional = false } = flags;
  return withNode(io, flags, async (node) => {
    const body = {
      ...{ kind: ruling === undefined ? ('decision' as const) : ('ruling' as const), hts, provisional },
      ...given('reference', ruling),
      ...given('effective', effective),
      ...given('reason', reason),
    };
    const decided = await node.call(decideProduct, { params: { key }, body });
    if (!decided.ok) return decided;
    const { product, drafts } = decided.value;
    report(io, flags, decided.value, [
      ...productLines(product),
      '',
      `${counted(drafts.looked, 'open draft')} derived again, ${drafts.repriced.length} with another duty.`,
    ]);
    return done(exitCodes.ok);
  });
}

function show(io: Io, flags: NodeFlags, product: Outcome<ProductView>): Outcome<number> {
  if (!product.ok) return product;
  report(io, flags, product.value, productLines(product.value));
  return done(exitCodes.ok);
}

function productLines({ key, facts: known, hts, provisional, codes }: ProductView): string[] {
  return [
    ...facts([
      ['Product', key],
      ['Title', known.title],
      ['Line', hts ? `${tariffNumber(hts)}${provisional ? ' (provisional)' : ''}` : 'not classified'],
    ]),
    ...(codes.length > 0 ? ['', 'Codes'] : []),
    ...codes.map(
      ({ hts: code, kind, reference, effective, by, provisional: open }) =>
        `  ${tariffNumber(code)}  ${kind} ${reference}, from ${effective}, by ${by}${open ? ' (provisional)' : ''}`,
    ),
  ];
}
