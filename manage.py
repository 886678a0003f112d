#!/usr/bin/env python3
"""The command door: every command of the office runs through here."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.settings")
    execute_from_command_line(sys.argv)
