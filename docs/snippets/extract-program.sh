#!/usr/bin/env bash
# Extracts one program again. The publication follows by itself.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' \
  -d '{"function":"extract-projects","businessDate":"'"$DATE"'","scope":"'"$PROGRAM"'","policy":"force","requestedBy":"'"$USER"'"}'
