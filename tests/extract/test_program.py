"""Programs named in one line of text. All names but those of the whole nation are invented."""

from __future__ import annotations

import pytest

from kg.extract.initiative import mentions
from kg.lexicon import Lexicon
from kg.model import Document
from kg.text.annotated import AnnotatedDocument
from kg.vocab import Kind

LEXICON = Lexicon()


def doc(text: str) -> AnnotatedDocument:
    return AnnotatedDocument(Document("t", "t.txt", text, text), LEXICON)


def found(text: str) -> list[str]:
    """The names in text order."""
    return [m.name for m in mentions(doc(text)) if m.kind is Kind.PROGRAM]


FORMULAS = [
    (
        "items of one make and their sum",
        "聚焦工业强县、城建美县、金融活县三大战略。",
        ["工业强县、城建美县、金融活县三大战略"],
    ),
    ("what is fought for by a count", "打好“四张牌”。", ["四张牌"]),
    ("digits and their head", "加快构建“2468”现代产业体系。", ["“2468”现代产业体系"]),
    ("digits with plus", "完善“1+3+N”工作机制。", ["“1+3+N”工作机制"]),
    ("counted parts", "全力打造“一核、两带、三谷”。", ["一核、两带、三谷"]),
    ("a count", "锚定“六个奋进”目标，聚焦“三大跃升”。", ["六个奋进", "三大跃升"]),
    ("one verb for two", "健全“三本台账”和“四张清单”。", ["三本台账", "四张清单"]),
    ("sums joined by plus", "推广“渔光+文旅”模式。", ["“渔光+文旅”模式"]),
    ("parallel parts held on to", "坚持“工业强县、旅游活县”不动摇。", ["工业强县、旅游活县"]),
    ("a list and what it adds up to", "打造“茶、菌、药”三大产业。", ["“茶、菌、药”三大产业"]),
    ("without marks", "全面落实四水四定，做强水产业。", ["四水四定"]),
    ("counted, without marks", "紧紧围绕国家交给本省的五大任务，狠抓落实。", ["五大任务"]),
    ("a known word is no formula", "游客来自五湖四海，坚持一心一意。", []),
]
HEADED = [
    ("a reform", "深化“一照通行”改革。", ["“一照通行”改革"]),
    ("a method", "探索“板凳议事”工作法。", ["“板凳议事”工作法"]),
    ("a brand", "擦亮“云上牧歌”区域公用品牌。", ["“云上牧歌”区域公用品牌"]),
    ("a weak head stays outside", "推进“幸福云岭”建设。", ["幸福云岭"]),
    ("a goal stays outside", "完成“五年翻番”任务。", ["五年翻番"]),
    ("a mechanism without marks", "建立农户利益联结分红机制。", ["农户利益联结分红机制"]),
    ("a regular meeting", "建立完善主任周调度例会制度。", ["主任周调度例会制度"]),
    ("what a place sets out to become", "加快建设世界级稀土产业基地。", ["世界级稀土产业基地"]),
    ("a brand of a place", "推进平安江苏建设。", ["平安江苏建设"]),
    ("spelled out and named", "建立“一企一人、一包到底”的“两个一”包联机制。", ["“两个一”包联机制"] * 2),
    ("a mark behind a bare name", "启动政务服务综合改革“3.0升级版”。", ["政务服务综合改革“3.0升级版”"]),
    ("known to all", "深化放管服改革，融入一带一路。", ["放管服改革", "一带一路"]),
    ("not inside an organ", "县乡村振兴局负责此事。", []),
]
NONE = [
    ("a likeness", "犹如一面“镜子”，照出差距。"),
    ("a role", "发挥“头雁”作用，当好“店小二”。"),
    ("a difficulty", "破解“不会干”的难题。"),
    ("a fault", "解决“慢作为、乱作为”等突出问题。"),
    ("from and to", "从“输血”到“造血”，从“有没有”到“好不好”。"),
    ("shortcomings in a count", "着力补齐“四个短板”。"),
    ("a hot line", "“12345”热线受理诉求。"),
    ("schools of a class", "“211”高校毕业生增多。"),
    ("a statistical class", "新增“四上”企业12家。"),
    ("speech", "他说：“路子对了，日子就好了。”"),
    ("a mood", "以“功成不必在我”的境界抓落实。"),
    ("a slogan", "坚持高质量发展，解放思想、实事求是。"),
    ("a stretch that goes on", "筑牢国家发展战略支点。"),
]


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in FORMULAS], ids=[c[0] for c in FORMULAS])
def test_formulas(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in HEADED], ids=[c[0] for c in HEADED])
def test_headed(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize("text", [c[1] for c in NONE], ids=[c[0] for c in NONE])
def test_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", [c[1] for c in FORMULAS + HEADED])
def test_never_both(text: str) -> None:
    """No stretch is read as a campaign and as a program."""
    found = list(mentions(doc(text)))
    assert len({m.span for m in found}) == len(found)
