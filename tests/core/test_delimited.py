"""The separator of a table in text is told by the rows it gives."""

from mentoring_xl.core.delimited import rows_of


def test_quotes_tell_the_separator_where_cells_hold_others():
    assert rows_of('"a;b";"c, d"\n"1;2";"3, 4"\n') == [["a;b", "c, d"], ["1;2", "3, 4"]]
    assert rows_of('"a;b","c, d"\n"1;2","3, 4"\n') == [["a;b", "c, d"], ["1;2", "3, 4"]]


def test_without_quotes_the_most_even_rows_win():
    assert rows_of("a;b;c\n1,5;2;3\n4;5,5;6\n")[1] == ["1,5", "2", "3"]


def test_a_quote_inside_a_cell_loses_no_row():
    assert len(rows_of('a;b\n5" труба;2\n3;4\n')) == 3
