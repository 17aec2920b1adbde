"""Measures a checkpoint, its exported ONNX file, or spaCy small on the same development data as train.py.

python compare.py --data /path/to/data --prepared prepared --reader run/reader.pt
python compare.py --data /path/to/data --spacy
"""

import argparse
import json
import os

import torch

from batches import Sentences, read_lines
from measures import crossre_items, read_names, read_trees, score_crossre, score_wikievents, wikievents_items
from model import restore
from word_pieces import WordPieces


class Exported:
    """The ONNX file behind the interface that the measures use."""

    def __init__(self, path, reader):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self.reader = reader

    def __call__(self, input_ids, casing, attention_mask, word_starts):
        feed = {"input_ids": input_ids, "casing": casing, "attention_mask": attention_mask, "word_starts": word_starts}
        names = ["upos", "xpos", "lemma", "names", "arcs", "labels"]
        answer = self.session.run(names, {k: v.numpy() for k, v in feed.items()})
        result = {k: torch.from_numpy(v) for k, v in zip(names, answer)}
        # the measures ask for labels at chosen heads; here all are known already
        words, heads = result["labels"].shape[1:3]
        self.known = result["labels"]
        result["label_dependent"] = torch.arange(words)[None, :, None].expand(len(input_ids), -1, -1)
        result["label_head"] = torch.arange(heads)[None, :, None].expand(len(input_ids), -1, -1)
        return result

    def labels_at(self, dependent, head):
        index = head[..., None].expand(-1, -1, -1, self.known.shape[-1])
        return self.known.gather(2, index)[:, :, 0]


def spacy_names(items):
    from prepare import Labeller

    labeller = Labeller()
    return [labeller.spans(item["words"]) for item in items]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--prepared", default="prepared")
    arguments.add_argument("--reader", help="checkpoint of train.py")
    arguments.add_argument("--onnx", help="exported file of that checkpoint")
    arguments.add_argument("--spacy", action="store_true")
    arguments.add_argument("--threads", type=int, default=1)
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    news, events = crossre_items(options.data), wikievents_items(options.data)
    report = {}
    if options.spacy:
        report["crossre"] = score_crossre(news, spacy_names(news))
        report["wikievents"] = score_wikievents(events, spacy_names(events))
    else:
        reader, inventory, vocabulary = restore(options.reader)
        model = Exported(options.onnx, reader) if options.onnx else reader
        pieces = WordPieces(vocabulary)
        for name in ("ewt", "gum"):
            items = read_lines(os.path.join(options.prepared, f"dev-{name}.jsonl"))
            report[name] = read_trees(model, Sentences(items, pieces, inventory, 600), inventory)
        names = lambda items: read_names(model, Sentences(items, pieces, inventory, 600), inventory)
        report["crossre"] = score_crossre(news, names(news))
        report["wikievents"] = score_wikievents(events, names(events))
    print(json.dumps(report))


if __name__ == "__main__":
    main()
