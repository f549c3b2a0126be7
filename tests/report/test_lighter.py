"""A page with less in it is the same page."""

from rhetoric.report.lighter import lighter


def test_end_tags_of_cells_and_rows_go():
    table = "<table><thead><tr><th>A</th></tr></thead>\n<tbody>\n<tr><th>b</th> <td>1 <i>x</i></td></tr>\n</tbody></table>"
    assert (
        lighter(table) == "<table><thead><tr><th>A</thead>\n<tbody>\n<tr><th>b<td>1 <i>x</i></tbody></table>"
    )


def test_quotation_marks_stay_escaped_in_attributes_alone():
    assert lighter('<p title="a &#34;b&#34;">&#34;It&#39;s&#34; &lt;b&gt;</p>') == (
        '<p title="a &#34;b&#34;">"It\'s" &lt;b&gt;</p>'
    )


def test_words_that_look_like_tags_stay():
    assert lighter("<p>&lt;/td&gt; &amp;#34;</p>") == "<p>&lt;/td&gt; &amp;#34;</p>"
