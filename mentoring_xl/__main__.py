"""python -m mentoring_xl."""

import sys

from mentoring_xl.cli import main

sys.exit(main())
