import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseRate } from '../src/rate/parse.ts';
import { parseSpecial } from '../src/rate/parse-special.ts';
import { measuresOf } from '../src/rate/measure.ts';
for (const f of ['hts_2026_rev_10', 'hts_2025_rev_32']) {
  const d = JSON.parse(gunzipSync(readFileSync(`/work/shared/data/hts/${f}.json.gz`)).toString());
  const kinds: Record<string, number> = {}, bad = new Map<string, number>(), derived = new Set<string>(), ofs = new Set<string>(), progs: Record<string, number> = {}, unknown = new Set<string>();
  const see = (r: any) => { kinds[r.kind] = (kinds[r.kind] ?? 0) + 1; if (r.kind === 'unparsed') bad.set(r.text, (bad.get(r.text) ?? 0) + 1); if (r.kind === 'derived') derived.add(r.basis); if (r.of) ofs.add(`${r.kind}/${r.per ?? ''} ${r.of}`); for (const p of r.parts ?? []) see(p); if (r.plus) see(r.plus); };
  for (const r of d) { see(parseRate(r.general)); see(parseRate(r.other)); for (const s of parseSpecial(r.special)) { see(s.rate); for (const p of s.programs) progs[p] = (progs[p] ?? 0) + 1; if (s.rate.kind === 'free' && s.rate.condition?.includes('(')) console.log(r.htsno, r.special); }
    for (const u of measuresOf(r.units ?? []).unknown) unknown.add(u); }
  console.log(f, kinds, [...bad], [...unknown], progs);
  console.log([...ofs]); console.log([...derived]);
}
