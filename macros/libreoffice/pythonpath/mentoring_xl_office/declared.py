"""Written by mentoring_xl.build: the services, and which function answers for which method."""

PRESS_SERVICE = "ru.mentoring_xl.Press"
FUNCTIONS_SERVICE = "ru.mentoring_xl.Functions"
FUNCTIONS = {
    "deadlineStart": "deadline_start",
    "deadlineEnd": "deadline_end",
    "deadlineDaysLeft": "deadline_days_left",
}
