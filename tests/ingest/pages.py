"""Pages in the styles of many sites, each line with its role, and what the page says of itself.

A line opens with the letter of its role: F furniture, M masthead, T title, B byline, C caption, H heading, P prose. Names
and papers are made up.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Saved:
    """A page as somebody saved it. ``credits`` are (role, name) in text order."""

    label: str
    lines: str
    title: str | None
    date: str | None = None
    publisher: str | None = None
    credits: list[tuple[str, str]] = field(default_factory=list)
    fails: str = ""


PAGES = [
    Saved(
        "a paper on the web: navigation, outlet and time in one line",
        """
F|首页 > 新闻 > 正文
T|青石县扎实推进乡村建设
M|云岭日报  2023-05-06 09:12:33
F|【字体：大 中 小】
P|5月5日，青石县召开推进会，部署乡村建设工作。
F|分享到：
        """,
        "青石县扎实推进乡村建设",
        "2023-05-06",
        "云岭日报",
    ),
    Saved(
        "a government site: labelled fields in one line",
        """
F|您的位置：首页 > 政务公开 > 部门动态
T|市教育局召开校园安全工作会议
M|发布时间：2024-03-18 10:22  来源：市教育局  浏览次数：512  字体：大 中 小
P|3月17日，市教育局召开校园安全工作会议，通报有关情况。
F|打印 关闭
        """,
        "市教育局召开校园安全工作会议",
        "2024-03-18",
        "市教育局",
    ),
    Saved(
        "a portal with steps and time below the source",
        """
M|人民网
F|人民网>>江南频道>>地市
T|临江推动港口转型 打造“绿色码头”
M|来源：临江日报
M|2022年06月07日08:14 |
F|小字号
P|清晨的港区一片繁忙，装卸桥吊起一个个集装箱。
        """,
        "临江推动港口转型 打造“绿色码头”",
        "2022-06-07",
        "临江日报",
    ),
    Saved(
        "the label of the source on a line of its own",
        """
T|我市加快建设现代物流枢纽
M|来源：
M|滨河晚报
M|2021-11-09
P|记者从市发展改革委获悉，我市物流枢纽建设加快推进，前三季度完成投资12亿元。
        """,
        "我市加快建设现代物流枢纽",
        "2021-11-09",
        "滨河晚报",
    ),
    Saved(
        "a long field line with author and wide gaps",
        """
T|东岭区：小网格托起大民生
M|2023-08-21 16:40    来源：东岭融媒    作者：陈晓光    编辑：孙丽    浏览：1024
P|在东岭区，网格员每天走进社区，收集群众诉求。
        """,
        "东岭区：小网格托起大民生",
        "2023-08-21",
        "东岭融媒",
        [("author", "陈晓光"), ("editor", "孙丽")],
    ),
    Saved(
        "a document with its number and organ",
        """
M|白云市人民政府办公室文件
M|白政办发〔2023〕12号
T|白云市人民政府办公室
T|关于印发促进消费若干措施的通知
P|各县（区）人民政府，市直各有关单位：
P|《白云市促进消费若干措施》已经市人民政府同意，现印发给你们，请认真贯彻执行。
B|白云市人民政府办公室
M|2023年4月6日
F|（此件公开发布）
        """,
        "白云市人民政府办公室 关于印发促进消费若干措施的通知",
        "2023-04-06",
        None,
        [("author", "白云市人民政府办公室")],
    ),
    Saved(
        "a document in a catalogue: day of drawing up and of publication",
        """
M|索引号：11220000/2023-00917
M|成文日期：2023-03-30
M|发布日期：2023-04-06
M|发文机关：平川省人民政府
T|平川省人民政府关于加快发展数字经济的意见
P|各市（州）人民政府，省政府各厅委办、各直属机构：
P|为加快发展数字经济，现提出以下意见。
        """,
        "平川省人民政府关于加快发展数字经济的意见",
        "2023-04-06",
    ),
    Saved(
        "a day in Chinese numerals below the organ",
        """
T|关于做好防汛工作的通知
P|各镇（街道）：
P|近期降雨偏多，请做好防汛工作。
B|石桥县人民政府
M|二〇二四年六月十二日
        """,
        "关于做好防汛工作的通知",
        "2024-06-12",
        None,
        [("author", "石桥县人民政府")],
    ),
    Saved(
        "a work report: where and when it was given, and by whom",
        """
T|政府工作报告
H|——2025年1月15日在海东省第十四届人民代表大会第三次会议上
B|省长　周建平
P|各位代表：
P|现在，我代表省人民政府，向大会报告政府工作，请予审议。
        """,
        "政府工作报告",
        "2025-01-15",
        None,
        [("author", "周建平")],
    ),
    Saved(
        "the same with the line of the meeting broken in two, and a spaced name",
        """
