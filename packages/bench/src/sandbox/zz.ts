import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { servers } from './servers.ts';
import { runLoad } from './load.ts';
import { calls } from './requests.ts';
const cpu=(pid:number)=>{const f=readFileSync(`/proc/${pid}/stat`,'utf8').split(') ')[1]!.split(' ');return (Number(f[11])+Number(f[12]))*10;};
const names=(process.argv[2]??'sandbox,Steady,bare node:http').split(',');
let port=5100;
for (const name of names) {
  const s=(servers as any)[name]; port++;
  const t0=performance.now();
  const extra = process.env.PROF ? ['--cpu-prof','--cpu-prof-dir=/tmp/team/prof'] : [];
  const c=spawn(s.program,[...(name==='sandbox'?extra:[]),...s.args(port)],{stdio:'ignore'});
  for(;;){ try{ const r=await fetch(`http://127.0.0.1:${port}${s.base}/enterprise/ent_sandbox/lead/603d2b2f9b1e8a001c8e4f5c`,{headers:{authorization:'Bearer sandbox-sync-token'}}); await r.text(); break;}catch{await new Promise(r=>setTimeout(r,5));} }
  const start=performance.now()-t0; const cpuStart=cpu(c.pid!);
  const out:string[]=[];let from=0;
  for (const call of (process.env.CALLS?.split(',') ?? calls) as any) {
    await runLoad({call,port,base:s.base,connections:10,from,leads:1000,requests:1500} as any); from+=1600;
    const a=cpu(c.pid!); const N=Number(process.env.N??8000); const m=await runLoad({call,port,base:s.base,connections:10,from,leads:1000,requests:N} as any); from+=N+100;
    out.push(`${call}: ${Math.round(m.perSecond)}/s, cpu ${(((cpu(c.pid!)-a)*1000)/m.requests).toFixed(0)}us, fail ${m.failures}`);
  }
  const rss=/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${c.pid}/status`,'utf8'))![1];
  console.log(name, 'start', start.toFixed(0),'ms cpu',cpuStart, 'ms', out.join(' | '), 'rss', (Number(rss)/1024).toFixed(0),'MB');
  c.kill('SIGTERM'); await new Promise(r=>c.once('exit',r));
}
