import { type PastCode, parseProductFacts } from '@portolan/tariff';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withJsonFlag } from '../node/flags.ts';
import { done, type Outcome, outcomeOf, refuse } from '../outcome.ts';
import { report, reportFailure } from '../output/report.ts';
import { classificationLines } from '../tariff/classification-text.ts';
import { type ClassifyFlags, classifyAtHand } from '../tariff/classify-at-hand.ts';
import { withShelfFlag } from '../tariff/shelf.ts';

const examples = `
Needs no node and no network. A facts file is JSON: title, description, category, materials (name, percent, part), form, use,
wearer, attributes, unitValue (US dollars a piece), gtin, sku, rulings.

Examples:
  portolan classify "Women's knitted cotton hoodie with zip"
  portolan classify "wireless earbuds with charging case" --value 12.50
  portolan classify "coffee mug" --material porcelain --json
  portolan classify --facts examples/tariff/product.json --edition 2025-rev-32

Exit codes: 0 a line is proposed, 1 refused or too uncertain to propose one, 2 wrong usage.`;

/** `portolan classify`: the tariff line of a product from its facts, explained, without any node. */
export function classifyCommand(io: Io): Command {
  const command = new Command('classify')
    .description('Propose the tariff line of a product from its words and facts, with reasons and confidence')
    .argument('[title]', 'what the product is called')
    .option('--facts <file>', 'JSON with the facts of the product')
    .option('--material <name>', 'a material, with its share where known: "cotton 60" (repeat)', collect, [])
    .option('--wearer <whom>', 'for clothing: men, women, boys, girls, baby')
    .option('--value <dollars>', 'value of one piece in US dollars')
    .option('--ruling <number>', 'a ruling on the same product, as NUMBER=HTS', collect, [])
    .option('--date <date>', 'edition in force on this day (today)')
    .option('--edition <id>', 'this edition, whatever the day')
    .option('--limit <count>', 'at most so many candidates', '5')
    .addHelpText('after', examples)
    .action(async (title: string | undefined, flags: ClassifyFlags) => {
      io.exitCode = await runClassify(io, title, flags);
    });
  return withJsonFlag(withShelfFlag(command));
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

async function runClassify(io: Io, title: string | undefined, flags: ClassifyFlags): Promise<number> {
  const facts = await factsOf(title, flags, io.now());
  if (!facts.ok) return reportFailure(io, flags, facts);
  const read = outcomeOf(parseProductFacts(facts.value));
  if (!read.ok) return reportFailure(io, flags, read);
  const answer = await classifyAtHand(io, read.value, flags);
  if (!answer.ok) return reportFailure(io, flags, answer);
  report(io, flags, answer.value, classificationLines(answer.value));
  return answer.value.abstains ? exitCodes.refused : exitCodes.ok;
}

/** The facts of the file, and beside them what the command line says. */
async function factsOf(
  title: string | undefined,
  { facts, material, wearer, value, ruling }: ClassifyFlags,
  now: string,
): Promise<Outcome<Record<string, unknown>>> {
  const file = facts === undefined ? done({}) : await readJsonObject(facts, 'the facts of a product');
  if (!file.ok) return file;
  const rulings = ruling.map((text) => rulingOf(text, now));
  const wrong = rulings.indexOf(undefined);
  if (wrong >= 0) {
    const params = { option: '--ruling', value: ruling[wrong] ?? '', expected: 'NUMBER=HTS' };
    return refuse('CLI_OPTION_INVALID', params, exitCodes.usage);
  }
  return done({
    ...file.value,
    ...(title === undefined ? {} : { title }),
    ...(material.length === 0 ? {} : { materials: material.map(materialOf) }),
    ...(wearer === undefined ? {} : { wearer }),
    ...(value === undefined ? {} : { unitValue: value }),
    ...(rulings.length === 0 ? {} : { rulings }),
  });
}

function materialOf(text: string): { name: string; percent?: string } {
  const [, name = text, percent] = /^(.*?)\s+(\d+(?:\.\d+)?)%?$/.exec(text.trim()) ?? [];
  return percent === undefined ? { name: text.trim() } : { name, percent };
}

function rulingOf(text: string, now: string): PastCode | undefined {
  const [, reference, hts] = /^(.+)=([\d.]{4,13})$/.exec(text) ?? [];
  if (!reference || !hts) return undefined;
  const day = now.slice(0, 10);
  return { kind: 'ruling', hts, reference, effective: day, knownAt: day };
}
