#!/usr/bin/env bash
# lock.sh [uv arguments]   writes the locks; "--upgrade" moves every package to its newest allowed version.
set -euo pipefail
cd "$(dirname "$0")/.."

lock() {
    .venv/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate pyproject.toml "$@"
}
lock --output-file requirements/base.txt "$@"
lock --group dev --constraint requirements/base.txt --output-file requirements/dev.txt "$@"
