#!/usr/bin/env bash
# Tries a program whose extraction has failed once more; hands back one that has succeeded.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' \
  -d '{"function":"extract-projects","businessDate":"'"$DATE"'","scope":"'"$PROGRAM"'","requestedBy":"'"$USER"'"}'
