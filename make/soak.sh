#!/usr/bin/env bash
# soak.sh ROUNDS [pytest arguments]   what is too long for `make test`; each part says what took its time.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=$1
shift

# A part in which ARGS chose no test is no failure (pytest answers 5).
part() {
    echo "== $1"
    shift
    .venv/bin/python -m pytest -q --no-migrations --durations=10 "$@" || [ $? -eq 5 ]
}
for round in $(seq "$rounds"); do
    export THIDUA_DOORS=all
    part "Round $round of $rounds: long stories, kills, thousands of council sessions" -m "long and not e2e" "$@"
    part "Round $round of $rounds: every door by every role, every page" -m drawn "$@"
    part "Round $round of $rounds: 2,000 examples of each generated test" \
        -m "hypothesis and not long and not e2e and not drawn" --hypothesis-profile=soak "$@"
done
