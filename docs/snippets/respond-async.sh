#!/usr/bin/env bash
# Starts a run and returns as soon as it is claimed.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' -H 'Prefer: respond-async' \
  -d '{"function":"gather-programs","businessDate":"'"$DATE"'","policy":"force"}'
