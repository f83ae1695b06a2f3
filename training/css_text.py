#!/usr/bin/env python3
"""Looks for the text of style rules in what `clearleaf batch` wrote. Exit code 1 if there is any.

    clearleaf batch PAGES --out RESULTS.jsonl && python3 training/css_text.py RESULTS.jsonl

Code that an article shows is no leak: what stands in pre or code is left out. Told in another way than the core tells it, so that the
one checks the other.
"""
import html
import json
import re
import sys

SHOWN = re.compile(r"<(pre|code)\b.*?</\1>", re.S)
TAG = re.compile(r"<[^>]*>")
SIGNS = [
    re.compile(r"\{\s*[a-z-]{3,30}\s*:[^{}:]{1,200}(;|\})"),                                   # .a { color: red; }
    re.compile(r"@(media|keyframes|supports|font-face|import)\b[^{}.]{0,120}\{"),               # @media (…) {
    re.compile(r"[a-z-]{3,30}:[^;{}:]{1,60};\s*[a-z-]{3,30}:[^;{}:]{1,60};\s*[a-z-]{3,30}:[^;{}]{1,60}\}"),  # the rest of a rule
    re.compile(r"light-dark\(#|translateX\(-?\d|!important\s*[;}]"),
]


def leaks(content):
    text = html.unescape(TAG.sub("\n", SHOWN.sub("", content)))
    return [found.group(0) for sign in SIGNS for found in [sign.search(text)] if found]


def main():
    pages = wrong = 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            pages += 1
            found = leaks(page.get("content") or "")
            wrong += bool(found)
            for part in found[:1]:
                print(f"{page['id']}: {' '.join(part.split())[:100]}")
    print(f"{wrong} of {pages} outputs hold the text of style rules")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
