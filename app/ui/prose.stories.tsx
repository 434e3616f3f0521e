import type { Story } from './story.tsx'

export const stories: readonly Story[] = [
  {
    id: 'prose',
    title: ['课文', 'Running text'],
    states: [
      {
        name: ['排版', 'Setting'],
        shown: (
          <article lang="zh-CN">
            <h3 className="title">社会工作是什么</h3>
            <div className="prose mt-6">
              <p>
                常有居民问：“你们社工，到底是干什么的？”这一课用一个社区三个月里的事来回答。2025年版考试大纲在章名里多用“社会工作服务”，答题时跟大纲走，平时说“社会工作”（social
                work）也没错。
              </p>
              <h2>青檐社区的三个月</h2>
              <p>
                青檐社区是个老小区，楼高六层，没有电梯。去年十二月的一个傍晚，邻居听见李阿姨（化名）家里有人喊，门却敲不开。社区社工小周接到电话，请
                110、120 到场，又打给李阿姨在外地的女儿。
              </p>
              <p>
                做题时先问一句：<strong>变化发生在谁身上</strong>
                ？发生在某个人身上，是服务对象层面；发生在规则和机会上，是<em>社会层面</em>。
              </p>
              <h3>三个层面</h3>
              <ol>
                <li>服务对象层面：解救危难、缓解困难、激发潜能、促进发展。</li>
                <li>
                  社会层面
                  <ul>
                    <li>解决社会问题</li>
                    <li>促进社会公正</li>
                  </ul>
                </li>
                <li>文化层面：看的是人心和风气。</li>
              </ol>
              <blockquote>
                <p>“您看还能修吗？”</p>
              </blockquote>
              <div className="table-scroll">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">功能</th>
                      <th scope="col">在青檐社区看得见的样子</th>
                    </tr>
                  </thead>
                  <tbody>
                    <tr>
                      <td>促进正常生活</td>
                      <td>李阿姨吃得上热饭，敢一个人进卫生间</td>
                    </tr>
                    <tr>
                      <td>建构社会资本</td>
                      <td>邻里之间有了信任、往来和说定的规矩</td>
                    </tr>
                  </tbody>
                </table>
              </div>
              <figure className="figure">
                <svg viewBox="0 0 360 150" role="img" aria-label="居民在中间，社区与社会组织在两侧">
                  <circle className="fig-accent" cx="180" cy="75" r="36" />
                  <text className="fig-title" x="180" y="81" textAnchor="middle">
                    居民
                  </text>
                  <rect className="fig-sheet" x="16" y="54" width="84" height="42" rx="8" />
                  <text className="fig-text" x="58" y="80" textAnchor="middle">
                    社区
                  </text>
                  <rect className="fig-accent-fill" x="260" y="54" width="84" height="42" rx="8" />
                  <text className="fig-on-accent" x="302" y="80" textAnchor="middle">
                    社会组织
                  </text>
                  <path className="fig-arrow" d="M100 75 L134 75" />
                  <path className="fig-head" d="M142 75 L133 70 L133 80 Z" />
                  <path className="fig-dash" d="M260 75 L218 75" />
                  <path className="fig-warn" d="M20 130 H160" />
                  <path className="fig-thin" d="M200 130 H340" />
                  <text className="fig-small" x="180" y="134" textAnchor="middle">
                    图例
                  </text>
                </svg>
                <figcaption>图 1　各方围着居民的事</figcaption>
              </figure>
            </div>
          </article>
        ),
      },
    ],
  },
]