T|政府工作报告
H|——2024年1月22日在南屏市
H|第九届人民代表大会第四次会议上
B|市长 高 远
P|各位代表：
P|现在，我代表市人民政府向大会作工作报告。
        """,
        "政府工作报告",
        "2024-01-22",
        None,
        [("author", "高远")],
    ),
    Saved(
        "a kicker with a dot, a bullet before the organ that wrote it",
        """
H|高质量发展·一线谈
T|以改革创新激发老工业基地新动能
B|□中共铁岭山市委理论学习中心组
P|铁岭山市坚持把改革创新摆在突出位置，推动老工业基地振兴。
        """,
        "以改革创新激发老工业基地新动能",
        None,
        None,
        [("author", "中共铁岭山市委理论学习中心组")],
    ),
    Saved(
        "a title of two lines and a lone name below",
        """
T|凝心聚力 真抓实干
T|奋力谱写高质量发展新篇章
B|赵文斌
P|党的二十大报告对全面建设社会主义现代化国家作出战略部署。
        """,
        "凝心聚力 真抓实干 奋力谱写高质量发展新篇章",
        None,
        None,
        [("author", "赵文斌")],
    ),
    Saved(
        "a sub-title behind a dash",
        """
T|春风又绿江南岸
H|——沙洲县推进生态修复纪实
B|本报记者 李明 通讯员 王芳
P|初春的沙洲县，湿地里候鸟成群。
        """,
        "春风又绿江南岸",
        None,
        None,
        [("author", "李明"), ("author", "王芳")],
    ),
    Saved(
        "reporters with a bullet, names run together",
        """
T|秋粮颗粒归仓
B|■本报记者 邵晶晶 刘大伟
P|眼下正是秋收时节，各地抢抓农时，确保颗粒归仓。
P|截至目前，全市秋粮收获过八成。（责编：何静、宋江）
        """,
        "秋粮颗粒归仓",
        None,
        None,
        [("author", "邵晶晶"), ("author", "刘大伟"), ("editor", "何静"), ("editor", "宋江")],
    ),
    Saved(
        "the dateline names the agency and the reporters",
        """
T|全国春耕生产有序展开
P|新华社北京3月12日电（记者王立、侯雪）记者从农业农村部获悉，全国春耕生产有序展开。
P|各地加强农资供应。
        """,
        "全国春耕生产有序展开",
        None,
        "新华社",
        [("author", "王立"), ("author", "侯雪")],
    ),
    Saved(
        "the paper's own dateline",
        """
T|我州召开旅游发展大会
P|本报讯（记者 杨帆 通讯员 罗丹）8月3日，全州旅游发展大会召开。
P|会议总结了上半年工作。
        """,
        "我州召开旅游发展大会",
        None,
        None,
        [("author", "杨帆"), ("author", "罗丹")],
    ),
    Saved(
        "names in brackets end the article",
        """
T|“夜经济”点亮古城
P|夜幕降临，古城灯火通明，游人如织。
P|今年以来，古城接待游客同比增长两成。（孙晓 刘佳）
        """,
        "“夜经济”点亮古城",
        None,
        None,
        [("author", "孙晓"), ("author", "刘佳")],
    ),
    Saved(
        "Traditional characters, the title printed again between the photographs",
        """
F|分享
T|河東新區:以綠色理念推動城市發展
M|遼東日報  2018-11-02 14:29:25
F|河東新區:以綠色理念推動城市發展
C|物流園外景
F|河東新區:以綠色理念推動城市發展
C|新區召開常委擴大會議
P|河東新區堅持以綠色理念為引領，加快建設生態城區，公園面積增加兩成。
        """,
        "河东新区：以绿色理念推动城市发展",
        "2018-11-02",
        "辽东日报",
    ),
    Saved(
        "Traditional characters: fields, editor at the end",
        """
T|市政府召開常務會議
M|來源：嶺南日報　時間：2020年7月9日
P|7月8日，市政府召開常務會議，研究部署穩就業工作。
P|會議強調，要落實好各項政策。
B|責任編輯：陳志強
        """,
        "市政府召开常务会议",
        "2020-07-09",
        "岭南日报",
        [("editor", "陈志强")],
    ),
    Saved(
        "headings by letters, numbers and short lines",
        """
T|湖西市推进产业升级见成效
P|今年以来，湖西市加快推进产业升级。
H|A 强链补链 培育集群
P|全市新增规模以上企业32家。
H|一、夯实基础
P|基础设施不断完善。
H|（二）优化环境
P|营商环境持续改善。
H|敢闯敢试 激发活力
P|改革举措接连落地。
        """,
        "湖西市推进产业升级见成效",
    ),
    Saved(
        "captions between paragraphs: what a picture shows, who took it",
        """
