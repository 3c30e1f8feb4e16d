"""The states of rows of the plan."""

from mentoring_xl.schema.choices import STEP_STATES

DONE, OVERDUE, SOON, GOING_ON, AHEAD, ALWAYS, ON_EVENT, NO_DEADLINE, UNREAD = STEP_STATES.values
