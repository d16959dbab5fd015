"""Who takes part in campaigns and meetings. All names are invented."""

from __future__ import annotations

import pytest

from kg.relate.activities.participants import facts
from tests.relate.marked import told

HOME = "德州市"
CASES = [
    (
        "a row over commas that closes with who joined",
        "<org 德州学院>教授<person 甲一>博士，<org 甲乙集团>总裁<person 乙二>，"
        "<org 丙丁公司>经理<person 丙三>等三位专家参加了<campaign 专家夏津行活动>。",
        {f"{who} participatesIn 专家夏津行活动" for who in ("甲一", "乙二", "丙三")},
    ),
    (
        "the place that passes a review",
        "<place 夏津县>顺利通过<campaign 全国农房普查>，<place 禹城市>通过开展<campaign 清风行动>增收。",
        {"夏津县 participatesIn 全国农房普查"},
    ),
    (
        "who acts behind the aim of a sentence",
        "为深入推进<campaign “清风”互助活动>的开展，<org 桥东社区卫生服务中心>组织义诊。",
        {"桥东社区卫生服务中心 participatesIn “清风”互助活动"},
    ),
    (
        "who is invited to the meeting told last",
        "<event 全市招商推进会>举行。<org 德州学院>观望。会议特邀<org 甲乙集团>有关同志参加。",
        {"甲乙集团 participatesIn 全市招商推进会"},
    ),
    (
        "who only spoke before is none of them",
        "<person 甲一>表示欢迎，<person 乙二>参加了<campaign 专家夏津行活动>。",
        {"乙二 participatesIn 专家夏津行活动"},
    ),
    (
        "people at a meeting",
        "<event 全市安全生产电视会议>召开。<org 市委=中共德州市委员会>书记<person 甲一>出席会议并讲话，"
        "市长<person 乙二>主持会议。",
        {"甲一 participatesIn 全市安全生产电视会议", "乙二 participatesIn 全市安全生产电视会议"},
    ),
    (
        "speaking on it",
        "<place 夏津县>县长<person 丙三>在<event “三比三看”点评会>上说，大家都要上场。",
        {"丙三 participatesIn “三比三看”点评会"},
    ),
    (
        "counties speak at it",
        "<event 全市招商推进会>举行。会上，<place 禹城市>、<place 夏津县>作了交流发言。",
        {"禹城市 participatesIn 全市招商推进会", "夏津县 participatesIn 全市招商推进会"},
    ),
    (
        "a round-up of counties in the campaign of the article",
        "<campaign “闯新路”解放思想大讨论>席卷全市。<campaign 大讨论=“闯新路”解放思想大讨论>中，干部争先。"
        "\n<place 禹城市>开门纳谏。"
        "<place 夏津县>问计企业。\n<campaign 大讨论=“闯新路”解放思想大讨论>见了实效，"
        "<campaign 大讨论=“闯新路”解放思想大讨论>永远在路上。",
        {"禹城市 participatesIn “闯新路”解放思想大讨论", "夏津县 participatesIn “闯新路”解放思想大讨论"},
    ),
    (
        "following a campaign that the province ordered",
        "<place 禹城市>按照<org 省委=中共山东省委员会><campaign “三提三争”>部署，开门整改。",
        {"禹城市 participatesIn 三提三争"},
    ),
    (
        "since it began",
        "<campaign “问计于民”大走访>开展以来，<place 禹城市>、<place 夏津县>走访两万户。",
        {"禹城市 participatesIn “问计于民”大走访", "夏津县 participatesIn “问计于民”大走访"},
    ),
    (
        "experts sent to a forum",
        "<place 夏津县>举办<event 椹果产业论坛>，<org 鲁东农业大学>的八位专家把脉问诊。",
        {"鲁东农业大学 participatesIn 椹果产业论坛"},
    ),
    (
        "whoever a visit is named after",
        "牢记<event 习近平总书记视察山东>的嘱托，<person 习近平总书记=习近平>十分关心农民。",
        {"习近平 participatesIn 习近平总书记视察山东"},
    ),
    (
        "a reporter takes no part",
        "本报讯（记者<person 甲一>）<event 全市招商推进会>召开。",
        set(),
    ),
    (
        "towns that show themselves at a campaign",
        "<place 夏津县>开展<campaign “拼进位”比武活动>，<place 苏留庄镇>作了交流发言。",
        {"苏留庄镇 participatesIn “拼进位”比武活动"},
    ),
    (
        "speaking at the meeting of the sentence before",
        "<org 市委=中共德州市委员会>召开<event 全市动员大会>。市委书记<person 甲一>在会上强调，要真抓实干。",
        {"甲一 participatesIn 全市动员大会"},
    ),
    (
        "joining in",
        "<place 夏津县>开展<campaign “拼进位”比武活动>，<place 苏留庄镇>、<place 新盛店镇>积极参与。",
        {"苏留庄镇 participatesIn “拼进位”比武活动", "新盛店镇 participatesIn “拼进位”比武活动"},
    ),
    (
        "who launches a campaign does not follow it",
        "自从<org 市委=中共德州市委员会>部署开展<campaign “拼进位”活动>以来，<place 夏津县>闻令而动。",
        {"夏津县 participatesIn “拼进位”活动"},
    ),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_participants(label: str, text: str, expected: set[str]) -> None:
    """Each marked text gives the expected facts and no others."""
    assert told(facts, text, HOME) == expected, label


def test_a_report_on_the_whole_country() -> None:
    """Divisions of three provinces that act in paragraphs on one campaign take part; of two they need not."""
    lead = "<campaign “拼进位”活动>热火朝天，<campaign “拼进位”活动>初见成效。"
    rows = ["<place 江西省>开展<campaign “拼进位”活动>。", "<place 福建省>制定<campaign “拼进位”活动>方案。"]
    third = "<place 湖南省>推进<campaign “拼进位”活动>。"
    names = {"江西省", "福建省", "湖南省"}
    assert {f"{name} participatesIn “拼进位”活动" for name in names} <= told(facts, "\n".join([lead, *rows, third]), "")
    assert told(facts, "\n".join([lead, *rows]), "") == set()
