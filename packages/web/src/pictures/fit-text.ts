/** Average width of a character at 14 px in the portal's typeface. */
const CHARACTER = 7;

/** Cuts a name in its middle so that it fits: lots differ at their ends. */
export function fitText(text: string, width: number): string {
  const room = Math.max(3, Math.floor(width / CHARACTER));
  if (text.length <= room) return text;
  const end = Math.ceil((room - 1) * 0.6);
  return `${text.slice(0, room - 1 - end)}…${text.slice(-end)}`;
}
