import { ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type DocumentsCode, documentsCatalogue } from '../../catalogue.ts';
import type { XmlElement } from './element.ts';
import { conventionalName } from './namespaces.ts';

const maxDepth = 100;
const maxElements = 100_000;

/** Carries a refusal out of the parser's callbacks; never leaves this file. */
class Refusing extends Error {
  readonly refusal: Refusal;
  constructor(code: DocumentsCode, params: Record<string, string | number> = {}) {
    super(code);
    this.refusal = documentsCatalogue.refuse(code, { params });
  }
}

/** How many elements are taken, and whether each is given its path. */
export interface XmlLimit {
  readonly elements: number;
  readonly paths?: boolean;
}

/**
 * Reads XML of a stranger into elements. No document type declaration, no entity beyond the five of XML itself, nothing
 * fetched; depth and number of elements are bounded, and the caller has bounded the size.
 */
export function parseXml(text: string, limit: XmlLimit = { elements: maxElements }): Result<XmlElement> {
  const builder = new TreeBuilder(limit);
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('doctype', () => {
    throw new Refusing('DOC_XML_DOCTYPE');
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding) && !isAscii(text))
      throw new Refusing('DOC_XML_ENCODING', { encoding });
  });
  parser.on('error', (error) => {
    throw syntaxRefusal(error.message, parser.line);
  });
  parser.on('opentag', (tag) => builder.open(tag));
  parser.on('closetag', () => builder.close());
  parser.on('text', (piece) => builder.text(piece));
  parser.on('cdata', (piece) => builder.text(piece));
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Refusing) return refused(error.refusal);
    throw error;
  }
  return builder.root
    ? ok(builder.root)
    : refused(new Refusing('DOC_XML_SYNTAX', { detail: 'no element' }).refusal);
}

/** An element whose end has not come yet, with how many children of each name it has so far. */
interface OpenElement {
  readonly element: XmlElement;
  readonly twins: Map<string, number>;
}

class TreeBuilder {
  root: XmlElement | undefined;
  #open: OpenElement[] = [];
  #count = 0;
  readonly #limit: XmlLimit;

  constructor(limit: XmlLimit) {
    this.#limit = limit;
  }

  open(tag: SaxesTagNS): void {
    this.#count += 1;
    const { elements, paths = true } = this.#limit;
    if (this.#count > elements) throw new Refusing('DOC_XML_TOO_MANY', { limit: elements });
    if (this.#open.length >= maxDepth) throw new Refusing('DOC_XML_DEPTH', { limit: maxDepth });
    const parent = this.#open.at(-1);
    const element = elementOf(tag, parent, paths);
    parent?.element.children.push(element);
    this.root ??= element;
    this.#open.push({ element, twins: new Map() });
  }

  close(): void {
    this.#open.pop();
  }

  text(piece: string): void {
    const open = this.#open.at(-1);
    if (open) open.element.text += piece;
  }
}

function elementOf(tag: SaxesTagNS, parent: OpenElement | undefined, paths: boolean): XmlElement {
  const name = conventionalName(tag.uri, tag.local);
  const position = (parent?.twins.get(name) ?? 0) + 1;
  parent?.twins.set(name, position);
  return {
    name: tag.local,
    namespace: tag.uri,
    path: paths ? `${parent?.element.path ?? ''}/${name}${position > 1 ? `[${position}]` : ''}` : '',
    attributes: Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value])),
    children: [],
    text: '',
  };
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

function syntaxRefusal(message: string, line: number): Refusing {
  if (message.includes('undefined entity')) return new Refusing('DOC_XML_ENTITY', { line });
  return new Refusing('DOC_XML_SYNTAX', { detail: message });
}
