import { readFileSync } from 'node:fs';
import { loadEmbeddedReference } from '@portolan/tariff/node';
const ed = loadEmbeddedReference().editions[0]!;
for (const f of ['development','calibration']) readFileSync(new URL(`./testing/${f}-products.tsv`, import.meta.url),'utf8').trim().split('\n').forEach((r,i)=>{const [t='',a='',c='']=r.split('\t'); if(ed.under(c).length===0) console.log(f,i,t,c)});
