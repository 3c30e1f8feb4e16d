"""Consents and the mentor's agreement as papers to be signed by hand."""

from .forms import FOLDER, Form, agreement_paper, consent_paper

__all__ = ["FOLDER", "Form", "agreement_paper", "consent_paper"]
