"""Sentences as tensors: pieces, casing, word starts and targets, batched by length, noised for training."""

import json
import random

import torch

from lemma_scripts import script_of
from word_pieces import WordPieces, casing_class

IGNORED = -100
SMALL_WORDS = set("a an the and but or nor for of in on at to by from as is with vs".split())


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class Sentences:
    def __init__(self, items, pieces: WordPieces, inventory: dict, longest: int = 250):
        self.pieces, self.inventory = pieces, inventory
        self.index = {kind: {name: i for i, name in enumerate(values)} for kind, values in inventory.items()}
        self.items, self.ids, self.starts = [], [], []
        self.skipped = 0
        for item in items:
            ids, starts = [pieces.start], []
            for word in item["words"]:
                starts.append(len(ids))
                ids.extend(pieces.pieces_of(word))
            ids.append(pieces.end)
            if len(ids) > longest and longest < 512 and "gold" not in item:
                self.skipped += 1
                continue
            self.items.append(item)
            self.ids.append(ids[:512])
            self.starts.append([s if s < 511 else 1 for s in starts])

    def __len__(self):
        return len(self.items)

    def example(self, number, noise: random.Random | None):
        item, ids, starts = self.items[number], self.ids[number], self.starts[number]
        words, count = item["words"], len(item["words"])
        if noise is not None:
            words, count = noised(item, noise)
            if count < len(starts):
                ids = [*ids[: starts[count]], self.pieces.end]
                starts = starts[:count]
        casing = [0] * len(ids)
        ends = [*starts[1:], len(ids) - 1]
        for word, start, end in zip(words, starts, ends):
            casing[start:end] = [casing_class(word)] * (end - start)
        result = {"ids": ids, "starts": starts, "casing": casing}
        find = lambda kind, name: self.index[kind].get(name, IGNORED)
        if "head" in item:
            result["upos"] = [find("upos", t) for t in item["upos"][:count]]
            result["xpos"] = [find("xpos", t) for t in item["xpos"][:count]]
            result["lemma"] = [find("lemmas", script_of(w, l)) for w, l in zip(words, item["lemma"])]
            result["heads"] = item["head"][:count]
            result["labels"] = [find("labels", l) for l in item["label"][:count]]
        if "names" in item:
            result["names"] = [find("names", t) for t in item["names"][:count]]
        return result


def noised(item, noise: random.Random):
    """Now and then all lower case, all capitals or a headline's capitals; now and then no full stop."""
    words = item["words"]
    count = len(words)
    if count > 2 and words[-1] in (".", "!", "?") and noise.random() < 0.08:
        if "head" not in item or count not in item["head"]:
            count -= 1
    words = words[:count]
    chance = noise.random()
    if chance < 0.03:
        words = [w.lower() for w in words]
    elif chance < 0.06:
        words = [w.upper() for w in words]
    elif chance < 0.10:
        words = [w if i and w in SMALL_WORDS else w[:1].upper() + w[1:] for i, w in enumerate(words)]
    return words, count


def groups_of(lengths, budget, noise: random.Random | None = None):
    """Numbers of sentences of like length, at most `budget` pieces a batch with padding."""
    order = sorted(range(len(lengths)), key=lambda n: lengths[n] + (noise.random() * 4 if noise else 0))
    groups, group, longest = [], [], 0
    for n in order:
        longest = max(longest, lengths[n])
        if group and longest * (len(group) + 1) > budget:
            groups.append(group)
            group, longest = [], lengths[n]
        group.append(n)
    groups.append(group)
    if noise:
        noise.shuffle(groups)
    return groups


def batches_of(sentences: Sentences, budget, noise: random.Random | None = None, numbers=None):
    numbers = range(len(sentences)) if numbers is None else numbers
    for group in groups_of([len(sentences.ids[n]) for n in numbers], budget, noise):
        chosen = [numbers[n] for n in group]
        examples = [sentences.example(n, noise) for n in chosen]
        length = max(len(e["ids"]) for e in examples)
        words = max(len(e["starts"]) for e in examples)
        fill = lambda key, size, value: torch.tensor(
            [[*e.get(key, []), *[value] * (size - len(e.get(key, [])))] for e in examples]
        )
        yield {
            "numbers": chosen,
            "input_ids": fill("ids", length, sentences.pieces.pad),
            "casing": fill("casing", length, 0),
            "attention_mask": torch.tensor([[1] * len(e["ids"]) + [0] * (length - len(e["ids"])) for e in examples]),
            "word_starts": fill("starts", words, 0),
            **{key: fill(key, words, IGNORED) for key in ("upos", "xpos", "lemma", "heads", "labels", "names")},
        }
