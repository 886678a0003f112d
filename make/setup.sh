#!/usr/bin/env bash
# setup.sh [dev]   virtual environment, locked dependencies, static files; does nothing when nothing changed.
set -euo pipefail
cd "$(dirname "$0")/.."
. make/debian.sh
kind=${1:-base}

newest_python() {
    local name
    for name in "${PYTHON3:-python3}" python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "Python 3.11 or newer is needed; on Debian 12: sudo apt-get install python3 python3-venv" >&2
    return 1
}

if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    need "the virtual environment" python3:python3
    python=$(newest_python)
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        apt_install "the virtual environment" python3-venv
    echo "Making the virtual environment .venv"
    "$python" -m venv --clear .venv
fi

# A lock that is already installed is kept beside the environment: only a changed one is installed again.
if ! cmp -s "requirements/$kind.txt" ".venv/installed-$kind.txt"; then
    echo "Installing requirements/$kind.txt"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
        -r "requirements/$kind.txt"
    cp "requirements/$kind.txt" ".venv/installed-$kind.txt"
    cmp -s requirements/base.txt .venv/installed-base.txt || cp requirements/base.txt .venv/installed-base.txt
fi

if [ ! -e staticfiles/.collected ] ||
    [ -n "$(find thidua/web/static .venv/installed-base.txt -newer staticfiles/.collected -print -quit)" ]; then
    echo "Collecting static files"
    .venv/bin/python manage.py collectstatic --noinput --clear --verbosity 0
    touch staticfiles/.collected
fi
