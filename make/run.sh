#!/usr/bin/env bash
# run.sh [PORT]   migrates, then starts the web server on loopback and the worker; one ends with the other.
set -euo pipefail
cd "$(dirname "$0")/.."
port=${1:-8000}
python=.venv/bin/python

"$python" manage.py migrate --noinput --verbosity 0
trap 'kill $(jobs -p) 2>/dev/null; wait' EXIT
trap 'exit 0' INT TERM
"$python" manage.py db_worker &
"$python" -m gunicorn thidua.wsgi --bind "127.0.0.1:$port" --workers 2 --threads 2 --log-level warning &
echo "http://127.0.0.1:$port/  (Ctrl-C to stop)"
wait -n
