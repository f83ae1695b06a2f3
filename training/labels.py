"""Labels: which blocks of a page are part of its article, by alignment with the true text.

The truth is running text; a page is a list of blocks. Long blocks are aligned first, by runs of three words that
stand in the truth and have not been used by an earlier block. Short blocks (headings, list items) are too common to be
found by their words alone: they count only where the aligned blocks around them say that they stand in between.
"""
import re

WORD = re.compile(r"\w+")
RUN = 3      # words that must follow each other to count as found
LONG = 6     # blocks of at least this many words are aligned by themselves
SLACK = 12   # words of truth that a short block may be away from its neighbours


def words(text):
    return WORD.findall((text or "").lower())


def labels(texts, truth):
    """For each block the share of its words that the truth has, None for blocks without words."""
    truth = words(truth)
    places = {}
    for at in range(len(truth) - RUN + 1):
        places.setdefault(tuple(truth[at:at + RUN]), []).append(at)
    used = bytearray(len(truth))
    blocks = [words(text) for text in texts]
    found = [None] * len(blocks)
    span = [None] * len(blocks)
    last = 0
    for number, block in enumerate(blocks):
        if not block:
            continue
        found[number] = 0.0
        if len(block) < LONG:
            continue
        covered, starts = set(), []
        for at in range(len(block) - RUN + 1):
            options = [p for p in places.get(tuple(block[at:at + RUN]), ()) if not (used[p] and used[p + 1] and used[p + 2])]
            if options:
                place = min(options, key=lambda p: (abs(p - at - (starts[-1] if starts else last)), p))
                starts.append(place - at)
                covered.update(range(at, at + RUN))
        share = len(covered) / len(block)
        found[number] = share
        if share >= 0.5:
            start = sorted(starts)[len(starts) // 2]
            start = max(0, start)
            end = min(len(truth), start + len(block))
            for p in range(start, end):
                used[p] = 1
            span[number] = (start, end)
            last = end
    before, after = [None] * len(blocks), [None] * len(blocks)
    seen = None
    for number in range(len(blocks)):
        before[number] = seen
        seen = span[number] or seen
    seen = None
    for number in reversed(range(len(blocks))):
        after[number] = seen
        seen = span[number] or seen
    for number, block in enumerate(blocks):
        if not block or len(block) >= LONG:
            continue
        low = before[number][1] if before[number] else 0
        high = after[number][0] if after[number] else len(truth)
        if before[number] is None and after[number] is not None:
            low = max(0, high - SLACK * 3)
        if after[number] is None and before[number] is not None:
            high = min(len(truth), low + SLACK * 3)
        low, high = max(0, low - 2), min(len(truth), high + 2)
        for at in range(low, high - len(block) + 1):
            if truth[at:at + len(block)] == block and not any(used[at:at + len(block)]):
                found[number] = 1.0
                for p in range(at, at + len(block)):
                    used[p] = 1
                break
    return found


def snippet_labels(texts, wanted, unwanted):
    """1 for blocks that hold a wanted phrase, 0 for an unwanted one, None where nothing is known."""
    flat = [" ".join(text.split()) for text in texts]
    known = []
    for text in flat:
        hit = any(" ".join(phrase.split()) in text for phrase in wanted)
        miss = any(" ".join(phrase.split()) in text for phrase in unwanted)
        known.append(1.0 if hit and not miss else 0.0 if miss and not hit else None)
    return known
