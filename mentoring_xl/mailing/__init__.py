"""«Отправить директору»: the copy and its letter are prepared, shown, and handed over by one of three ways."""

from .parcel import Parcel, prepare
from .sending import hand_over
from .ways import Means, Way, chosen

__all__ = ["Means", "Parcel", "Way", "chosen", "hand_over", "prepare"]
