"""Trains the reader of English and measures it after every epoch.

python train.py --prepared prepared --data /path/to/data --encoder /path/to/minilm --out run --epochs 8
"""

import argparse
import collections
import json
import os
import random
import time

import torch
import torch.nn.functional as F

from batches import IGNORED, Sentences, batches_of, groups_of, read_lines
from lemma_scripts import script_of
from measures import crossre_items, read_names, read_trees, score_crossre, score_wikievents, wikievents_items
from model import Reader, load_encoder, restore, save
from word_pieces import CASING, WordPieces

TYPES = ("person organisation gpe location facility norp event work law product language "
         "date time money percent quantity ordinal cardinal").split()


def inventory_of(items):
    """The classes of every head, seen often enough to be learnt, in order of frequency."""
    counts = {kind: collections.Counter() for kind in ("upos", "xpos", "labels", "lemmas")}
    for item in items:
        if "head" in item:
            counts["upos"].update(item["upos"])
            counts["xpos"].update(item["xpos"])
            counts["labels"].update(item["label"])
            counts["lemmas"].update(map(script_of, item["words"], item["lemma"]))
    least = {"upos": 1, "xpos": 1, "labels": 1, "lemmas": 2}
    inventory = {
        kind: [name for name, n in sorted(c.items(), key=lambda p: (-p[1], p[0])) if n >= least[kind]]
        for kind, c in counts.items()
    }
    inventory["names"] = ["O", *[f"{part}-{kind}" for kind in TYPES for part in "BIES"]]
    return inventory


def kept_vocabulary(vocabulary):
    """All of BERT's pieces that English text can need: everything but the unused ones and long pieces of other scripts."""
    def keep(piece):
        if piece.startswith("[unused"):
            return False
        body = piece.removeprefix("##")
        return len(body) == 1 or all(ord(c) < 0x250 for c in body)
    return [i for i, piece in enumerate(vocabulary) if keep(piece)]


def loss_of(model, batch):
    result = model.heads(
        model.encode(batch["input_ids"], batch["casing"], batch["attention_mask"]), batch["word_starts"]
    )
    losses = {}
    classes = lambda logits, key: F.cross_entropy(
        logits.float().flatten(0, 1), batch[key].flatten(), ignore_index=IGNORED
    )
    if (batch["names"] != IGNORED).any():
        losses["names"] = classes(result["names"], "names")
    if (batch["heads"] != IGNORED).any():
        for key in ("upos", "xpos", "lemma"):
            losses[key] = classes(result[key], key)
        arcs = model.forbid(result["arcs"].float(), batch["word_starts"])
        losses["heads"] = classes(arcs, "heads")
        heads = batch["heads"].clamp(min=0)[:, :, None].expand(-1, -1, result["label_head"].shape[-1])
        labels = model.labels_at(result["label_dependent"], result["label_head"].gather(1, heads))
        losses["labels"] = classes(labels, "labels")
    return losses


