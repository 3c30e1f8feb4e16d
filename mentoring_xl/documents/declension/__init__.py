"""Russian names and posts in oblique cases, each form marked certain or not: a wrong form is never silent."""

from mentoring_xl.documents.declension.acts import decline_act
from mentoring_xl.documents.declension.cleaning import normalise_name
from mentoring_xl.documents.declension.confirmed import confirmed, proposed
from mentoring_xl.documents.declension.model import CASES, Declined, Gender
from mentoring_xl.documents.declension.names import decline_name
from mentoring_xl.documents.declension.person import gender_of, initials
from mentoring_xl.documents.declension.posts import decline_post

__all__ = [
    "CASES",
    "Declined",
    "Gender",
    "confirmed",
    "decline_act",
    "decline_name",
    "decline_post",
    "gender_of",
    "initials",
    "normalise_name",
    "proposed",
]
