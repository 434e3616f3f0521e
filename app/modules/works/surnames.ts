/*
 * Surnames as they stand before a title, and the words whose end only looks like one: in «照顾奶奶» nobody is called 顾. Rare
 * surnames that are everyday words are left out: 和, 向, 连, 那, 时, 全, 安 would find somebody in every second sentence.
 */
export const doubleSurnames = words(`
  欧阳 司马 上官 诸葛 皇甫 尉迟 夏侯 慕容 令狐 公孙 司徒 端木 长孙 宇文 东方 闻人 独孤
  南宫 公羊 赫连 澹台 钟离 轩辕 申屠 百里 呼延 西门
`)

export const surnames = characters(`
  王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟
  姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤康易乔赖施庞
  樊殷倪俞翁章鲁葛洪屠楼裘裴竺柴应励邬翟温芦季申聂焦梅柳庄辛欧涂谷舒耿牟卜詹关苗凌费纪靳盛童甄项曲游祁阳鲍霍隋
  甘景柏柯阮桂闵冉辜吉饶刁瞿戚丘滕臧邸冀姬郜晏栾郁蒙窦迟鄢卓仇艾蓝巩仲虞卞封佟栗匡宗巫鞠桑荆岑胥忻谬缪包华岳尤
  管常卫文
`)

/** A surname, and what makes a word with it: 每周, 紧张. */
export const wordsEndingIn = table(`
  周每上下本这那一两二三四五六七八九十几半整月双单 张紧慌主夸开一两几纸 林园森竹树山 丁园补 李行
  高提最更很升增较崇 何任如为几奈 谢感多致答道 顾照兼回不光看 许也允或兴少不多准 钟分点秒时闹
  任主责信担现前上历在离胜委留 方对男女双我警院校地社各东西南北甲乙前后多四官一大三厂资买卖
  金基奖资租现薪保押定佣五罚 程课工过日路全流教行疗 史历党校家村
  于由对关终属在至等过便处位善出基介敢乐易急忙大小低高限鉴勇趋源归 孙外祖曾子 白明清表空
  钱给拿交花付没省出有零的借还 石岩大 陆大登 夏初今华 常经平时日非正反通异照 施设措实 章文印规勋公徽
  洪防山抗泄 段阶时片手路地 余其剩多业年 康健小 易容不简交 华中繁 童儿 关有相机无海开难公
  游导旅上下春秋 阳夕太重向朝暖 赖依信无耍 卫门保守警环护 文语英中外作课公发条 管宿城主网不只尽
  叶茶树落 江浙长滨 苏江复 贺祝 汤喝鸡 毛羽 田农 温体气 龙水 戴佩穿 范规示模师 申重 季四换
  曲歌戏 项事各一 马立 盛茂 应反相适供响呼 包面书红钱荷打 楼上下高大一二三四五六七八九十整
  费免收学水电药 纪年世 封一信 宗祖 万千百几十 杨白 曾不未 严尊 景情场风
`)

/** The longer before the shorter that begins it. */
export const titles = words(`
  老太太 老爷子 老奶奶 老爷爷 老大爷 老大娘 老先生 老师傅 老伯伯 网格员 老伯 老太 老师
  阿姨 阿婆 阿公 阿伯 阿叔 阿嫂 大爷 大妈 大娘 大伯 大叔 大婶 大嫂 大姐 大哥 大姨 大夫
  先生 女士 小姐 太太 夫人 奶奶 爷爷 叔叔 伯伯 婶婶 婆婆 师傅 师母 同学 同志 医生 护士
  医师 警官 律师 法官 教练 书记 主任 经理 校长 园长 院长 站长 所长 队长 组长 会长 局长
  科长 教授 社工 督导 干事 老板 会计 护工 保姆
`)

/** Titles of one character, and what makes another word of them: 姐妹. */
export const shortTitles = table('姐姐妹夫弟 哥哥们 叔叔 婶婶 姨姨 嫂嫂 伯伯')

/** 老 and 小 stand before these as a way to call somebody; with what follows they are words: 老毛病, 小马扎. */
export const familiar = {
  老: characters(`
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何高罗郑梁谢宋唐许韩邓冯曹彭曾肖董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟崔谭陆范
    汪廖金贾夏邹孟秦邱侯江尹薛段雷龙黎陶贺毛郝龚邵戴严莫汤施庞樊殷倪俞翁鲁葛洪屠裘裴林田白韦欧乔鲍骆霍阮阎闫闵聂
    翟邬詹窦穆鞠柏佟辛盛臧祁谌甄瞿荀芮
  `),
  小: characters(`
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何罗郑梁谢宋唐许韩邓冯曹彭肖董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟崔谭陆范汪廖
    贾夏邹孟秦邱侯尹薛雷黎陶贺郝顾龚邵戴严乔施庞樊殷倪俞翁鲁葛洪屠裘裴林韦鲍骆霍阮阎闫闵聂翟邬詹窦穆鞠柏佟辛盛臧
    祁谌甄瞿荀芮
  `),
}

export const wordsFromFamiliar = {
  老: table(`
    陈醋旧 杨树梅 黄牛历酒瓜狗豆 周期年岁末 孙子女 马路识虎 胡同琴 高了 梁柱 宋体 叶子 程序
    苏联打 任务 钟表楼 范围 金属子 江湖 段子落 毛病衣巾 林场区子业 田地 白姓干酒发
  `),
  小: table(`
    王子国 李子 陈列设皮 杨树桃梅 黄车瓜鱼帽人狗花书豆灯 周末期报刊岁年 孙子女儿辈 马扎路甲桶虎夹
    胡同子琴椒 谢意礼 许愿 韩国 余额 杜鹃 叶子片 程序 苏打 丁点香 任务性 钟表 范围本例 夏天令
    雷雨达 贺卡 顾虑客 乔木 施工 洪水 林地子
  `),
}

/** What makes a word of its own of the 老 or 小 after it: 养老, 缩小. */
export const wordsBeforeFamiliar = {
  老: '敬养助为爱尊古衰孤年变到苍涉扶帮适防元长月不送慰亲',
  小: '大缩弱减矮微幼渺最很多太更变窄中老胆狭较细家短瘦极',
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s{1,9}/)
}

function characters(text: string): ReadonlySet<string> {
  return new Set(text.replace(/\s/g, ''))
}

/** «周每上下» → 周: 每上下 */
function table(text: string): ReadonlyMap<string, string> {
  return new Map(words(text).map((row) => [row.charAt(0), row.slice(1)]))
}
