import { readFileSync } from 'node:fs';
import { loadEmbeddedReference } from '@portolan/tariff/node';
const ed = loadEmbeddedReference().editions[0]!;
readFileSync(new URL('./testing/development-products.tsv', import.meta.url),'utf8').trim().split('\n').forEach((r,i)=>{const [t='',a='',c='']=r.split('\t'); if(c.length>=10) return; const u=ed.under(c); if(u.length<2||u.length>7) return; console.log(i, t.slice(0,50),'|',a.slice(0,60)); for(const l of u) console.log('   ',l.hts, [...l.path.slice(2),l.description].map(x=>x.slice(0,45)).join(' > '))});
