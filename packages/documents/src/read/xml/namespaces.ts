const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:';

export const orderNamespace = `${ubl}Order-2`;
export const invoiceNamespace = `${ubl}Invoice-2`;

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
