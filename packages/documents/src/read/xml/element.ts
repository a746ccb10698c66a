/** An XML element as the readers see it. Names are local names; `path` is an XPath with the conventional prefixes. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly path: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** The children of that name, in the order of the file, whatever their prefix. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first element at the end of a path of names. */
export function at(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let current = element;
  for (const name of names) current = current?.children.find((child) => child.name === name);
  return current;
}

/** The text of an element with blanks collapsed, or nothing when it is empty. */
export function textOf(element: XmlElement | undefined): string | undefined {
  return element?.text.replace(/\s+/g, ' ').trim() || undefined;
}
