"""The reader: a MiniLM encoder with casing added back, and heads for tags, lemmas, names and dependencies."""

import os

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

HIDDEN, ATTENTION_HEADS, FEED_FORWARD, POSITIONS = 384, 12, 1536, 512
FORBIDDEN = -1e9


class EncoderLayer(nn.Module):
    """One post-norm transformer layer as in BERT."""

    def __init__(self, dropout: float):
        super().__init__()
        self.query_key_value = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.widen = nn.Linear(HIDDEN, FEED_FORWARD)
        self.narrow = nn.Linear(FEED_FORWARD, HIDDEN)
        self.output_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        size = HIDDEN // ATTENTION_HEADS
        query, key, value = (
            part.reshape(batch, length, ATTENTION_HEADS, size).transpose(1, 2)
            for part in self.query_key_value(x).split(HIDDEN, dim=-1)
        )
        if torch.onnx.is_in_onnx_export():
            weights = torch.softmax(query @ key.transpose(2, 3) * size**-0.5 + mask, dim=-1)
            mixed = weights @ value
        else:
            mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=mask.to(query.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.attention_norm(x + self.dropout(self.attended(mixed)))
        return self.output_norm(x + self.dropout(self.narrow(F.gelu(self.widen(x)))))


class LayerMix(nn.Module):
    """A learnt weighted mean of the outputs of all layers (Peters et al. 2018): each task reads the depth it needs."""

    def __init__(self, layers: int):
        super().__init__()
        start = torch.zeros(layers)
        start[-1] = 1.0
        self.weights = nn.Parameter(start)

    def forward(self, outputs):
        weights = torch.softmax(self.weights, dim=0)
        return sum(weights[i] * output for i, output in enumerate(outputs))


class Reader(nn.Module):
    def __init__(self, vocabulary: int, casings: int, sizes: dict[str, int], layers: int, arc: int = 256, label: int = 96,
                 dropout: float = 0.1):
        super().__init__()
        self.options = dict(vocabulary=vocabulary, casings=casings, sizes=sizes, layers=layers, arc=arc, label=label)
        self.pieces = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.casing = nn.Embedding(casings, HIDDEN)
        nn.init.zeros_(self.casing.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(EncoderLayer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        self.head_dropout = nn.Dropout(0.2)
        self.mix = nn.ModuleDict({task: LayerMix(layers) for task in ("tags", "names", "tree")})
        self.tags = nn.Linear(HIDDEN, HIDDEN)
        self.upos = nn.Linear(HIDDEN, sizes["upos"])
        self.xpos = nn.Linear(HIDDEN, sizes["xpos"])
        self.lemma = nn.Linear(HIDDEN, sizes["lemmas"])
        self.name_hidden = nn.Linear(HIDDEN, HIDDEN)
        self.names = nn.Linear(HIDDEN, sizes["names"])
        self.arc_dependent = nn.Linear(HIDDEN, arc)
        self.arc_head = nn.Linear(HIDDEN, arc)
        self.arc_weight = nn.Linear(arc, arc)
        self.arc_bias = nn.Linear(arc, 1)
        self.label_dependent = nn.Linear(HIDDEN, label)
        self.label_head = nn.Linear(HIDDEN, label)
        self.label_weight = nn.Linear(label, sizes["labels"] * label)
        self.label_of_dependent = nn.Linear(label, sizes["labels"])
        self.label_of_head = nn.Linear(label, sizes["labels"])

    def encoder_parameters(self):
        for name, parameter in self.named_parameters():
            if name.startswith(("pieces", "positions", "norm", "layers")):
                yield parameter

    def head_parameters(self):
        encoder = {id(p) for p in self.encoder_parameters()}
        return (p for p in self.parameters() if id(p) not in encoder)

    def encode(self, input_ids, casing, attention_mask):
        length = input_ids.shape[1]
        x = self.pieces(input_ids) + self.positions.weight[:length] + self.casing(casing)
        x = self.dropout(self.norm(x))
        mask = (1.0 - attention_mask[:, None, None, :].to(x.dtype)) * FORBIDDEN
        outputs = []
        for layer in self.layers:
            x = layer(x, mask)
            outputs.append(x)
        return outputs

    def words(self, task, outputs, word_starts):
        """Representations of the words: the first piece of each, from the task's mix of layers."""
        mixed = self.mix[task](outputs)
        index = word_starts[:, :, None].expand(-1, -1, HIDDEN)
        return self.head_dropout(mixed.gather(1, index)), self.head_dropout(mixed[:, :1])

    def heads(self, outputs, word_starts):
        """Logits of the tags and names, arc scores, and what label scores are made of."""
        words, _ = self.words("tags", outputs, word_starts)
        hidden = self.head_dropout(F.gelu(self.tags(words)))
        result = {"upos": self.upos(hidden), "xpos": self.xpos(hidden), "lemma": self.lemma(hidden)}
        words, _ = self.words("names", outputs, word_starts)
        result["names"] = self.names(self.head_dropout(F.gelu(self.name_hidden(words))))
        words, root = self.words("tree", outputs, word_starts)
        candidates = torch.cat([root, words], dim=1)
        dependent, head = F.gelu(self.arc_dependent(words)), F.gelu(self.arc_head(candidates))
        dependent, head = self.head_dropout(dependent), self.head_dropout(head)
        scale = dependent.shape[-1] ** -0.5
        result["arcs"] = (self.arc_weight(dependent) @ head.transpose(1, 2)) * scale + self.arc_bias(head).transpose(1, 2)
        result["label_dependent"] = self.head_dropout(F.gelu(self.label_dependent(words)))
        result["label_head"] = self.head_dropout(F.gelu(self.label_head(candidates)))
        return result

    def labels_at(self, dependent, head):
        """Label logits of one head a dependent: both [B, W, label]."""
        batch, words, size = dependent.shape
        weights = self.label_weight(dependent).view(batch, words, -1, size)
        bilinear = (weights @ head[:, :, :, None])[..., 0] * size**-0.5
        return bilinear + self.label_of_dependent(dependent) + self.label_of_head(head)

    def labels_everywhere(self, dependent, head):
        """Label logits of every pair: [B, W, H, labels]."""
        batch, words, size = dependent.shape
        weights = self.label_weight(dependent).view(batch, words, -1, size)
        bilinear = head[:, None] @ weights.transpose(2, 3) * size**-0.5
        return bilinear + self.label_of_dependent(dependent)[:, :, None] + self.label_of_head(head)[:, None]

    def forbid(self, arcs, word_starts):
        """No word heads itself, and padding heads nothing."""
        words = word_starts.shape[1]
        numbers = torch.arange(words + 1)
        itself = (numbers[1:, None] == numbers[None, :]).to(arcs.dtype)[None]
        padding = (word_starts == 0).to(arcs.dtype)
        padding = torch.cat([torch.zeros_like(padding[:, :1]), padding], dim=1)[:, None]
        return arcs + (itself + padding).clamp(max=1.0) * FORBIDDEN

    def forward(self, input_ids, casing, attention_mask, word_starts):
        result = self.heads(self.encode(input_ids, casing, attention_mask), word_starts)
        result["arcs"] = self.forbid(result["arcs"].float(), word_starts)
        return result


def load_encoder(reader: Reader, folder: str, kept: list[int], layers: list[int]):
    """Copies MiniLM's weights: the kept rows of the vocabulary and the chosen layers."""
    weights = load_file(os.path.join(folder, "model.safetensors"))
    weights = {name.removeprefix("bert."): w for name, w in weights.items()}
    with torch.no_grad():
        reader.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"][kept])
        reader.positions.weight.copy_(
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        reader.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
        reader.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
        for target, source in zip(reader.layers, layers, strict=True):
            prefix = f"encoder.layer.{source}."
            get = lambda name: weights[prefix + name]
            for kind in ("weight", "bias"):
                qkv = torch.cat([get(f"attention.self.{part}.{kind}") for part in ("query", "key", "value")])
                getattr(target.query_key_value, kind).copy_(qkv)
                getattr(target.attended, kind).copy_(get(f"attention.output.dense.{kind}"))
                getattr(target.attention_norm, kind).copy_(get(f"attention.output.LayerNorm.{kind}"))
                getattr(target.widen, kind).copy_(get(f"intermediate.dense.{kind}"))
                getattr(target.narrow, kind).copy_(get(f"output.dense.{kind}"))
                getattr(target.output_norm, kind).copy_(get(f"output.LayerNorm.{kind}"))


def save(reader: Reader, inventory: dict, vocabulary: list[str], path: str):
    torch.save({"options": reader.options, "inventory": inventory, "vocabulary": vocabulary,
                "weights": reader.state_dict()}, path)


def restore(path: str):
    stored = torch.load(path, map_location="cpu", weights_only=True)
    reader = Reader(**stored["options"])
    reader.load_state_dict(stored["weights"])
    return reader.eval(), stored["inventory"], stored["vocabulary"]
