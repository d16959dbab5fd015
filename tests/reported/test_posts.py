"""Posts that users reported, each as a kind. A case with ``fails`` is not read yet: whoever mends it deletes that word
(the marks are strict, so a mended case that still has it turns the run red).
"""

from __future__ import annotations

import pytest

from tests.reported.claims import Case, cases, check

TABLE = [
    Case(
        4,
        "a short name that begins with 前",
        "前郭县委书记周立恒、乾安县县长钱文远参加会议。",
        ("post 周立恒 县委书记 220721 attested", "post 钱文远 县长 220723 attested"),
        ("post 周立恒 县委书记 220721 former",),
    ),
    Case(
        5,
        "a county that begins with 代",
        "4月2日，代县县长周立恒到峨口镇调研。",
        ("post 周立恒 县长 140923 attested",),
        ("post 周立恒 县长 140923 acting",),
    ),
    Case(
        5,
        "a city that begins with 原",
        "原平市委书记周立恒主持会议。",
        ("post 周立恒 市委书记 140981 attested",),
        ("post 周立恒 市委书记 140981 former",),
    ),
    Case(
        5,
        "a county that begins with 原",
        "原阳县县长钱文远到齐街镇调研。",
        ("post 钱文远 县长 410725 attested",),
        (),
    ),
    Case(
        27,
        "a name between organ and title",
        "3月5日，三亚市教育局梁静姝局长到市第一中学检查开学准备工作。",
        ("person 梁静姝", "post 梁静姝 局长 460200 attested"),
        ("organization 三亚市教育局梁静姝*",),
    ),
    Case(
        27,
        "a name between town and title",
        "南沙河镇郑向东镇长介绍了情况。",
        ("person 郑向东",),
        (),
    ),
    Case(
        29,
        "ministries in a title",
        "国防部长周毅恒、外交部长林知远、市委组织部长钱文远出席座谈会。",
        ("post 周毅恒 部长 国防部 attested", "post 林知远 部长 外交部 attested"),
        (),
    ),
    Case(
        32,
        "a name behind a date, the title later",
        "1998年3月1号，张学恒从南京来到宝鸡，担任宝鸡大学校长。",
        ("person 张学恒", "post 张学恒 校长 宝鸡大学 attested"),
        (),
    ),
    Case(
        34,
        "names of several peoples",
        "9月1日，喀什地区行署专员阿不都热合曼·买买提、和田地区行署副专员努尔麦麦提·图尔荪、"
        "阿坝州州长泽仁扎西、内蒙古自治区副主席乌兰其木格出席签约仪式。",
        (
            "post 阿不都热合曼·买买提 专员 653100 attested",
            "post 努尔麦麦提·图尔荪 副专员 653200 attested",
            "post 泽仁扎西 州长 513200 attested",
            "post 乌兰其木格 副主席 150000 attested",
            "attends 乌兰其木格",
        ),
        ("conductedIn 签约仪式 阿坝藏族羌族自治州",),
    ),
    Case(
        42,
        "appointments and removals of a standing committee",
        "温州市人大常委会任免名单\n（2023年6月29日温州市第十四届人民代表大会常务委员会第十二次会议通过）\n"
        "任命：\n韩雨婷为温州市人民检察院检察员；\n周立恒为温州市中级人民法院审判员。\n"
        "免去：\n李建弘的温州市中级人民法院副院长职务；\n钱文远的温州市人民检察院检察员职务。",
        (
            "post 韩雨婷 检察员 330300 appointed",
            "post 周立恒 审判员 330300 appointed",
            "post 李建弘 副院长 330300 former",
            "post 钱文远 检察员 330300 former",
        ),
        (),
    ),
    Case(
        42,
        "a numbered list of removals",
        "滕州市人民政府关于孙一鸣等同志任免职的通知\n二、免去：\n1.孙一鸣同志的滕州市审计局副局长职务；\n"
        "2.郑向东同志的滕州市水利局副局长职务。",
        ("post 孙一鸣 副局长 370481 former", "post 郑向东 副局长 370481 former"),
        (),
    ),
    Case(
        43,
        "免去其 and 聘任",
        "任命周立恒为滕州市财政局局长，免去其滕州市审计局局长职务；聘任钱文远为滕州市第一中学校长。",
        (
            "post 周立恒 局长 370481 appointed",
            "post 周立恒 局长 370481 former",
            "post 钱文远 校长 滕州市第一中学 appointed",
        ),
        ("post 钱文远 校校长*",),
    ),
    Case(
        45,
        "a life in one paragraph",
        "林知远，男，汉族，1957年12月6日出生，浙江省宁波市人，中国工程院院士，教育部科技委先进制造学部主任。"
        "曾任上海交通大学校长、党委副书记。",
        ("person 林知远", "post 林知远 校长 上海交通大学 former"),
        (),
    ),
    Case(
        51,
        "以下简称 between organ and title",
        "滕州市发展和改革委员会（以下简称市发改委）主任周立恒说，发改委将牵头。",
        ("post 周立恒 主任 370481 attested",),
        (),
    ),
    Case(
        83,
        "发布人 with name and post",
        "滕州市政府新闻办召开新闻发布会\n发布人：李骏驰　滕州市水利局局长\n会上介绍了全市水利建设情况。",
        ("person 李骏驰", "post 李骏驰 局长 370481 attested"),
        (),
    ),
    Case(
        84,
        "a tenure with from and to",
        "2021年3月至2023年4月，钱文远任滕州市市长。",
        ("spell 钱文远 市长 2021-03 2023-04",),
        ("post 钱文远 市长 370481 appointed",),
    ),
    Case(
        43,
        "解聘, and 为 that is cut into 华为",
        "聘任王志华为滕州市第一中学校长；任命周立恒为滕州市商务局副局长，解聘其滕州市第四中学副校长职务。",
        (
            "post 王志华 校长 滕州市第一中学 appointed",
            "post 周立恒 副局长 370481 appointed",
            "post 周立恒 副校长 滕州市第四中学 former",
        ),
        ("organization 王志华*",),
    ),
    Case(
        42,
        "the session behind a date",
        "滕州市人大常委会任免名单\n（2021年4月28日滕州市第十八届人民代表大会常务委员会第三次会议通过）\n任命：\n周立恒为滕州市民政局局长。",
        (
            "event 滕州市第十八届人民代表大会常务委员会第三次会议",
            "post 周立恒 局长 370481 appointed",
        ),
        ("event 日*",),
    ),
    Case(
        45,
        "a sentence of titles in a life",
        "周国衡，男，汉族，1950年3月5日出生，山东省滕州市人。国家材料咨询委员会副主任。曾任山东大学副校长。",
        (
            "post 周国衡 副主任 国家材料咨询委员会 attested",
            "post 周国衡 副校长 山东大学 former",
        ),
        (),
    ),
    Case(
        84,
        "spells in a sentence",
        "2011年3月至2015年6月间，周立恒担任滕州市副市长；其后至2019年2月，他任滕州市人大常委会副主任。",
        (
            "spell 周立恒 副市长 2011-03 2015-06",
            "spell 周立恒 副主任 .. 2019-02",
            "post 周立恒 副市长 370481 former",
            "post 周立恒 副主任 370481 former",
        ),
        (),
    ),
    Case(
        51,
        "the short name in marks",
        "山东省地质矿产勘查局（以下简称“省地矿局”）局长周立恒表示，省地矿局将完成核查。",
        ("post 周立恒 局长 山东省地质矿产勘查局 attested",),
        (
            "organization 省地矿局",
            "organization 山东省地矿局",
        ),
    ),
]


@pytest.mark.parametrize("case", cases(TABLE))
def test_posts(case: Case) -> None:
    check(case)
