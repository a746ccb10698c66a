/** Characters above ASCII that the standard typefaces of PDF have beside Latin-1 (WinAnsi, ISO 32000-1 annex D). */
const WIN_ANSI = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');

/**
 * Text as the standard typefaces can set it: accents that they lack are taken off, and what has no Latin form becomes a
 * question mark, never a gap. Line breaks stay.
 */
export function latin(text: string): string {
  return Array.from(text.normalize('NFC'), (character) => {
    if (fits(character)) return character;
    const bare = character.normalize('NFKD').replace(/\p{M}+/gu, '');
    return bare !== '' && Array.from(bare).every(fits) ? bare : '?';
  }).join('');
}

function fits(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    character === '\n' ||
    (code >= 0x20 && code <= 0x7e) ||
    (code >= 0xa0 && code <= 0xff) ||
    WIN_ANSI.has(character)
  );
}
