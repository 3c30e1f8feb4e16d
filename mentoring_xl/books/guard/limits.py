"""How large an honest workbook may be: 20,000 rows by 40 columns with comments and images fit more than twice."""

MIB = 1 << 20

CHUNK = 64 << 10
"""Bytes read, inflated and parsed at a time."""

MAX_FILE = 128 * MIB
MAX_PARTS = 10_000
MAX_DIRECTORY = 4 * MIB
MAX_TOTAL = 256 * MIB
MAX_XML = 128 * MIB
"""Bytes of all XML parts; with the two numbers below it keeps any reader under 1 GiB (2 million cells took openpyxl
0.9 GiB, 3 million strings 0.5 GiB)."""
MAX_ELEMENTS = 5_000_000
"""A plain cell counts as two: itself and its value."""
MAX_CELLS = 1_600_000

MAX_RATIO = 250
RATIO_GRACE = 8 * MIB
"""A part this small may be packed as tightly as deflate can: a blank image shrinks a thousandfold."""

MAX_TOKEN = MIB
"""Bytes of one tag or comment: expat reads an unfinished one again with every chunk."""
MAX_TEXT = MIB
"""Bytes between two tags; a cell holds 32,767 characters, at most about 230,000 bytes when escaped."""
MAX_DEPTH = 128
MAX_ATTRIBUTES = 256
MAX_NAMES = 20_000
"""Different element and attribute names in one part: expat keeps every one until the end."""
MAX_NAMESPACE = 1_024
"""Characters of a namespace address: it is repeated in every name that belongs to it."""

ROWS = 1_048_576
COLUMNS = 16_384
MAX_SPREAD = 5_000_000
"""Cells in the rectangle from A1 to the last used row and column, and in what merges and links cover together."""
