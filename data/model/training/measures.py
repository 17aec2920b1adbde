"""What is measured on development data: tags, lemmas, trees on gold words; names on news nobody trained on."""

import json
import os

import torch

from batches import Sentences, batches_of
from lemma_scripts import apply_script

CROSSRE = {
    "person": "person", "politician": "person", "musicalartist": "person",
    "organisation": "organisation", "politicalparty": "organisation",
    "location": "place", "country": "place",
}
COARSE = {"person": "person", "organisation": "organisation", "gpe": "place", "location": "place", "facility": "place"}
WIKIEVENTS = {
    "PER": {"person", "norp"}, "ORG": {"organisation", "norp"},
    "GPE": {"gpe", "location", "norp"}, "LOC": {"location", "gpe", "facility"},
}
PRONOUNS = set("i he she they we it you his her their our my its your him them us me who whose which this that these those".split())


def legal_transitions(tags):
    """[from, to] is True where BIOES allows the step."""
    legal = torch.zeros(len(tags), len(tags), dtype=torch.bool)
    for i, a in enumerate(tags):
        for j, b in enumerate(tags):
            inside = a[0] in "BI"
            legal[i, j] = (b[0] in "IE" and a[1:] == b[1:]) if inside else b[0] in "OBS"
    return legal


def best_tags(logits, tags, legal):
    """Viterbi over the legal sequences only."""
    start = torch.tensor([0.0 if t[0] in "OBS" else -1e9 for t in tags])
    end = torch.tensor([0.0 if t[0] in "OES" else -1e9 for t in tags])
    step = torch.where(legal, 0.0, -1e9)
    score, back = logits[0] + start, []
    for row in logits[1:]:
        best, source = (score[:, None] + step).max(0)
        back.append(source)
        score = best + row
    path = [int((score + end).argmax())]
    for source in reversed(back):
        path.append(int(source[path[-1]]))
    return path[::-1]


def spans_of(tags):
    spans, start = [], 0
    for i, tag in enumerate(tags):
        if tag[0] in "BS":
            start = i
        if tag[0] in "ES":
            spans.append((start, i + 1, tag[2:]))
    return spans


@torch.no_grad()
def read_trees(model, sentences: Sentences, inventory):
    right = dict.fromkeys(("upos", "xpos", "lemma", "uas", "las"), 0)
    total = 0
    for batch in batches_of(sentences, 4000):
        with torch.autocast("cpu", torch.bfloat16, enabled=False):
            result = model(batch["input_ids"], batch["casing"], batch["attention_mask"], batch["word_starts"])
        heads = result["arcs"].argmax(-1)
        index = heads[:, :, None].expand(-1, -1, result["label_head"].shape[-1])
        labels = model.labels_at(result["label_dependent"], result["label_head"].gather(1, index)).argmax(-1)
        upos, xpos, lemma = (result[k].argmax(-1) for k in ("upos", "xpos", "lemma"))
        for b, number in enumerate(batch["numbers"]):
            s = sentences.items[number]
            for w, word in enumerate(s["words"]):
                if s["head"][w] < 0:
                    continue
                total += 1
                right["upos"] += inventory["upos"][upos[b, w]] == s["upos"][w]
                right["xpos"] += inventory["xpos"][xpos[b, w]] == s["xpos"][w]
                right["lemma"] += apply_script(inventory["lemmas"][lemma[b, w]], word) == s["lemma"][w]
                if int(heads[b, w]) == s["head"][w]:
                    right["uas"] += 1
                    predicted = inventory["labels"][labels[b, w]].split(":")[0]
                    right["las"] += predicted == s["label"][w].split(":")[0]
    return {k: round(100 * n / total, 2) for k, n in right.items()}


@torch.no_grad()
def read_names(model, sentences: Sentences, inventory):
    tags = inventory["names"]
    legal = legal_transitions(tags)
    found = [None] * len(sentences.items)
    for batch in batches_of(sentences, 4000):
        names = model(batch["input_ids"], batch["casing"], batch["attention_mask"], batch["word_starts"])["names"]
        for b, number in enumerate(batch["numbers"]):
            length = len(sentences.items[number]["words"])
            path = best_tags(torch.log_softmax(names[b, :length].float(), -1), tags, legal)
            found[number] = spans_of([tags[i] for i in path])
    return found


def crossre_items(data):
    items = []
    for part in ("news", "politics"):
        for line in open(os.path.join(data, "crossre-train", f"{part}-dev.json"), encoding="utf-8"):
            s = json.loads(line)
            items.append({"words": s["sentence"], "part": part, "gold": s["ner"]})
    return items


def score_crossre(items, found):
    """Span and type must agree. `f1` counts every other prediction of the three types as false; `lenient` leaves out those that
    lie on or in a gold name of an ignored type (a country within the name of an election)."""
    result = {}
    for part in ("news", "politics", "both"):
        right = guessed = gold = excused = 0
        for item, spans in zip(items, found, strict=True):
            if part not in (item["part"], "both"):
                continue
            wanted = {(a, b + 1, CROSSRE[t]) for a, b, t in item["gold"] if t in CROSSRE}
            ignored = {(a, b + 1) for a, b, t in item["gold"] if t not in CROSSRE}
            guesses = {(a, b, COARSE[t]) for a, b, t in spans if t in COARSE}
            right += len(wanted & guesses)
            gold += len(wanted)
            guessed += len(guesses)
            excused += sum(any(x < b and a < y for x, y in ignored) for a, b, _ in guesses - wanted)
        f1 = lambda n: round(200 * right / (n + gold), 1)
        result[part] = {"f1": f1(guessed), "lenient": f1(guessed - excused),
                        "p": round(100 * right / max(guessed, 1), 1), "r": round(100 * right / gold, 1)}
    return result


def wikievents_items(data):
    items = []
    for line in open(os.path.join(data, "wikievents-dev", "dev.jsonl"), encoding="utf-8"):
        document = json.loads(line)
        offset, bounds = 0, []
        for tokens, _ in document["sentences"]:
            items.append({"words": [t[0] for t in tokens], "gold": []})
            bounds.append((offset, len(items) - 1))
            offset += len(tokens)
        for m in document["entity_mentions"]:
            if m["entity_type"] not in WIKIEVENTS:
                continue
            words = document["tokens"][m["start"] : m["end"]]
            if not all(w[0].isupper() or not w[0].isalpha() or w in ("of", "the", "de", "al") for w in words):
                continue
            if not words[0][0].isupper() or words[0].lower() in PRONOUNS:
                continue
            base, number = next((o, n) for o, n in reversed(bounds) if o <= m["start"])
            items[number]["gold"].append((m["start"] - base, m["end"] - base, m["entity_type"]))
    return items


def score_wikievents(items, found):
    """Recall of capitalised mentions: `exact` span and fitting type; `overlap` and fitting type."""
    total = exact = overlap = 0
    for item, spans in zip(items, found, strict=True):
        for start, end, kind in item["gold"]:
            total += 1
            fitting = [(a, b) for a, b, t in spans if t in WIKIEVENTS[kind]]
            exact += (start, end) in fitting
            overlap += any(a < end and start < b for a, b in fitting)
    return {"mentions": total, "exact": round(100 * exact / total, 1), "overlap": round(100 * overlap / total, 1)}
