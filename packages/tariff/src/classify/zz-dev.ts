import { readFileSync } from 'node:fs';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { classifyProduct } from '@portolan/tariff';
const ref = loadEmbeddedReference(); const ed = ref.editions[0]!;
const rows = readFileSync(new URL('./testing/development-products.tsv', import.meta.url),'utf8').trim().split('\n').map(r=>{const [title='',a='',truth='']=r.split('\t');return {truth, facts:{title,attributes:Object.fromEntries(a.split(';').map(p=>p.split(':').map(c=>c.trim()) as [string,string]).map(([k,v])=>[k,v??'']))}}});
for (const {facts,truth} of rows){ const c=classifyProduct(facts,ed,ref); const l=Math.min(6,truth.length); const top=c.ranked.find(r=>r.digits===l)!.codes; if(!truth.startsWith(top[0]!.hts)) console.log(truth,'got',top.slice(0,3).map(x=>x.hts+':'+x.confidence).join(' '),'|',facts.title.slice(0,60), '|', c.read.map(r=>r.value).join(', ').slice(0,160)); 
 if (ed.under(truth).length===0) console.log('NOT IN EDITION', truth, facts.title)}
