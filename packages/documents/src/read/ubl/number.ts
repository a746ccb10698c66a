/**
 * An xsd:decimal in the plain form that documents carry: no plus sign, no leading zeros, a digit on both sides of the
 * point. The digits themselves, trailing zeros included, stay as the sender wrote them. Other text is left as it is and
 * refused by the check.
 */
export function plainDecimal(text: string): string {
  const match = /^([+-]?)0*(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match || !(match[2] || match[3] || text.includes('0'))) return text;
  const [, sign, whole, fraction] = match;
  return `${sign === '-' ? '-' : ''}${whole || '0'}${fraction ? `.${fraction}` : ''}`;
}
