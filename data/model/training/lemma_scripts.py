"""Lemmas as edit scripts: what to do to a word to get its lemma, a class the model can choose.

`=text` says the lemma outright. Else `<case><cut>|<suffix>`: put the word in the case (k keep, l lower, t title,
u upper), cut so many characters from its end, add the suffix.
"""

CASES = {
    "k": lambda word: word,
    "l": str.lower,
    "t": lambda word: word[:1].upper() + word[1:].lower(),
    "u": str.upper,
}


def script_of(word: str, lemma: str) -> str:
    order = "lktu" if lemma == lemma.lower() else "ktul"
    best: tuple[int, str] | None = None
    for case in order:
        cased = CASES[case](word)
        shared = 0
        while shared < min(len(cased), len(lemma)) and cased[shared] == lemma[shared]:
            shared += 1
        cut, suffix = len(cased) - shared, lemma[shared:]
        if shared == 0 or (cut > 3 and len(suffix) > 1 and shared < 2):
            continue
        cost = cut + len(suffix)
        if best is None or cost < best[0]:
            best = (cost, f"{case}{cut}|{suffix}")
    return best[1] if best else f"={lemma}"


def apply_script(script: str, word: str) -> str:
    if script.startswith("="):
        return script[1:]
    cut_text, suffix = script[1:].split("|", 1)
    cut = int(cut_text)
    if cut > len(word):
        return word.lower()
    cased = CASES[script[0]](word)
    return cased[: len(cased) - cut] + suffix
