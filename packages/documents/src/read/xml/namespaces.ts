const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:';

/** The namespace of a UBL 2 document with this root element. */
export function documentNamespace(root: string): string {
  return `${ubl}${root}-2`;
}

/** True for any document of UBL 2. */
export function isUbl(namespace: string): boolean {
  return namespace.startsWith(ubl);
}

/** Prefixes by which UBL is usually written; a file may use any others. */
const prefixes: Readonly<Record<string, string>> = {
  [`${ubl}CommonAggregateComponents-2`]: 'cac:',
  [`${ubl}CommonBasicComponents-2`]: 'cbc:',
  [`${ubl}CommonExtensionComponents-2`]: 'ext:',
};

/** A name as people write it in an XPath over UBL, whatever prefix the file uses. */
export function conventionalName(namespace: string, local: string): string {
  return (prefixes[namespace] ?? '') + local;
}
