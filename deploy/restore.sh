#!/usr/bin/env bash
# restore.sh ARCHIVE   puts a backup back; stop the services first. It goes only into a place that is empty:
# a folder THIDUA_DATA without database, or an empty PostgreSQL database.
set -euo pipefail
umask 077
archive=$(realpath "$1")
cd "$(dirname "$0")/.."
data=${THIDUA_DATA:-var}
if [ -e "$data/thidua.sqlite3" ]; then
    echo "$data already holds a database; move it away first." >&2
    exit 1
fi
mkdir -p "$data"
tar -xzf "$archive" -C "$data"
if [ -e "$data/database.dump" ]; then
    pg_restore --no-owner --exit-on-error --single-transaction \
        --dbname="${THIDUA_DATABASE:?a backup of PostgreSQL needs THIDUA_DATABASE}" "$data/database.dump"
    rm "$data/database.dump"
fi
.venv/bin/python manage.py migrate --noinput --verbosity 0
echo "Restored into $data from $(basename "$archive")"
