"""The states of the programmes of pairs."""

from mentoring_xl.schema.choices import PROGRAMME_STATES

DRAFT, APPROVED, RUNNING, COMPLETED = PROGRAMME_STATES.values
