#!/usr/bin/env python3
"""Makes the models' tables in src/model/ from pages with known articles, and says how well they do.

    python3 training/train.py --wcxb FOLDER --snippets FOLDER [--work FOLDER] [--check]

FOLDER is a copy of WCXB's development set (html/, ground-truth/) and of the snippet set (html/, truth.json). Scores are out
of fold, with folds by domain; the tables are made from all pages. With --check nothing is written: the
tables are made and compared with the committed ones, byte by byte.
"""
import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier, Pool

import sets
import table

HERE = Path(__file__).resolve().parent
MODELS = HERE.parent / "src" / "model"
LEFT_IN = 0.4  # of the blocks that are not article: there are more than enough

COMMON = dict(random_seed=1, thread_count=2, verbose=False, allow_writing_files=False, bootstrap_type="Bernoulli", subsample=0.8,
              leaf_estimation_iterations=1, boosting_type="Plain", border_count=48)
FIRST = dict(COMMON, iterations=330, depth=6, learning_rate=0.06, l2_leaf_reg=8, rsm=0.3, loss_function="Logloss")
SECOND = dict(COMMON, iterations=300, depth=4, learning_rate=0.1, l2_leaf_reg=8, rsm=0.3, loss_function="Logloss")
KIND = dict(COMMON, iterations=160, depth=3, learning_rate=0.1, l2_leaf_reg=6, rsm=0.5, loss_function="MultiClass")
ARTICLENESS = dict(COMMON, iterations=160, depth=4, learning_rate=0.07, l2_leaf_reg=6, rsm=0.5, loss_function="Logloss")


class Blocks:
    """The blocks of all sets, as one matrix."""

    def __init__(self, all_sets, matrices):
        self.rows = matrices
        self.known = np.concatenate([one.known for one in all_sets]) >= 0.5
        self.weights = np.concatenate([one.weights for one in all_sets])
        self.folds = np.concatenate([one.folds for one in all_sets])
        drawn = np.random.RandomState(3).rand(len(self.known))
        self.used = (self.weights > 0) & (self.known | (drawn < LEFT_IN))
        self.weights = self.weights * np.where(self.known, 1, 1 / LEFT_IN) * 100

    def pool(self, which):
        """Rows, answers and weights of some blocks."""
        ends = np.cumsum([len(rows) for rows in self.rows])
        parts = [rows[which[end - len(rows):end]] for rows, end in zip(self.rows, ends)]
        return Pool(np.concatenate(parts), self.known[which].astype(int), weight=self.weights[which])

    def out_of_fold(self, settings):
        """Each block's score by a model that has not seen its domain."""
        scores = np.zeros(len(self.known), "f4")
        for fold in range(sets.FOLDS):
            model = CatBoostClassifier(**settings).fit(self.pool(self.used & (self.folds != fold)))
            tested = self.folds == fold
            scores[tested] = model.predict_proba(self.pool(tested))[:, 1]
            print(f"  fold {fold + 1} of {sets.FOLDS}", flush=True)
        return scores

    def fit(self, settings):
        return CatBoostClassifier(**settings).fit(self.pool(self.used))


def split(scores, all_sets):
    """Scores of all blocks, set by set; what is gone has none."""
    parts = np.split(scores, np.cumsum([sum(one.counts) for one in all_sets])[:-1])
    return [np.where(one.gone, 0, part).astype("f4") for one, part in zip(all_sets, parts)]


def pages_out_of_fold(rows, answers, folds, settings):
    """Each page's probabilities by a model that has not seen its domain."""
    scores = None
    for fold in range(sets.FOLDS):
        model = CatBoostClassifier(**settings).fit(rows[folds != fold], answers[folds != fold])
        told = model.predict_proba(rows[folds == fold])
        scores = np.zeros((len(rows), told.shape[1]), "f4") if scores is None else scores
        scores[folds == fold] = told
    return scores


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wcxb", required=True)
    parser.add_argument("--snippets", required=True)
    parser.add_argument("--work", default=None, help="where the rows go, about 3 GB (default: a temporary folder)")
    parser.add_argument("--program", default=str(HERE.parent / "target" / "release" / "clearleaf-training"))
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    work = Path(args.work or tempfile.mkdtemp())
    work.mkdir(parents=True, exist_ok=True)
    made = work if args.check else MODELS

    print("rows of the first look", flush=True)
    wcxb, snippets = sets.wcxb(args.program, args.wcxb, work), sets.snippets(args.program, args.snippets, work)
    both = [wcxb, snippets]
    looks = [one.run("rows") for one in both]
    first = Blocks(both, [rows for _, rows in looks])
    print("first model", flush=True)
    scores = split(first.out_of_fold(FIRST), both)
    size = table.write(first.fit(FIRST), looks[0][0], made / "first.bin", work / "first.json")
    print(f"first.bin {size} bytes; rows of the second look", flush=True)
    looks = [one.run("second", part, ".second") for one, part in zip(both, scores)]
    second = Blocks(both, [rows for _, rows in looks])
    scores = split(second.out_of_fold(SECOND), both)
    size = table.write(second.fit(SECOND), looks[0][0], made / "second.bin", work / "second.json")
    print(f"second.bin {size} bytes; rows of pages", flush=True)

    columns, rows = wcxb.run("pages", scores[0], ".pages")
    kinds = np.array([sets.KINDS.index(kind) for kind in wcxb.kinds])
    np.save(work / "kinds.npy", pages_out_of_fold(rows, kinds, wcxb.page_folds, KIND))
    size = table.write(CatBoostClassifier(**KIND).fit(rows, kinds), columns, made / "kind.bin", work / "kind.json")
    reading = (kinds < 2).astype(int)
    np.save(work / "articleness.npy", pages_out_of_fold(rows, reading, wcxb.page_folds, ARTICLENESS))
    model = CatBoostClassifier(**ARTICLENESS).fit(rows, reading)
    size += table.write(model, columns, made / "articleness.bin", work / "articleness.json")
    print(f"kind.bin and articleness.bin {size} bytes", flush=True)
    for one, part in zip(both, scores):
        print("out of fold:", one.run("extract", part, ".out-of-fold"), flush=True)
    if args.check:
        other = [path.name for path in sorted(MODELS.glob("*.bin")) if path.read_bytes() != (work / path.name).read_bytes()]
        sys.exit(f"not as committed: {', '.join(other)}" if other else 0)


if __name__ == "__main__":
    main()
