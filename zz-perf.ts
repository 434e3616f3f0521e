import { readChineseText } from '~/modules/questions/exchange/chinese-text.ts'
import { readGift } from '~/modules/questions/exchange/gift.ts'
import { readQuestions } from '~/modules/questions/exchange/read-file.server.ts'
import { nearDuplicates } from '~/modules/questions/exchange/duplicates.ts'
const t=(n:string,f:()=>unknown)=>{const a=performance.now();f();console.log(n,Math.round(performance.now()-a),'ms')}
const four='A. 甲\nB. 乙\nC. 丙\nD. 丁'
t('1000',()=>readChineseText(Array.from({length:1000},(_,i)=>`${i+1}. 第${i+1}个题干（ ）。\n${four}\n答案：A\n解析：说明。`).join('\n'),{subject:'zs'}))
t('1000 keys at end',()=>readChineseText(Array.from({length:1000},(_,i)=>`${i+1}. 第${i+1}个题干（ ）。\n${four}`).join('\n')+'\n参考答案\n'+Array.from({length:200},(_,i)=>`${i*5+1}-${i*5+5} ABCDA`).join('\n'),{subject:'zs'}))
for (const s of ['A','（','( ','1.','A. ','答案','【','_','| ','1-','一','案例','1 A ','是','(A) ','\t','A、','___ ','请根据','第','。A.', '1、A ', '![a](image:'])
 for (const join of ['','\n']) { const x=Array(join?8000:20000).fill(s).join(join); const a=performance.now(); readChineseText(x,{subject:'zs'}); readChineseText('1. x\n'+four+'\n'+x,{subject:'zs'}); const d=performance.now()-a; if(d>800) console.log('SLOW',JSON.stringify(s),JSON.stringify(join),Math.round(d)) }
for (const s of ['{','=','~','\\','::a','{=a','//']) for (const join of ['','\n','\n\n']) { const x=Array(20000).fill(s).join(join); const a=performance.now(); readGift(x,{subject:'zs'}); readQuestions({name:'a.gift',bytes:new TextEncoder().encode(x)},{subject:'zs'}); const d=performance.now()-a; if(d>800) console.log('SLOW gift',JSON.stringify(s),JSON.stringify(join),Math.round(d)) }
const parts=['社区','小组','个案','预估','介入','结案','伦理','督导','资源','评估']
const w=(s:number)=>parts[s%10]+parts[(s*7+3)%10]+String.fromCharCode(0x4e00+s*7919%20000)+String.fromCharCode(0x4e00+s*104729%20000)+String.fromCharCode(0x4e00+s*31%20000)
const bank=Array.from({length:5000},(_,i)=>({id:String(i),text:`下列关于${w(i)}的说法正确的是${w(i*3)}应当${w(i*5)}不应当${w(i*11)}以上都对社会工作者小王在服务中发现${w(i*13)}`}))
t('5000 near',()=>console.log(nearDuplicates(bank,0.7).length)); t('5000 near .5',()=>console.log(nearDuplicates(bank,0.5).length))
