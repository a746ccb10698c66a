import { readFileSync } from 'node:fs';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { classifierOf } from './classifier.ts';
import { descend } from './descend.ts';
import { rankAt } from './calibrate.ts';
import { readProduct } from './read-product.ts';
const ref = loadEmbeddedReference(); const ed = ref.editions[0]!; const T=ref.classification; const c=classifierOf(ed,T); const w=T.weights as any;
const load=(f:string)=>readFileSync(new URL(`./testing/${f}-products.tsv`, import.meta.url),'utf8').trim().split('\n').map(r=>{const [title='',a='',truth='']=r.split('\t');return {truth, facts:{title,attributes:Object.fromEntries(a.split(';').map(p=>p.split(':').map(c=>c.trim()) as [string,string]).map(([k,v])=>[k,v??'']))}}});
const sets={cal:load('calibration'),dev:load('development')};
const rd=Object.fromEntries(Object.entries(sets).map(([k,rows])=>[k,rows.map(r=>readProduct(r.facts,T))]));
for(const [terms,floor,words,parts] of [[1.28,.002,7,.15],[1.6,.002,4,.4],[1.6,.002,5,.4],[1.6,.002,3,.4],[2,.002,4,.4],[1.6,.005,4,.4],[1.3,.002,3,.4]]) for(const rt of [1.4,2]) { w.heading={terms,floor,words,parts}; w.row.terms=rt;
 let s=''; for(const [k,rows] of Object.entries(sets)) for(const d of [4,6]){let ok=0,ok5=0,n=0;rows.forEach((r,i)=>{if(r.truth.length<d)return;n++;const rk=rankAt(descend(c,rd[k]![i]!),d);const at=rk.findIndex(x=>x.hts===r.truth.slice(0,d)); if(at===0)ok++; if(at>=0&&at<5)ok5++;}); s+=` ${k}${d} ${(100*ok/n).toFixed(1)}/${(100*ok5/n).toFixed(1)}`;}
 console.log(terms,floor,words,parts,rt,s);}
