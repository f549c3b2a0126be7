# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # First steps: two articles on pluralism and the progressive alliance
#
# In 2010 Jason Cowley interviewed Jon Cruddas; in 2016 Neal Lawson wrote an op-ed on the Richmond Park by-election. Both
# appeared in the *New Statesman*. This notebook asks who speaks in them, what each voice appeals to, and how far the two
# differ. Every number below can be followed to the words behind it.

# %%
from pathlib import Path

import rhetoric as rh

corpus = Path("corpus") if Path("corpus").exists() else Path("../corpus")
a = rh.analyse(corpus)
a

# %% [markdown]
# ## Who speaks
#
# An interview has more than one voice. Words count for the voice that says them; `how` names the rule that decided, and
# `sure` says how far to trust it. `headings` are headlines and crossheads, an editor's words as a rule.

# %%
a.voices

# %%
a.quotations[["doc_id", "kind", "speaker", "cue", "how", "sure"]].head(12)

# %% [markdown]
# Two things to notice. Lawson is quoted in the interview and writes the op-ed: he is one voice. And quoted words are not
# always speech: the "big society" is a slogan, kind `phrase`, and stays with the narrator.

# %%
texts = dict(zip(a.documents["doc_id"], a.documents["text"], strict=True))
phrases = a.quotations.query("kind == 'phrase'")
[texts[q.doc_id][q.start : q.end] for q in phrases.itertuples()]

# %% [markdown]
# ## Printed twice
#
# The interview prints some passages twice. The second printing is kept and marked, but neither its hits nor its words
# are counted.

# %%
repeats = a.corpus.passages.of(rh.Kind.REPEAT).frame()
[texts[a.corpus.ids[r.doc]][r.start : r.end] for r in repeats.itertuples()]

# %% [markdown]
# ## What they appeal to
#
# One row for each text, voice and measure. `value` is a rate per 1,000 words of that voice, `low` and `high` its interval.

# %%
themes = a.scores[a.scores["feature"].str.startswith("theme.")]
themes.query("voice in ['Jon Cruddas', 'Neal Lawson'] and hits > 0").sort_values(
    "hits", ascending=False
).head(10)

# %% [markdown]
# The words behind the largest of them:

# %%
a.found.query("feature.str.startswith('theme.pluralism')")[["voice", "text", "entry", "weight", "repeat"]]

# %% [markdown]
# ## How the two differ
#
# `strength` is *clear*, *uncertain* or *too few to say*. Two short texts rarely give more than *uncertain*, and the
# difference is between these two texts.

# %%
difference = a.compare("voice")
difference.table[
    ["label", "hits_a", "hits_b", "value_a", "value_b", "effect", "low", "high", "strength"]
].head(12)

# %%
difference.warnings

# %% [markdown]
# ## In context

# %%
a.kwic("plural*|realign*")

# %% [markdown]
# ## Your own measure
#
# An extractor is any object with `features` and `extract`. No registration is needed here.


# %%
class FirstPerson:
    """Counts 'I' and 'me'."""

    features = (rh.Feature("discourse.first_person", label="First person singular"),)

    def extract(self, corpus):
        tokens = corpus.tokens
        rows = [n for n in range(len(tokens)) if tokens.text(n).lower() in {"i", "me", "i'm", "i’m"}]
        found = [
            rh.Finding(int(tokens.doc[n]), 0, tokens.text(n), int(tokens.start[n]), int(tokens.end[n]))
            for n in rows
        ]
        return rh.Evidence.gather(corpus, self.features, found)


mine = rh.analyse(corpus, layers=("theme",), extra=[FirstPerson()])
mine.scores[mine.scores["feature"].str.contains("first_person")][["voice", "value", "hits", "low", "high"]]

# %% [markdown]
# ## The page
#
# `a.report().save("report.html")` writes one file that opens anywhere; `a.report().show()` frames it here. Displayed
# by itself, a report shows a short card.

# %%
a.report()
