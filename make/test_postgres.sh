#!/usr/bin/env bash
# test_postgres.sh [pytest arguments]   the suite without the browser on a private PostgreSQL cluster, made for this run.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1)
cluster=$(mktemp -d)
port=$("$root/.venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')

# PostgreSQL refuses to run as root: there it runs as the user of the Debian package.
as_owner() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"
    else
        "$@"
    fi
}
stop() {
    (cd "$cluster" && as_owner "$bin/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null 2>&1) || true
    rm -rf "$cluster"
}
trap stop EXIT

[ "$(id -u)" -ne 0 ] || chown postgres: "$cluster"
cd "$cluster"
as_owner "$bin/initdb" -D "$cluster/data" -U thidua -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$cluster/initdb.log"
as_owner "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/data/log" -w start >/dev/null -o "-c listen_addresses=127.0.0.1 \
-c port=$port -c unix_socket_directories=$cluster -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
cd "$root"
echo "PostgreSQL $("$bin/postgres" --version | grep -o '[0-9.]*' | head -1) on port $port"
THIDUA_DATABASE="postgres://thidua@127.0.0.1:$port/postgres" .venv/bin/python -m pytest -m "not e2e and not long" "$@"
