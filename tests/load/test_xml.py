"""Proceedings in XML: TEI and Hansard."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from rhetoric.errors import EmptyInput, InputError, UnknownFormat
from rhetoric.load.tei import from_id
from rhetoric.load.xml import XmlLoader
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse
from rhetoric.settings import Settings
from rhetoric.testing import check_loader

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "loaders"
TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>Sample corpus</title>
<title type="sub">Sitting of 2 May 2020</title></titleStmt><sourceDesc><bibl><date when="2020-05-02"/></bibl></sourceDesc></fileDesc>
<profileDesc><particDesc><listOrg><org xml:id="party.LAB"><orgName full="yes">Labour Party</orgName></org></listOrg>
<listPerson><person xml:id="LeeAnn"><persName><surname>Lee</surname><forename>Ann</forename></persName><sex value="F"/>
<affiliation role="member" ref="#party.LAB"/></person></listPerson></particDesc></profileDesc></teiHeader>
<text><body><div><head>Bridges</head><note type="speaker">Ann Lee:</note>
<u who="#LeeAnn" ana="#regular"><seg>We must mend the bridge.</seg><note>(applause)</note><seg>And we <hi>will</hi> mend it.</seg></u>
<u who="#BobHay" ana="#chair"><seg><s><w>Order</w><pc join="left">.</pc></s></seg></u></div></body></text></TEI>"""
HANSARD = """<publicwhip><major-heading id="uk.org.publicwhip/lords/2016-05-10a.1.0">BRIDGES</major-heading>
<speech id="uk.org.publicwhip/lords/2016-05-10a.1.1" nospeaker="true"><p>The House sat at noon.</p></speech>
<speech id="uk.org.publicwhip/lords/2016-05-10a.1.2" speakername="Ann Lee" person_id="p/1"><p>I beg to move.</p><p>The bridge is <i>closed</i>.</p></speech>
<speech id="uk.org.publicwhip/lords/2016-05-10a.1.3" speakername="Bob Hay" person_id="p/2"><p>I thank the noble Lady.</p></speech></publicwhip>"""


def read(text, tmp_path, name="sitting.xml"):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return next(d for d in XmlLoader().read(file, Settings()) if isinstance(d, Document))


def marked(document):
    return [(m.kind, m.note, document.text[m.start : m.end]) for m in document.layout]


def test_tei(tmp_path):
    found = read(TEI, tmp_path)
    assert marked(found) == [
        ("crosshead", "", "Bridges"),
        ("boilerplate", "note", "Ann Lee:"),
        ("turn", "Ann Lee", "We must mend the bridge."),
        ("boilerplate", "note", "(applause)"),
        ("turn", "Ann Lee", "And we will mend it."),
        ("turn", "Bob Hay", "Order."),
    ]
    assert (found.title, found.date, found.kind, found.lang) == (
        "Sitting of 2 May 2020",
        "2020-05-02",
        "debate",
        "en",
    )
    assert found.meta["speakers"] == {
        "Ann Lee": {"party": "Labour Party", "sex": "F", "role": "regular"},
        "Bob Hay": {"role": "chair"},
    }


def test_persons_in_a_file_beside(tmp_path):
    head, tail = TEI.split("<profileDesc>")[0], TEI.split("</profileDesc>")[1]
    people = TEI[TEI.index("<listPerson>") : TEI.index("</particDesc>")]
    beside = f'<listPerson xmlns="http://www.tei-c.org/ns/1.0">{people.removeprefix("<listPerson>")}'
    (tmp_path / "ParlaMint-XX-listPerson.xml").write_text(beside, encoding="utf-8")
    found = read(head + tail, tmp_path, "ParlaMint-XX_2020.xml")
    assert found.layout[2].note == "Ann Lee"


def test_hansard(tmp_path):
    found = read(HANSARD, tmp_path)
    assert marked(found) == [
        ("crosshead", "", "BRIDGES"),
        ("boilerplate", "procedure", "The House sat at noon."),
        ("turn", "Ann Lee", "I beg to move.\nThe bridge is closed."),
        ("turn", "Bob Hay", "I thank the noble Lady."),
    ]
    assert (found.title, found.date, found.kind) == ("House of Lords, 2016-05-10", "2016-05-10", "debate")
    assert found.meta["speakers"]["Bob Hay"] == {"person_id": "p/2"}


def test_speakers_are_voices(tmp_path):
    file = tmp_path / "day.xml"
    file.write_text(HANSARD, encoding="utf-8")
    turns = analyse(file, layers=()).quotations.query("kind == 'turn'")
    assert turns["speaker"].tolist() == ["Ann Lee", "Bob Hay"]


@pytest.mark.parametrize("text", [TEI, HANSARD])
def test_contract(text, tmp_path):
    file = tmp_path / "sitting.xml"
    file.write_text(text, encoding="utf-8")
    check_loader(XmlLoader(), file)


def test_bad_files_say_why(tmp_path):
    with pytest.raises(InputError, match=r"not well-formed XML .* - .* mend the line named") as fault:
        read("<TEI><text></TEI>", tmp_path)
    assert fault.value.line == 1
    with pytest.raises(UnknownFormat, match="begins with <rss>"):
        read("<rss/>", tmp_path)
    with pytest.raises(EmptyInput, match="no speech"):
        read("<publicwhip/>", tmp_path)
    with pytest.raises(EmptyInput, match="no utterance"):
        read('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', tmp_path)


def test_entities_read_nothing(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words", encoding="utf-8")
    outside = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + TEI.split("?>")[1].replace(
        "Bridges", "&x;"
    )
    with pytest.raises(InputError, match="the entity &x;, which is not put in") as fault:
        read(outside, tmp_path)
    assert "secret" not in str(fault.value)


def test_names_of_characters_are_put_in(tmp_path):
    declared = '<!DOCTYPE publicwhip [<!ENTITY pound "&#163;"><!ENTITY eacute "&#233;">]>'
    said = "<p>&pound;5 and &eacute;, <i>caf&eacute;</i> &pound;6&pound;</p>"
    speech = f'{declared}<publicwhip><speech speakername="Ann Lee">{said}</speech></publicwhip>'
    assert read(speech, tmp_path).text == "£5 and é, café £6£"


def test_entities_do_not_blow_up(tmp_path):
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE TEI [<!ENTITY l0 "ha">{levels}]>' + TEI.split("?>")[1].replace("Bridges", "&l11;")
    with pytest.raises(InputError, match="not well-formed"):
        read(bomb, tmp_path)


@pytest.mark.parametrize(
    ("who", "name"),
    [("#LindsayHoyle", "Lindsay Hoyle"), ("#KjærsgaardPia", "Kjærsgaard Pia"), ("", "unknown")],
)
def test_names_from_identifiers(who, name):
    assert from_id(who) == name


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["hansard/debates2016-05-10a.xml", "tei/ParlaMint-GB_2022-07-21-commons.EXCERPT.xml"]
)
def test_every_turn_of_real_files_has_its_speaker(name):
    file = SHARED / name
    if not file.exists():
        pytest.skip("the shared proceedings are not beside the checkout")
    root = ElementTree.parse(file).getroot()
    if root.tag == "publicwhip":
        wanted = [s.get("speakername") for s in root.iter("speech") if s.get("speakername")]
    else:
        wanted = [from_id(u.get("who")) for u in root.iter("{http://www.tei-c.org/ns/1.0}u")]
    turns = analyse(file, layers=()).quotations.query("kind == 'turn'")
    assert turns["speaker"].tolist() == wanted
