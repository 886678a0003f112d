#!/usr/bin/env bash
# backup.sh [FOLDER]   one archive with database, uploaded files and key, taken while the office works;
# the oldest archives beyond THIDUA_BACKUPS_KEPT (30) are removed. Reads the same settings as the server.
set -euo pipefail
umask 077
cd "$(dirname "$0")/.."
data=${THIDUA_DATA:-var}
folder=${1:-${THIDUA_BACKUPS:-$data/backups}}
kept=${THIDUA_BACKUPS_KEPT:-30}
mkdir -p "$folder"
part=$(mktemp -d "$folder/.part-XXXXXX")
trap 'rm -rf "$part"' EXIT
mkdir "$part/office"

if [ -n "${THIDUA_DATABASE:-}" ]; then
    pg_dump --format=custom --no-owner --file="$part/office/database.dump" "$THIDUA_DATABASE"
else
    # The online backup of SQLite: a consistent copy even while somebody writes.
    .venv/bin/python - "$data/thidua.sqlite3" "$part/office/thidua.sqlite3" <<'PYTHON'
import contextlib
import sqlite3
import sys

with contextlib.closing(sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)) as live:
    with contextlib.closing(sqlite3.connect(sys.argv[2])) as copy:
        live.backup(copy)
        if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            sys.exit("The copy of the database is damaged; nothing was kept.")
PYTHON
fi
for name in files keys trust secret; do
    [ ! -e "$data/$name" ] || cp -a "$data/$name" "$part/office/"
done

archive=$folder/thidua-$(date +%Y%m%d-%H%M%S).tar.gz
tar -czf "$part/archive" -C "$part/office" .
mv "$part/archive" "$archive"
find "$folder" -maxdepth 1 -name 'thidua-*.tar.gz' | sort -r | tail -n "+$((kept + 1))" | xargs -r rm --
echo "$archive"
