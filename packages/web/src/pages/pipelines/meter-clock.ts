/** What a clock in a zone shows at an instant, as `2026-05-05T12:00`. */
export function shownIn(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The instant at which a clock in a zone shows a time, in UTC. An hour that is shown twice means the first time; one that is left
 * out as clocks go forward, and what is no time at all, gives none.
 */
export function instantAt(shown: string, zone: string): string | undefined {
  const wanted = Date.parse(`${shown}:00Z`);
  if (Number.isNaN(wanted)) return undefined;
  const guesses = [wanted - 86_400_000, wanted + 86_400_000].map((near) => {
    const offset = Date.parse(`${shownIn(near, zone)}:00Z`) - Math.floor(near / 60_000) * 60_000;
    return wanted - offset;
  });
  const found = guesses.filter((at) => shownIn(at, zone) === shown).sort((one, other) => one - other);
  return found[0] === undefined ? undefined : new Date(found[0]).toISOString().replace('.000Z', 'Z');
}
