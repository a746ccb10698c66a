import type { ContextLoader } from '../contexts/loader.ts';
import { comparisonsOf, valuesOf } from './comparisons.ts';
import { WorkExceeded, type WorkMeter, workMeter } from './work.ts';

/** Statements of the largest graph that is brought into order: a statement of accounts has some thousands. */
const MAX_QUADS = 20_000;
/** Values of a document that can have so many statements: each gives one, and each object one more at the most. */
const MAX_VALUES = 3 * MAX_QUADS;
/** What bringing a statement into order costs, in comparisons. */
const WORK_A_QUAD = 50;
/**
 * Links between nodes without identifiers, beyond one for each such node. What is written as JSON without labels is a tree, so
 * that each node has one link to it; graphs built to be hard have many.
 */
const MAX_EXTRA_LINKS = 100;
/** Deep comparisons are allowed once per node that looks like another one (rdf-canonize, "Complexity Control"). */
const WORK_FACTOR = 1;
const MAX_MILLISECONDS = 300;

export interface CanonicalOptions {
  readonly documentLoader: ContextLoader;
  readonly messageDigestAlgorithm?: 'SHA-256' | 'SHA-384';
}

/**
 * The canonical N-Quads of a JSON-LD document (RDF Dataset Canonicalization 1.0). Bounded in the size of the graph, in
 * comparisons and in time, before the work is done where that can be told: throws WorkExceeded past a bound, and the library's
 * error for what is not JSON-LD.
 */
export async function canonicalQuads(
  document: object,
  options: CanonicalOptions,
  work: WorkMeter = workMeter(),
): Promise<string> {
  work.begin();
  const dataset = await quadsOf(document, options, work);
  try {
    const { canonize } = await import('rdf-canonize');
    return await canonize(dataset, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      messageDigestAlgorithm: options.messageDigestAlgorithm === 'SHA-384' ? 'sha384' : 'sha256',
      maxWorkFactor: WORK_FACTOR,
      signal: AbortSignal.timeout(MAX_MILLISECONDS),
    });
  } catch (error) {
    if (!(error instanceof Error) || !/Maximum deep iterations|Abort signal/.test(error.message)) throw error;
    throw tooHard(work, 'too many nodes look alike');
  }
}

async function quadsOf(
  document: object,
  { documentLoader }: CanonicalOptions,
  work: WorkMeter,
): Promise<object[]> {
  if (valuesOf(document, MAX_VALUES) > MAX_VALUES)
    throw tooHard(work, `it holds more than ${MAX_VALUES} values`);
  const { default: jsonld } = await import('jsonld');
  const options = { documentLoader, base: null, safe: true };
  const expanded = await jsonld.expand(document, options);
  work.spend(comparisonsOf(expanded));
  const dataset = await jsonld.toRDF(expanded, {
    ...{ ...options, skipExpansion: true },
    ...{ rdfDirection: 'i18n-datatype', produceGeneralizedRdf: false },
  });
  if (dataset.length > MAX_QUADS)
    throw tooHard(work, `the graph has ${dataset.length} statements, more than ${MAX_QUADS}`);
  work.spend(dataset.length * WORK_A_QUAD);
  const extra = extraLinks(dataset);
  if (extra > MAX_EXTRA_LINKS)
    throw tooHard(work, `${extra} links more than a tree has join nodes without names`);
  return dataset;
}

function tooHard(work: WorkMeter, detail: string): WorkExceeded {
  work.exhaust();
  return new WorkExceeded(detail);
}

interface Quad {
  readonly subject: { readonly termType: string; readonly value: string };
  readonly object: { readonly termType: string; readonly value: string };
}

/** How many more links there are between nodes without identifiers than there are such nodes. */
function extraLinks(dataset: readonly object[]): number {
  const nodes = new Set<string>();
  let links = 0;
  for (const { subject, object } of dataset as readonly Quad[]) {
    if (subject.termType === 'BlankNode') nodes.add(subject.value);
    if (object.termType !== 'BlankNode') continue;
    nodes.add(object.value);
    if (subject.termType === 'BlankNode') links += 1;
  }
  return links - nodes.size;
}
