/** A document, line or lot number without what people write differently: case, blanks and width of characters. */
export function plainNumber(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
}

/** True when two numbers, as written on two documents, are the same number. */
export function sameNumber(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && plainNumber(left) === plainNumber(right);
}

/** True when the list has the number. */
export function hasNumber(list: readonly (string | undefined)[] | undefined, number: string): boolean {
  return list?.some((each) => sameNumber(each, number)) ?? false;
}
