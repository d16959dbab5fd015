"""Hard cases of identity: what is one thing, and what are two.

Each case gives one or two articles (home code, date, text) and pairs of surfaces that must be one node or two. A surface
may be ``2:words``: the words in the second article. Known failures are strict, with their reason.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.model import Reading
from kg.pipeline.article import read

LEXICON = Lexicon()
DEZHOU, LINFEN, FUZHOU, NANJING, NANNING = "371400", "141000", "350100", "320100", "450100"


class Article(NamedTuple):
    text: str
    home: str
    date: str = "2022-04-27"


def reading(article: Article, name: str) -> Reading:
    document = from_text(article.text, name, f"{name}.txt")
    document = replace(document, masthead=replace(document.masthead, date=article.date))
    return read(document, LEXICON, (article.home,) if article.home else ())


def key(readings: list[Reading], surface: str) -> str:
    """The entity of the first mention of a surface, of its longest kind of name."""
    number, words = (int(surface[0]) - 1, surface[2:]) if surface[1:2] == ":" else (0, surface)
    found = readings[number]
    for mention in found.mentions:
        if found.document.name(mention.span) == words and mention.rule != "link.place/home-chain":
            return mention.entity
    raise AssertionError(f"{words} is no mention; there are {[found.document.name(m.span) for m in found.mentions]}")


SAME: list[tuple[str, list[Article], str, str]] = [
    # organs
    ("市委 is the committee of the home", [Article("德州市委召开会议，市委作出部署。", DEZHOU)], "德州市委", "市委"),
    (
        "中共 makes no other organ",
        [Article("中共德州市委印发文件，德州市委作出部署。", DEZHOU)],
        "中共德州市委",
        "德州市委",
    ),
    (
        "市政府 and the full name",
        [Article("德州市人民政府发布通告，市政府作出部署。", DEZHOU)],
        "德州市人民政府",
        "市政府",
    ),
    (
        "发改委 and the full name",
        [Article("德州市发展和改革委员会发布消息，市发改委作出安排。", DEZHOU)],
        "德州市发展和改革委员会",
        "市发改委",
    ),
    (
        "县委 after its county",
        [Article("平原县召开会议。平原县委书记王建国讲话，县委作出部署。", DEZHOU)],
        "平原县委",
        "县委",
    ),
    (
        "a company and its short name",
        [Article("恒丰新材料集团有限公司投资12亿元。恒丰新材料集团负责人王建国说，今年很好。", DEZHOU)],
        "恒丰新材料集团有限公司",
        "恒丰新材料集团",
    ),
    (
        "the same organ in two articles",
        [Article("德州市委召开会议。", DEZHOU), Article("市委作出部署。", DEZHOU)],
        "德州市委",
        "2:市委",
    ),
    (
        "the province's committee from two cities",
        [Article("省委作出部署。", DEZHOU), Article("山东省委作出部署。", "370100")],
        "省委",
        "2:山东省委",
    ),
    (
        "a department seen from two cities",
        [Article("省教育厅发文。", DEZHOU), Article("山东省教育厅发文。", "370100")],
        "省教育厅",
        "2:山东省教育厅",
    ),
    (
        "the people's congress",
        [Article("市人大常委会召开会议。德州市人大常委会作出决定。", DEZHOU)],
        "市人大常委会",
        "德州市人大常委会",
    ),
    # places
    ("全市 is the home", [Article("德州市召开会议，全市上下行动起来。", DEZHOU)], "德州市", "全市"),
    (
        "a short name and the full one",
        [Article("德州市平原县召开会议，平原的干部行动起来。", DEZHOU)],
        "平原县",
        "平原",
    ),
    (
        "a short name before the full one is seen",
        [Article("浙江丽水的做法值得学习，丽水市召开会议。", DEZHOU)],
        "丽水",
        "丽水市",
    ),
    ("该县 is the last county", [Article("平原县召开会议，该县行动起来。", DEZHOU)], "平原县", "该县"),
    (
        "the same county in two articles",
        [Article("平原县召开会议。", DEZHOU), Article("德州市平原县召开会议。", "370000")],
        "平原县",
        "2:平原县",
    ),
    (
        "a county before and after it became a city",
        [
            Article("黑河市嫩江市召开会议。", "231100", "2021-05-01"),
            Article("嫩江召开会议，嫩江市行动起来。", "231100", "2022-05-01"),
        ],
        "嫩江市",
        "2:嫩江市",
    ),
    ("我省 and 全省", [Article("山东省召开会议，我省经济增长，全省行动起来。", "370000")], "我省", "全省"),
    (
        "a region under two names",
        [Article("长三角一体化加快推进，长江三角洲各市行动起来。", "310000")],
        "长三角",
        "长江三角洲",
    ),
    # persons
    ("a person named twice", [Article("市委书记王建国讲话。王建国强调，要抓落实。", DEZHOU)], "王建国", "王建国"),
    (
        "the general secretary in two provinces",
        [Article("习近平总书记强调，要抓落实。", DEZHOU), Article("习近平总书记指出，要实干。", LINFEN)],
        "习近平",
        "2:习近平",
    ),
    (
        "the mayor in two articles of one city",
        [Article("市长王建国讲话。", DEZHOU), Article("德州市市长王建国强调，要抓落实。", "370000")],
        "王建国",
        "2:王建国",
    ),
    (
        "the secretary of the province from two cities",
        [Article("省委书记李干夫在德州调研。", DEZHOU), Article("山东省委书记李干夫在济南调研。", "370100")],
        "李干夫",
        "2:李干夫",
    ),
    # campaigns, programs, documents, events
    (
        "a campaign and 大讨论",
        [Article("全市开展“三提三争”解放思想大讨论。大讨论取得成效。", DEZHOU)],
        "“三提三争”解放思想大讨论",
        "大讨论",
    ),
    (
        "a campaign and its theme",
        [Article("全市开展“三提三争”解放思想大讨论。解放思想大讨论取得成效。", DEZHOU)],
        "“三提三争”解放思想大讨论",
        "解放思想大讨论",
    ),
    (
        "a campaign with and without 活动",
        [Article("全市开展“百日会战”活动。“百日会战”成效明显，“百日会战”活动深入人心。", DEZHOU)],
        "“百日会战”",
        "“百日会战”",
    ),
    (
        "the province's program seen from two cities",
        [
            Article("聚焦全省“十强”现代产业体系，德州市行动起来。", DEZHOU),
            Article("聚焦全省“十强”现代产业体系，济南市行动起来。", "370100"),
        ],
        "“十强”现代产业体系",
        "2:“十强”现代产业体系",
    ),
    (
        "a nationwide program in two provinces",
        [Article("深化放管服改革。", DEZHOU), Article("深化“放管服”改革。", LINFEN)],
        "放管服改革",
        "2:“放管服”改革",
    ),
    (
        "a nationwide campaign in two provinces",
        [Article("深入开展扫黑除恶专项斗争。", DEZHOU), Article("深入开展扫黑除恶专项斗争。", LINFEN)],
        "扫黑除恶专项斗争",
        "2:扫黑除恶专项斗争",
    ),
    (
        "a congress by its short name in two cities",
        [Article("深入学习贯彻党的二十大精神。", DEZHOU), Article("深入学习贯彻党的二十大精神。", LINFEN)],
        "党的二十大",
        "2:党的二十大",
    ),
    (
        "the province's congress seen from two cities",
        [Article("贯彻落实省第十二次党代会精神。", DEZHOU), Article("贯彻落实省第十二次党代会精神。", "370100")],
        "省第十二次党代会",
        "2:省第十二次党代会",
    ),
    (
        "a program quoted with and without its head",
        [Article("实施“双城”战略。“双城”战略成效明显，推进“双城”建设。", DEZHOU)],
        "“双城”战略",
        "“双城”战略",
    ),
    # reforms, regions, posts in other articles
    (
        "a tax office under both names",
        [Article("市税务局发文，国家税务总局德州市税务局发布公告。", DEZHOU)],
        "市税务局",
        "国家税务总局德州市税务局",
    ),
    (
        "a short name of a department and its full one, years apart",
        [Article("市国土局发文。", DEZHOU, "2016-01-01"), Article("德州市国土资源局发文。", DEZHOU, "2017-01-01")],
        "市国土局",
        "2:德州市国土资源局",
    ),
    (
        "the government under two ranks of name",
        [Article("县政府召开会议，平原县人民政府发布通告。", "371426")],
        "县政府",
        "平原县人民政府",
    ),
    (
        "政协 by place and by level",
        [Article("政协德州市委员会召开会议，市政协作出部署。", DEZHOU)],
        "政协德州市委员会",
        "市政协",
    ),
    (
        "the youth league under two names",
        [Article("共青团德州市委员会发出倡议，团市委作出部署。", DEZHOU)],
        "共青团德州市委员会",
        "团市委",
    ),
    (
        "the region's committee in an autonomous region",
        [Article("自治区党委召开会议，广西壮族自治区党委作出部署。", "450000")],
        "自治区党委",
        "广西壮族自治区党委",
    ),
    ("the committee of a municipality", [Article("重庆市委召开会议，市委作出部署。", "500000")], "重庆市委", "市委"),
    (
        "a customs house from two cities",
        [Article("青岛海关发布消息。", DEZHOU), Article("青岛海关发布消息。", "370200")],
        "青岛海关",
        "2:青岛海关",
    ),
    (
        "a national ministry by short name",
        [Article("国家发展改革委发文，国家发改委答复。", DEZHOU)],
        "国家发展改革委",
        "国家发改委",
    ),
    (
        "the province by short name in a pair",
        [Article("山东省与浙江省合作，山东、浙江两省签约。", DEZHOU)],
        "浙江省",
        "浙江",
    ),
    (
        "a banner by level word",
        [Article("达尔罕茂明安联合旗召开会议，全旗行动起来。", "150223")],
        "达尔罕茂明安联合旗",
        "全旗",
    ),
    (
        "a prefecture by level word",
        [Article("延边朝鲜族自治州召开会议，全州上下行动起来。", "222400")],
        "延边朝鲜族自治州",
        "全州",
    ),
    (
        "a prefecture by its usual short name",
        [Article("延边州召开会议，延边朝鲜族自治州作出部署。", "222400")],
        "延边州",
        "延边朝鲜族自治州",
    ),
    (
        "the autonomous region by its short name",
        [Article("广西召开会议，广西壮族自治区作出部署。", "450000")],
        "广西",
        "广西壮族自治区",
    ),
    (
        "a mayor by title before and behind",
        [Article("德州市市长王建国讲话。", DEZHOU), Article("王建国任德州市市长。", "370000")],
        "王建国",
        "2:王建国",
    ),
    (
        "a minister reported from two provinces",
        [Article("教育部部长王建国来德州市调研。", DEZHOU), Article("教育部部长王建国来临汾市调研。", LINFEN)],
        "王建国",
        "2:王建国",
    ),
    (
        "a chairman of a firm reported from two cities",
        [
            Article("恒丰新材料集团有限公司董事长王建国说，今年很好。", DEZHOU),
            Article("恒丰新材料集团有限公司董事长王建国来临汾市考察。", LINFEN),
        ],
        "王建国",
        "2:王建国",
    ),
    (
        "a program of an autonomous region from two cities",
        [
            Article("聚焦全区“三企入桂”行动，南宁市上下响应。", NANNING),
            Article("聚焦全区“三企入桂”行动，桂林市上下响应。", "450300"),
        ],
        "“三企入桂”行动",
        "2:“三企入桂”行动",
    ),
    (
        "a program of a municipality from two districts",
        [Article("实施全市“一区两群”战略。", "500101"), Article("实施全市“一区两群”战略。", "500102")],
        "“一区两群”战略",
        "2:“一区两群”战略",
    ),
    (
        "a program of the province named in full from two cities",
        [Article("山东省“十强”产业行动推进。", DEZHOU), Article("落实山东省“十强”产业行动。", "370100")],
        "“十强”产业行动",
        "2:“十强”产业行动",
    ),
    (
        "a nationwide program under two wordings",
        [Article("实施乡村振兴战略。", DEZHOU), Article("实施乡村振兴战略。", LINFEN)],
        "乡村振兴战略",
        "2:乡村振兴战略",
    ),
    (
        "Traditional and Simplified script",
        [Article("德州市委召開會議，德州市委作出部署。", DEZHOU), Article("德州市委召开会议。", DEZHOU)],
        "德州市委",
        "2:德州市委",
    ),
    (
        "a meeting by its full and short name",
        [Article("德州市第十六次党代会召开。市第十六次党代会提出目标。", DEZHOU)],
        "德州市第十六次党代会",
        "市第十六次党代会",
    ),
    (
        "a meeting of the congress",
        [Article("德州市十九届人大二次会议召开。市十九届人大二次会议闭幕。", DEZHOU)],
        "德州市十九届人大二次会议",
        "市十九届人大二次会议",
    ),
    (
        "a firm's short name in another article",
        [
            Article("恒丰新材料集团有限公司开工。恒丰新材料集团有限公司负责人说，今年很好。", DEZHOU),
            Article("恒丰新材料集团开工。恒丰新材料集团负责人说，今年很好。", DEZHOU),
        ],
        "恒丰新材料集团有限公司",
        "2:恒丰新材料集团",
    ),
    (
        "a secretary of the province whom another article names without a title",
        [Article("山东省委书记王建国讲话。", DEZHOU), Article("王建国强调，要抓落实。", DEZHOU)],
        "王建国",
        "2:王建国",
    ),
    (
        "an official before and after a move",
        [
            Article("平原县县长王建国讲话。", DEZHOU, "2018-04-27"),
            Article("德州市市长王建国讲话。", DEZHOU, "2022-04-27"),
        ],
        "王建国",
        "2:王建国",
    ),
]

TWO: list[tuple[str, list[Article], str, str]] = [
    # organs
    ("committee and place", [Article("德州市委召开会议，德州市行动起来。", DEZHOU)], "德州市委", "德州市"),
    ("committee and government", [Article("德州市委、市政府召开会议。", DEZHOU)], "德州市委", "市政府"),
    (
        "committees of city and county",
        [Article("德州市委召开会议，平原县委作出部署。", DEZHOU)],
        "德州市委",
        "平原县委",
    ),
    ("市委 of two cities", [Article("市委召开会议。", DEZHOU), Article("市委召开会议。", LINFEN)], "市委", "2:市委"),
    (
        "市财政局 of two cities",
        [Article("市财政局发文。", DEZHOU), Article("市财政局发文。", LINFEN)],
        "市财政局",
        "2:市财政局",
    ),
    (
        "look-alike provinces: committees",
        [Article("陕西省委作出部署。", "610000"), Article("山西省委作出部署。", "140000")],
        "陕西省委",
        "2:山西省委",
    ),
    ("office and committee", [Article("市委办公室印发通知，市委作出部署。", DEZHOU)], "市委办公室", "市委"),
    (
        "tax office and tax bureau of the state",
        [Article("市财政局发文，国家税务总局德州市税务局发布公告。", DEZHOU)],
        "市财政局",
        "国家税务总局德州市税务局",
    ),
    (
        "two companies with one beginning",
        [Article("恒丰新材料有限公司和恒丰新能源有限公司签约。", DEZHOU)],
        "恒丰新材料有限公司",
        "恒丰新能源有限公司",
    ),
    (
        "a school and its hospital",
        [Article("山东大学和山东大学齐鲁医院签约。", DEZHOU)],
        "山东大学",
        "山东大学齐鲁医院",
    ),
    # places
    (
        "鼓楼区 of two cities by their cities",
        [Article("福州市鼓楼区召开会议。", FUZHOU), Article("南京市鼓楼区召开会议。", NANJING)],
        "鼓楼区",
        "2:鼓楼区",
    ),
    (
        "鼓楼区 by the home alone",
        [Article("鼓楼区召开会议。", FUZHOU), Article("鼓楼区召开会议。", NANJING)],
        "鼓楼区",
        "2:鼓楼区",
    ),
    (
        "朝阳区 of Beijing and Changchun",
        [Article("朝阳区召开会议。", "110000"), Article("朝阳区召开会议。", "220100")],
        "朝阳区",
        "2:朝阳区",
    ),
    (
        "城关区 of Lanzhou and Lhasa",
        [Article("城关区召开会议。", "620100"), Article("城关区召开会议。", "540100")],
        "城关区",
        "2:城关区",
    ),
    (
        "伊春 and 宜春",
        [Article("伊春市召开会议。", "230700"), Article("宜春市召开会议。", "360900")],
        "伊春市",
        "2:宜春市",
    ),
    ("吉林 the city and the province", [Article("吉林省召开会议，吉林市行动起来。", "220000")], "吉林省", "吉林市"),
    (
        "two towns of one name",
        [Article("平原县王庙镇召开会议。", DEZHOU), Article("泗水县王庙镇召开会议。", "370800")],
        "王庙镇",
        "2:王庙镇",
    ),
    ("全市 of two cities", [Article("全市召开会议。", DEZHOU), Article("全市召开会议。", LINFEN)], "全市", "2:全市"),
    (
        "a city and its district of one stem",
        [Article("长春市召开会议，长春新区行动起来。", "220100")],
        "长春市",
        "长春新区",
    ),
    (
        "a county and a zone named after it",
        [Article("平原县召开会议，平原经济开发区行动起来。", DEZHOU)],
        "平原县",
        "平原经济开发区",
    ),
    # persons
    (
        "two persons of one name in two provinces",
        [Article("市长李伟讲话。", DEZHOU), Article("市长李伟讲话。", LINFEN)],
        "李伟",
        "2:李伟",
    ),
    ("homophones", [Article("副市长张军、章军出席。", DEZHOU)], "张军", "章军"),
    (
        "a namesake of a leader without a national title",
        [Article("副县长李强出席。", DEZHOU), Article("国务院总理李强出席。", DEZHOU)],
        "李强",
        "2:李强",
    ),
    # campaigns, programs, documents, events
    (
        "the same theme in two cities",
        [Article("全市开展解放思想大讨论。", DEZHOU), Article("全市开展解放思想大讨论。", LINFEN)],
        "解放思想大讨论",
        "2:解放思想大讨论",
    ),
    (
        "nested campaigns of province and city",
        [
            Article(
                "省委部署开展解放思想推动山东高质量发展大讨论，市委部署开展解放思想推动德州高质量发展大讨论。", DEZHOU
            )
        ],
        "解放思想推动山东高质量发展大讨论",
        "解放思想推动德州高质量发展大讨论",
    ),
    (
        "a campaign and a contest within it",
        [Article("全市开展“三提三争”解放思想大讨论，组织“三提三争”知识竞赛。", DEZHOU)],
        "“三提三争”解放思想大讨论",
        "“三提三争”知识竞赛",
    ),
    (
        "two numbered documents",
        [Article("出台《促进消费若干措施（第一批）》《促进消费若干措施（第二批）》。", DEZHOU)],
        "《促进消费若干措施（第一批）》",
        "《促进消费若干措施（第二批）》",
    ),
    (
        "a measure and its rules",
        [Article("出台《人才引进办法》《人才引进办法实施细则》。", DEZHOU)],
        "《人才引进办法》",
        "《人才引进办法实施细则》",
    ),
    ("two sessions", [Article("市委召开六届三次全会。此前召开六届二次全会。", DEZHOU)], "六届三次全会", "六届二次全会"),
    (
        "local formulas that look alike",
        [Article("德州市构建“1234”现代产业体系。", DEZHOU), Article("临汾市构建“1234”现代产业体系。", LINFEN)],
        "“1234”现代产业体系",
        "2:“1234”现代产业体系",
    ),
    (
        "congresses of two provinces",
        [Article("贯彻落实省第十二次党代会精神。", DEZHOU), Article("贯彻落实省第十二次党代会精神。", LINFEN)],
        "省第十二次党代会",
        "2:省第十二次党代会",
    ),
    (
        "phases of a project",
        [Article("华润电厂一期、华润电厂二期项目开工。", DEZHOU)],
        "华润电厂一期",
        "华润电厂二期项目",
    ),
    # reforms, reporters, waves
    (
        "the bureau before and after the reform",
        [
            Article("德州市国土资源局发文。", DEZHOU, "2017-01-01"),
            Article("德州市自然资源局发文。", DEZHOU, "2020-01-01"),
        ],
        "德州市国土资源局",
        "2:德州市自然资源局",
    ),
    ("state and local tax offices", [Article("市国税局、市地税局联合发文。", DEZHOU)], "市国税局", "市地税局"),
    (
        "the tax office of city and county",
        [Article("德州市税务局发文，平原县税务局落实。", DEZHOU)],
        "德州市税务局",
        "平原县税务局",
    ),
    (
        "the standing committee and the congress",
        [Article("德州市人大常委会召开会议，德州市人大作出决定。", DEZHOU)],
        "德州市人大常委会",
        "德州市人大",
    ),
    ("a committee and its discipline committee", [Article("市委、市纪委召开会议。", DEZHOU)], "市委", "市纪委"),
    ("the youth league and the party", [Article("团市委发出倡议，市委作出部署。", DEZHOU)], "团市委", "市委"),
    (
        "a reporter and an official of one name",
        [Article("市长李伟讲话。", DEZHOU), Article("山东日报记者李伟报道。", DEZHOU)],
        "李伟",
        "2:李伟",
    ),
    (
        "two directors of one name in one city",
        [Article("市教育局局长李伟讲话。", DEZHOU), Article("恒丰新材料集团有限公司董事长李伟说，今年很好。", DEZHOU)],
        "李伟",
        "2:李伟",
    ),
    (
        "namesakes in articles without a home",
        [Article("农民李伟说：“今年收成好。”", ""), Article("农民李伟说：“今年收成好。”", "")],
        "李伟",
        "2:李伟",
    ),
    (
        "homophones among provinces",
        [Article("陕西召开会议。", "610000"), Article("山西召开会议。", "140000")],
        "陕西",
        "2:山西",
    ),
    (
        "characters that look alike",
        [Article("汨罗市召开会议。", "430600"), Article("汉川市召开会议。", "420900")],
        "汨罗市",
        "2:汉川市",
    ),
    (
        "the city and the county of one stem",
        [Article("邢台市召开会议，邢台县行动起来。", "130500", "2018-01-01")],
        "邢台市",
        "邢台县",
    ),
    (
        "西安 the city and 西安区",
        [Article("西安市召开会议。", "610100"), Article("西安区召开会议。", "220400")],
        "西安市",
        "2:西安区",
    ),
    (
        "市中区 of two cities",
        [Article("市中区召开会议。", "370100"), Article("市中区召开会议。", "370400")],
        "市中区",
        "2:市中区",
    ),
    (
        "a campaign with its year in the name",
        [Article("全市开展2018年解放思想大讨论。", DEZHOU), Article("全市开展2022年解放思想大讨论。", DEZHOU)],
        "2018年解放思想大讨论",
        "2:2022年解放思想大讨论",
    ),
    (
        "two waves of one theme by their slogans",
        [
            Article("全市开展“三提三争”解放思想大讨论。", DEZHOU, "2018-05-01"),
            Article("全市开展“新时代新作为”解放思想大讨论。", DEZHOU, "2022-05-01"),
        ],
        "“三提三争”解放思想大讨论",
        "2:“新时代新作为”解放思想大讨论",
    ),
    (
        "waves of one bare theme in one city, by the dates of articles alone",
        [
            Article("全市开展解放思想大讨论。", DEZHOU, "2018-05-01"),
            Article("全市开展解放思想大讨论。", DEZHOU, "2022-05-01"),
        ],
        "解放思想大讨论",
        "2:解放思想大讨论",
    ),
    (
        "campaigns of region and city of one frame",
        [
            Article(
                "自治区党委部署开展解放思想推动广西高质量发展大讨论，市委部署开展解放思想推动南宁高质量发展大讨论。",
                NANNING,
            )
        ],
        "解放思想推动广西高质量发展大讨论",
        "解放思想推动南宁高质量发展大讨论",
    ),
    ("plans of two periods", [Article("编制“十三五”规划和“十四五”规划。", DEZHOU)], "“十三五”规划", "“十四五”规划"),
    (
        "congresses of one place, two terms",
        [Article("市第十五次党代会以来，市第十六次党代会提出目标。", DEZHOU)],
        "市第十五次党代会",
        "市第十六次党代会",
    ),
    (
        "brigades of two works",
        [Article("德州新能源产业园一期、德州新能源产业园二期开工。", DEZHOU)],
        "德州新能源产业园一期",
        "德州新能源产业园二期",
    ),
]

_ASKED = "two keys, for no key may depend on another article: kg review asks"
KNOWN: dict[str, str] = {
    "a firm's short name in another article": _ASKED,
    "a secretary of the province whom another article names without a title": _ASKED,
    "an official before and after a move": _ASKED,
    "waves of one bare theme in one city, by the dates of articles alone": (
        "no key may hold a date that may be refined: kg review asks, and the ledger splits"
    ),
}


def rows(cases: list[tuple[str, list[Article], str, str]]) -> list[object]:
    """The cases as parameters; a known failure is a strict xfail."""
    return [
        pytest.param(
            articles,
            first,
            second,
            id=label,
            marks=[pytest.mark.xfail(strict=True, reason=KNOWN[label])] if label in KNOWN else [],
        )
        for label, articles, first, second in cases
    ]


@pytest.mark.parametrize(("articles", "first", "second"), rows(SAME))
def test_one_thing_is_one_node(articles: list[Article], first: str, second: str) -> None:
    readings = [reading(article, f"x{number}") for number, article in enumerate(articles)]
    assert key(readings, first) == key(readings, second)


@pytest.mark.parametrize(("articles", "first", "second"), rows(TWO))
def test_two_things_are_two_nodes(articles: list[Article], first: str, second: str) -> None:
    readings = [reading(article, f"x{number}") for number, article in enumerate(articles)]
    assert key(readings, first) != key(readings, second)


def test_there_are_enough_cases() -> None:
    assert len(SAME) + len(TWO) >= 90


def test_a_vertical_organ_is_a_unit_of_the_nation_and_governs_its_area() -> None:
    found = reading(Article("国家税务总局德州市税务局发布公告，国家税务总局发文，德州市落实。", DEZHOU), "x")
    told = {(r.subject, r.predicate.value, r.object) for r in found.relations}
    bureau = "organization/371400-国家税务总局德州市税务局"
    assert (bureau, "unitOf", "organization/国家税务总局") in told
    assert (bureau, "jurisdiction", "place/371400-德州市") in told


SCOPES = [
    ("the full chain before it", "福州市鼓楼区召开“拼搏有我”动员大会。", FUZHOU, "“拼搏有我”动员大会", "350102"),
    ("what opens its clause", "甘洛县通报案例，越西县试点“村务阳光码”模式。", "513400", "“村务阳光码”模式", "513434"),
    (
        "two committees in one sentence",
        "省委开展“齐鲁先锋”行动，市委开展“古城先锋”行动。",
        DEZHOU,
        "“古城先锋”行动",
        "371400",
    ),
    ("what opens the sentence", "平原县坚持党建引领，推行“马上就办”工作法。", DEZHOU, "“马上就办”工作法", "371426"),
    ("the home", "推行“马上就办”工作法。", DEZHOU, "“马上就办”工作法", "371400"),
]


@pytest.mark.parametrize(("text", "home", "surface", "code"), [c[1:] for c in SCOPES], ids=[c[0] for c in SCOPES])
def test_whose_a_thing_is(text: str, home: str, surface: str, code: str) -> None:
    assert key([reading(Article(text, home), "x")], surface).partition("/")[2].startswith(f"{code}-")
