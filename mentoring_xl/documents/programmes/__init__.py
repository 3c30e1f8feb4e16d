"""Personalised programmes (ППН): what is proposed for a pair or group, when it meets, and the paper."""
