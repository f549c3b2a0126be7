# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Comparing: what may be said of a difference
#
# A difference between two texts is easy to print and hard to mean. This notebook takes one apart: its size and range, what one author
# would differ from himself, whether it holds in halves, and the words behind it. `docs/comparison.md` has the formulae and how often
# they are right.

# %%
from pathlib import Path

import rhetoric as rh

corpus = Path("corpus") if Path("corpus").exists() else Path("../corpus")
a = rh.analyse(corpus, metaphor="lexical", tone="lexical", device="lexical")
c = a.compare("voice", "Jon Cruddas", "Neal Lawson")
for warning in c.warnings:
    print("-", warning)

# %% [markdown]
# ## One row, read from left to right
#
# `effect` is the ratio of the two rates, `low` and `high` its range for texts like these passages. `percentile` says how many pairs of texts by one
# author differ less. `halves` counts in how many of four comparisons, a half of the one with a half of the other, the direction is the same.
# Under 900 words a side nothing is *clear*, and these voices are shorter.

# %%
shown = ["label", "value_a", "value_b", "hits_a", "hits_b", "effect", "low", "high", "percentile", "halves", "strength", "note"]
c.table[c.table["strength"] != "too few to say"].sort_values("percentile", ascending=False)[shown].head(8).round(2)

# %% [markdown]
# Every number leads to its words.

# %%
a.found.query("feature.str.startswith('discourse.hedge') and voice == 'Jon Cruddas' and not repeat")[["text", "sentence", "weight"]]

# %% [markdown]
# ## Words
#
# Key words of one voice against general English. Effect sizes come first; the range sees that words cluster. Tests are there when asked for, with the
# note that words are not independent.

# %%
key = a.keyness("voice", "Neal Lawson", reference="english", least=3, function_words=False)
key[["word", "hits", "rate", "reference_rate", "log_ratio", "low", "high", "flag"]].head(10).round(2)

# %% [markdown]
# ## What stands inside what
#
# Metaphors inside the paragraphs on realignment, against those elsewhere. `same_words` says how many of the joint hits are the very words of the other layer.

# %%
a.cooccurrence("metaphor", "theme.realignment")[
    ["group", "inner_hits_inside", "words_inside", "rate_inside", "rate_outside", "ratio", "low", "high", "same_words", "strength"]
].round(2)

# %% [markdown]
# ## What two texts cannot bear
#
# Scaling, trends and their like need many texts. They refuse, and say how many.

# %%
for ask in (a.wordfish, lambda: a.trend("theme")):
    try:
        ask()
    except rh.RhetoricError as refusal:
        print(refusal)

# %% [markdown]
# ## For a paper
#
# Each chart as a figure at the width it is printed at; `report.export("paper")` writes all of them, the tables, a methods paragraph and its references.

# %%
report = a.report("voice")
report.figure("themes", 183)
