"""How large an honest workbook may be: 20,000 rows by 40 columns with comments and images fit more than twice."""

MIB = 1 << 20

CHUNK = 64 << 10
"""Bytes read, inflated and parsed at a time."""

MAX_FILE = 256 * MIB
MAX_PARTS = 10_000
MAX_DIRECTORY = 4 * MIB
MAX_PART = 256 * MIB
MAX_TOTAL = 512 * MIB
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
MAX_ELEMENTS = 6_000_000

ROWS = 1_048_576
COLUMNS = 16_384
MAX_CELLS = 2_000_000
MAX_SPREAD = 5_000_000
"""Cells in the rectangle from A1 to the last used row and column, and in what merges and links cover together."""
