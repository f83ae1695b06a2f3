"""The pages that the models learn from, with what is known of their blocks.

Two sets, two notions of truth: WCXB's development pages have the text of the article; the snippet pages have a few phrases that
belong to it and a few that don't. Folds are made by domain, so that no model is tested on a site it has seen.
"""
import hashlib
import json
import subprocess
from pathlib import Path
from urllib.parse import urlparse

import numpy as np

from labels import labels, snippet_labels, words

FOLDS = 5
KINDS = ["article", "documentation", "service", "forum", "collection", "listing", "product"]
SNIPPET_WEIGHT = 0.2  # of one labelled block; a WCXB page has about 1 in all
LARGEST_SHARE = 0.3   # of a page's weight that one block may have
HEAVIEST_PAGE = 3.0   # a page may weigh more than 1: what is not article weighs as well


def fold_of(domain):
    return int(hashlib.sha1(domain.encode()).hexdigest(), 16) % FOLDS


def domain_of(url):
    return urlparse(url or "").netloc.removeprefix("www.")


class Set:
    """One set: rows of blocks, what is known of them, and what that weighs."""

    def __init__(self, program, pages, work, name):
        self.program, self.pages, self.out = program, str(pages), str(Path(work) / name)
        self.run("rows")
        with open(self.out + ".jsonl", encoding="utf-8") as lines:
            self.blocks = [json.loads(line) for line in lines]
        self.counts = [len(page["texts"]) for page in self.blocks]
        self.gone = np.array([gone for page in self.blocks for gone in page["gone"]], bool)
        self.page_of = np.repeat(np.arange(len(self.blocks)), self.counts)

    def run(self, task, scores=None, suffix=""):
        """Has the core write rows (or articles); gives the matrix of rows."""
        out, arguments = self.out + suffix, []
        if scores is not None:
            scores.astype("<f4").tofile(out + ".scores")
            arguments = [out + ".scores"]
        subprocess.run([self.program, task, self.pages, out, *arguments], check=True)
        if task == "extract":
            return out + ".jsonl"
        columns = Path(out + ".columns").read_text(encoding="utf-8").split("\n")
        return columns, np.memmap(out + ".f32", "<f4", mode="r").reshape(-1, len(columns))

    def learn(self, known, weights, domains):
        self.known, self.weights = np.array(known, "f4"), np.array(weights, "f4")
        self.weights[self.gone] = 0
        self.page_folds = np.array([fold_of(domain) for domain in domains])
        self.folds = self.page_folds[self.page_of] if len(self.blocks) else np.zeros(0, int)


def wcxb(program, folder, work):
    """WCXB's development pages: each block by the share of its words that the article has."""
    pages = Set(program, Path(folder) / "html", work, "wcxb")
    known, weights, domains, pages.kinds = [], [], [], []
    for page in pages.blocks:
        truth = json.loads((Path(folder) / "ground-truth" / (page["id"] + ".json")).read_text(encoding="utf-8"))
        text = truth["ground_truth"].get("main_content") or ""
        kind = ((truth.get("_internal") or {}).get("page_type") or {}).get("primary", "article")
        pages.kinds.append("collection" if kind == "category" else kind)
        domains.append(domain_of(truth.get("url")))
        length = len(words(text))
        share = [min((len(words(block)) + 2) / (length + 100), LARGEST_SHARE) if words(block) else 0 for block in page["texts"]]
        # What is gone has no say, and is not counted.
        share = [0 if gone else weight for weight, gone in zip(share, page["gone"])]
        heavy = max(1.0, sum(share) / HEAVIEST_PAGE)
        weights += [weight / heavy for weight in share]
        known += [0 if part is None else part for part in labels(page["texts"], text)]
    pages.learn(known, weights, domains)
    return pages


def snippets(program, folder, work):
    """The snippet pages: blocks with a phrase that is known to belong or not to belong."""
    pages = Set(program, Path(folder) / "html", work, "snippets")
    truth = json.loads((Path(folder) / "truth.json").read_text(encoding="utf-8"))
    known, weights, domains = [], [], []
    for page in pages.blocks:
        wanted = truth.get(page["id"], {"with": [], "without": []})
        domains.append(domain_of(wanted.get("url")))
        found = snippet_labels(page["texts"], wanted["with"], wanted["without"])
        known += [0 if part is None else part for part in found]
        weights += [0 if part is None else SNIPPET_WEIGHT for part in found]
    pages.learn(known, weights, domains)
    return pages