T|高原小城的绿色答卷
P|走进高原小城，处处是新绿。
C|图为工人在风电场检修设备。
P|近年来，小城发展清洁能源，装机规模不断扩大。
C|航拍下的水库。本报记者 扎西 摄
P|群众的日子越过越红火。
        """,
        "高原小城的绿色答卷",
        None,
        None,
        [("photographer", "扎西")],
        fails="a caption of two sentences is not taken apart",
    ),
    Saved(
        "a caption of a place and the name of who took it",
        """
T|社区食堂暖人心
P|中午时分，社区食堂里热气腾腾。
C|社区食堂外景
P|老人们围坐在一起用餐。
        """,
        "社区食堂暖人心",
    ),
    Saved(
        "the columns of a printed page out of order: prose goes on below a caption",
        """
T|奋进新征程 建功新时代
T|青山市深入开展“优环境促发展”活动
B|□本报记者 钱宇
P|思想破冰，行动突围。今年以来，青山市深入开展活动。
H|A 拓宽视野 推动集聚
P|在矿业方面，以园区获批为契机，加快推进项目建设。
P|破固步自封之冰，破解动力不足的难题。
C|文化艺术节活动现场。
H|C 深化改革 优化服务
P|在政务服务方面，推行“一窗受理”。
        """,
        "奋进新征程 建功新时代 青山市深入开展“优环境促发展”活动",
        None,
        None,
        [("author", "钱宇")],
    ),
    Saved(
        "links to other articles below",
        """
T|全县安全生产形势平稳
M|2022-09-01 来源：县应急管理局
P|今年以来，全县安全生产形势总体平稳。
F|相关报道：
F|全县召开防汛会议
F|县领导调研企业
F|版权所有：某某县人民政府办公室
        """,
        "全县安全生产形势平稳",
        "2022-09-01",
        "县应急管理局",
    ),
    Saved(
        "编辑 审核 监制 at the end",
        """
T|花溪谷：一朵花带富一个村
P|花溪谷里，玫瑰开得正艳。
P|村民人均增收三千元。
B|记者：韩雪
B|编辑：曹阳
B|一审：冯涛 二审：魏敏 三审：蒋勇
B|监制：沈冰
        """,
        "花溪谷：一朵花带富一个村",
        None,
        None,
        [
            ("author", "韩雪"),
            ("editor", "曹阳"),
            ("reviewer", "冯涛"),
            ("reviewer", "魏敏"),
            ("reviewer", "蒋勇"),
            ("producer", "沈冰"),
        ],
    ),
    Saved(
        "where it was printed, at the end",
        """
T|坚定不移走生态优先之路
B|马志远
P|生态优先、绿色发展是必由之路。
B|（作者系云水市委副书记）
M|（《云水日报》2023年5月6日第1版）
        """,
        "坚定不移走生态优先之路",
        "2023-05-06",
        "云水日报",
        [("author", "马志远")],
    ),
    Saved(
        "an appointment notice",
        """
M|发布时间：2024-07-01
T|任前公示
P|经研究，现将拟任职干部情况公示如下。
P|李春华，男，汉族，1975年8月生，现任某县副县长，拟任县委副书记。
B|中共清河市委组织部
M|2024年7月1日
        """,
        "任前公示",
        "2024-07-01",
        None,
        [("author", "中共清河市委组织部")],
    ),
    Saved(
        "a Mongolian and a Tibetan name with a dot",
        """
T|草原上的“红马甲”
B|本报记者 巴特尔 通讯员 次仁·卓玛
P|在草原深处，活跃着一支志愿服务队。
        """,
        "草原上的“红马甲”",
        None,
        None,
        [("author", "巴特尔"), ("author", "次仁·卓玛")],
    ),
    Saved(
        "no masthead at all",
        """
P|昨日，全区重点项目集中开工，总投资35亿元。
P|区领导出席开工仪式。
        """,
        None,
    ),
    Saved(
        "a number of lines of widgets around the title",
        """
F|无障碍阅读
F|网站首页
F|>
F|要闻动态
T|我区启动全民健身月活动
F|打印
F|A+
M|日期：2021-08-08
P|8月8日，我区启动全民健身月活动，千余名市民参加。
F|上一篇：区政府召开会议
F|下一篇：全区防汛工作部署
        """,
        "我区启动全民健身月活动",
        "2021-08-08",
    ),
    Saved(
        "an impossible day is none",
        """
T|全市召开安全生产会议
M|2023-02-30 来源：市应急管理局
P|会议要求，压实责任，防范风险。
        """,
        "全市召开安全生产会议",
        None,
        "市应急管理局",
    ),
    Saved(
        "only month and year",
        """
T|关于提升政务服务水平的调研报告
B|市委政策研究室课题组
M|2022年4月
P|近期，课题组赴各县区开展调研，形成如下报告。
        """,
        "关于提升政务服务水平的调研报告",
        "2022-04",
        None,
        [("author", "市委政策研究室课题组")],
    ),
]
