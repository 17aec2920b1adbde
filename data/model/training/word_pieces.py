"""Words to BERT's uncased word pieces, and the casing class that gives back what lower-casing loses.

The rules here are the ones that english.json describes and that the run time repeats in TypeScript.
"""

import unicodedata

CASING = ["special", "none", "lower", "title", "upper", "initial", "mixed-upper", "mixed-lower"]
CASING_INDEX = {name: index for index, name in enumerate(CASING)}
TYPOGRAPHIC = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def is_punctuation(character: str) -> bool:
    code = ord(character)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(character).startswith("P")


def is_ideograph(character: str) -> bool:
    code = ord(character)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2FA1F
        or 0xF900 <= code <= 0xFAFF
    )


def casing_class(word: str) -> int:
    letters = [c for c in word if c.lower() != c.upper()]
    upper = [c != c.lower() for c in letters]
    if not letters:
        name = "none"
    elif not any(upper):
        name = "lower"
    elif len(letters) == 1:
        name = "initial"
    elif all(upper):
        name = "upper"
    elif upper[0] and not any(upper[1:]):
        name = "title"
    else:
        name = "mixed-upper" if upper[0] else "mixed-lower"
    return CASING_INDEX[name]


def basic_tokens(word: str) -> list[str]:
    text = unicodedata.normalize("NFD", word.translate(TYPOGRAPHIC).lower())
    tokens: list[str] = []
    current = ""
    for character in text:
        category = unicodedata.category(character)
        if category == "Mn" or character == "\ufffd" or category in ("Cc", "Cf"):
            continue
        if character.isspace():
            if current:
                tokens.append(current)
            current = ""
        elif is_punctuation(character) or is_ideograph(character):
            if current:
                tokens.append(current)
            tokens.append(character)
            current = ""
        else:
            current += character
    if current:
        tokens.append(current)
    return tokens


class WordPieces:
    """Greedy longest-match word pieces over a vocabulary in BERT's format."""

    def __init__(self, vocabulary: list[str]):
        self.vocabulary = vocabulary
        self.ids = {piece: index for index, piece in enumerate(vocabulary)}
        self.pad, self.unknown = self.ids["[PAD]"], self.ids["[UNK]"]
        self.start, self.end = self.ids["[CLS]"], self.ids["[SEP]"]
        self.longest = max(len(piece) for piece in vocabulary)
        self._known: dict[str, list[int]] = {}

    def pieces_of(self, word: str) -> list[int]:
        if word not in self._known:
            ids = [i for token in basic_tokens(word) for i in self._split(token)]
            self._known[word] = ids or [self.unknown]
        return self._known[word]

    def _split(self, token: str) -> list[int]:
        if len(token) > 100:
            return [self.unknown]
        ids: list[int] = []
        start = 0
        while start < len(token):
            prefix = "##" if start else ""
            for end in range(min(len(token), start + self.longest), start, -1):
                piece = self.ids.get(prefix + token[start:end])
                if piece is not None:
                    break
            else:
                return [self.unknown]
            ids.append(piece)
            start = end
        return ids
