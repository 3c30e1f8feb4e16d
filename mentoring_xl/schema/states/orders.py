"""The states of orders."""

from mentoring_xl.schema.choices import ORDER_STATES

DRAFT, TO_SIGN, SIGNED, CANCELLED = ORDER_STATES.values
