/*
 * What people type first when they are asked for ten characters. Words, walks over the keyboard, repeats and years are
 * covered by rule (passwords.ts), so this list names only words and the few whole passwords that no rule explains.
 */
export const guessableWords: readonly string[] = [
  // everywhere
  ...'password passwort passw0rd p4ssw0rd pass pwd secret letmein welcome hello login master monkey dragon shadow'.split(
    ' ',
  ),
  ...'sunshine princess football baseball superman batman iloveyou trustno1 whatever starwars michael jordan'.split(
    ' ',
  ),
  ...'admin administrator root user guest test testing demo default temp changeme system server office company'.split(
    ' ',
  ),
  ...'qwerty azerty asdf zxcv qazwsx wsxedc windows google baidu wechat weixin alipay taobao huawei xiaomi'.split(' '),
  ...'january february march april june july august september october november december spring summer winter'.split(
    ' ',
  ),
  // in China
  ...'woaini woaiwojia wobuzhidao wobuzhi nihao nishishei mima wodemima denglu yonghu guanli guanliyuan zhongguo'.split(
    ' ',
  ),
  ...'beijing shanghai hangzhou qingdao shandong zhejiang wangwei zhangwei lina xiaoming baobao qinqin laopo laogong'.split(
    ' ',
  ),
  ...'caonima tianya aini yisheng yishi fafafa gongxi facai pingan jiankang kuaile xingfu'.split(' '),
  ...'5201314 1314520 521521 1314 520 521 168 888 666 999 147258369 159357 258456 741852963 789456123 110120'.split(
    ' ',
  ),
  // of this house and this field
  ...'yucai shegong shehuigongzuo shequ jiedao zhongxin peixun xueyuan daoshi banzhuren xuexi kaoshi shegongzhan'.split(
    ' ',
  ),
  ...'qiaotoubao qiaosi minqing riji dangke laoshi xuesheng tongxue gongyi zhiyuanzhe'.split(' '),
  ...'密码 我的密码 育才 社工 社会工作 社区 街道 中心 培训 学员 导师 班主任 管理员 你好 我爱你 中国'.split(' '),
]

/** Along these one may walk in either direction. */
export const keyboardWalks: readonly string[] = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
]
