"""Workbooks in and out: closed files, fresh ones, and live ones, behind one port."""
