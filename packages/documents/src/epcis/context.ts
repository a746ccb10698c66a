import { isRecord, type JsonValue } from '@portolan/kernel';

/** Prefixes that the EPCIS context itself declares (EPCIS 2.0 JSON-LD context). */
const STANDARD = ['epcis', 'cbv', 'cbvmda', 'gs1', 'rdfs', 'owl', 'xsd', 'dcterms', 'sbdh', 'epcisq'];
const EPCIS_CONTEXT =
  /^https:\/\/ref\.gs1\.org\/standards\/epcis\/(?:2\.0(?:\.\d+)?\/)?epcis-context\.jsonld$/;

/** The prefixes that may stand before names and values of a document or event. */
export type Prefixes = ReadonlySet<string>;

/** Prefixes of an `@context` on top of those declared further out. Nothing is fetched: only what stands in the document counts. */
export function prefixesOf(context: JsonValue | undefined, outer: Prefixes = new Set(STANDARD)): Prefixes {
  const declared = [context ?? []]
    .flat()
    .flatMap((part) => (isRecord(part) ? Object.keys(part).filter((name) => !name.startsWith('@')) : []));
  return declared.length === 0 ? outer : new Set([...outer, ...declared]);
}

/** Whether an `@context` names the EPCIS context, of whichever 2.0 edition. */
export function namesEpcis(context: JsonValue | undefined): boolean {
  return [context ?? []].flat().some((part) => typeof part === 'string' && EPCIS_CONTEXT.test(part));
}
