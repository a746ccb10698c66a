import { readFileSync } from 'node:fs';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { classifierOf } from './classifier.ts';
import { descend } from './descend.ts';
import { rankAt } from './calibrate.ts';
import { readProduct } from './read-product.ts';
const ref = loadEmbeddedReference(); const ed = ref.editions[0]!;
const rows = readFileSync(new URL('./testing/development-products.tsv', import.meta.url),'utf8').trim().split('\n').map(r=>{const [title='',a='',truth='']=r.split('\t');return {truth, facts:{title,attributes:Object.fromEntries(a.split(';').map(p=>p.split(':').map(c=>c.trim()) as [string,string]).map(([k,v])=>[k,v??'']))}}});
const T = ref.classification; const w = T.weights as any;
function hash(s:string){let h=2166136261; for(const c of s) h=Math.imul(h^c.charCodeAt(0),16777619); return ((h>>>0)%1000)/1000;}
const noise = (drop:number,seed:string)=>({weights:w, traits:T.traits, terms:{find:(words:any)=>T.terms.find(words).flatMap(f=>hash(seed+words.slice(f.from,f.to).map((x:any)=>x.text).join(' '))<drop?[]:[f])}} as any);
const variants=[{t:T,wt:1},{t:noise(0.4,'a'),wt:1},{t:noise(0.7,'b'),wt:0.6}];
const readings=variants.map(v=>rows.map(r=>readProduct(r.facts,v.t)));
const c = classifierOf(ed,T);
function evalAll(){ let ll=0; const st:any={}; const pts:any={};
 variants.forEach((v,vi)=>rows.forEach((r,i)=>{ const leaves=descend(c,readings[vi]![i]!); for(const d of [2,4,6,8,10]){ if(r.truth.length<d) continue; const rk=rankAt(leaves,d); const p=rk.find(x=>x.hts===r.truth.slice(0,d))?.share??0; if(d!==2) ll-=v.wt*Math.log(Math.max(p,1e-4)); const k=vi+':'+d; (st[k]??=[0,0]); st[k][1]++; const ok=rk[0]?.hts===r.truth.slice(0,d); if(ok) st[k][0]++; (pts[d]??=[]).push([rk[0]?.share??0.001, ok?1:0, v.wt]); } })); return {ll,st,pts}; }
function fit(pts:any[]){ let a=1,b=0; for(let it=0;it<3000;it++){ let ga=0,gb=0,n=0; for(const [p,y,wt] of pts){ const q=Math.min(.9999,Math.max(.0001,p)); const z=Math.log(q/(1-q)); const s=1/(1+Math.exp(-(a*z+b))); ga+=wt*(s-y)*z; gb+=wt*(s-y); n+=wt;} a-=0.3*ga/n; b-=0.3*gb/n;} return [a,b]; }
const show=(e:any)=>console.log(e.ll.toFixed(1), Object.entries(e.st).map(([k,[a,b]]:any)=>k+'='+(100*a/b).toFixed(1)).join(' '));
let best=evalAll(); show(best);
const params:[any,string,number[]][]=[[w.heading,'terms',[.8,1.25]],[w.heading,'floor',[.5,2]],[w.heading,'words',[.75,1.35]],[w.heading,'parts',[.6,1.5]],...Object.keys(w.row).map(k=>[w.row,k,[.7,1.4]] as [any,string,number[]])];
const rounds=Number(process.argv[2]??2);
for(let r=0;r<rounds;r++) for(const [o,k,fs] of params) for(const f of fs){ const old=o[k]; o[k]=old*f; const e=evalAll(); if(e.ll<best.ll-0.2){best=e; console.log(k,old,'->',o[k]); } else o[k]=old; }
show(best); 
for(const o of [w.heading,w.row]) for(const k in o) o[k]=Number(o[k].toPrecision(3));
w.calibration=[2,4,6,8,10].map(d=>{const [a,b]=fit(best.pts[d]); return {digits:d,slope:Number(a!.toFixed(3)),offset:Number(b!.toFixed(3))}});
console.log(JSON.stringify({heading:w.heading,row:w.row,calibration:w.calibration},null,1));