def measure(model, inventory, sets):
    model.eval()
    report = {name: read_trees(model, sets[name], inventory) for name in ("ewt", "gum")}
    report["crossre"] = score_crossre(sets["crossre"].items, read_names(model, sets["crossre"], inventory))
    report["wikievents"] = score_wikievents(sets["wikievents"].items, read_names(model, sets["wikievents"], inventory))
    model.train()
    return report


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--prepared", required=True)
    arguments.add_argument("--data", required=True)
    start = arguments.add_mutually_exclusive_group(required=True)
    start.add_argument("--encoder", help="folder of MiniLM, to begin with")
    start.add_argument("--reader", help="checkpoint of an earlier run, whose classes are kept, to go on from")
    arguments.add_argument("--out", required=True)
    arguments.add_argument("--epochs", type=int, default=8)
    arguments.add_argument("--minutes", type=float, default=0,
                           help="let the clock, not --epochs, say when the rate reaches zero (on a machine shared with others)")
    arguments.add_argument("--elapsed", type=float, default=0, help="minutes of --minutes that are gone, when resuming")
    arguments.add_argument("--layers", default="0,1,2,3")
    arguments.add_argument("--budget", type=int, default=2500, help="most pieces a batch")
    arguments.add_argument("--names-share", type=float, default=1.0, help="part of the sentences without trees an epoch sees")
    arguments.add_argument("--trees-share", type=float, default=1.0, help="part of the sentences with trees an epoch sees")
    arguments.add_argument("--rate", type=float, default=1e-4)
    arguments.add_argument("--head-rate", type=float, default=1e-3)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--bfloat16", action="store_true")
    arguments.add_argument("--steps", type=int, default=0, help="stop after so many steps (a trial)")
    arguments.add_argument("--resume", action="store_true", help="go on from out/state.pt")
    options = arguments.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    noise = random.Random(options.seed)
    os.makedirs(options.out, exist_ok=True)

    items = read_lines(os.path.join(options.prepared, "train.jsonl"))
    if options.reader:
        model, inventory, vocabulary = restore(options.reader)
    else:
        full = open(os.path.join(options.encoder, "vocab.txt"), encoding="utf-8").read().split("\n")
        full = full[:-1] if full[-1] == "" else full
        kept = kept_vocabulary(full)
        vocabulary = [full[i] for i in kept]
        inventory = inventory_of(items)
        layers = [int(n) for n in options.layers.split(",")]
        model = Reader(len(vocabulary), len(CASING), {k: len(v) for k, v in inventory.items()}, len(layers))
        load_encoder(model, options.encoder, kept, layers)
    pieces = WordPieces(vocabulary)
    train = Sentences(items, pieces, inventory)
    sets = {name: Sentences(read_lines(os.path.join(options.prepared, f"dev-{name}.jsonl")), pieces, inventory, 600)
            for name in ("ewt", "gum")}
    sets["crossre"] = Sentences(crossre_items(options.data), pieces, inventory, 600)
    sets["wikievents"] = Sentences(wikievents_items(options.data), pieces, inventory, 600)
    trees = [n for n, item in enumerate(train.items) if "head" in item]
    news = [n for n, item in enumerate(train.items) if item.get("source") == "news"]
    others = [n for n, item in enumerate(train.items) if "head" not in item and item.get("source") != "news"]
    share, trees_share = int(options.names_share * len(others)), int(options.trees_share * len(trees))
    print(json.dumps({"options": vars(options), "vocabulary": len(vocabulary), "sizes": model.options["sizes"],
                      "parameters": sum(p.numel() for p in model.parameters()), "trees": len(trees),
                      "others": len(others), "news": len(news), "skipped": train.skipped,
                      "pieces": {"trees": sum(len(train.ids[n]) for n in trees),
                                 "others": sum(len(train.ids[n]) for n in others)}}), flush=True)

    optimiser = torch.optim.AdamW(
        [{"params": list(model.encoder_parameters()), "lr": options.rate},
         {"params": list(model.head_parameters()), "lr": options.head_rate}],
        betas=(0.9, 0.98), weight_decay=0.01,
    )
    lengths = [len(train.ids[n]) for n in [*trees[:trees_share], *news, *others[:share]]]
    a_epoch = len(groups_of(lengths, options.budget))
    planned = options.epochs * a_epoch
    warm_up = max(1, planned // 20)
    began = time.time() - options.elapsed * 60

    def progress(step):
        return (time.time() - began) / 60 / options.minutes if options.minutes else step / planned

    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm_up, max(0.0, 1 - progress(step)))
    )
    first = 0
    state_path = os.path.join(options.out, "state.pt")
    if options.resume and os.path.exists(state_path):
        state = torch.load(state_path, weights_only=False)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        noise.setstate(state["noise"])
        first = state["epoch"]
    model.train()
    step = 0
    finished = False
    for epoch in range(first, 1000 if options.minutes else options.epochs):
        started = time.time()
        chosen = noise.sample(trees, trees_share) + news + noise.sample(others, share)
        sums, seen, read = collections.Counter(), 0, 0
        for batch in batches_of(train, options.budget, noise, chosen):
            with torch.autocast("cpu", torch.bfloat16, enabled=options.bfloat16):
                losses = loss_of(model, batch)
            optimiser.zero_grad(set_to_none=True)
            sum(losses.values()).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            sums.update({k: v.item() for k, v in losses.items()})
            seen += 1
            step += 1
            read += batch["input_ids"].numel()
            if seen % 50 == 0:
                seconds = time.time() - started
                print(f"epoch {epoch + 1} step {seen}/{a_epoch} {read / seconds:.0f} pieces/s "
                      + " ".join(f"{k} {v / seen:.3f}" for k, v in sums.items()), flush=True)
            if options.steps and step >= options.steps:
                return
            finished = bool(options.minutes) and progress(step) >= 1
            if finished:
                break
        save(model, inventory, vocabulary, os.path.join(options.out, "reader.pt"))
        torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict(),
                    "noise": noise.getstate(), "epoch": epoch + 1}, state_path)
        report = {"epoch": epoch + 1, "steps": step, "minutes": round((time.time() - started) / 60, 1), **measure(model, inventory, sets)}
        print(json.dumps(report), flush=True)
        if finished:
            break


if __name__ == "__main__":
    main()
