#!/usr/bin/env bash
# Repeats a whole night. FUNCTIONS is the address of a process that holds gather-programs.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' \
  -d '{"function":"gather-programs","businessDate":"'"$DATE"'","policy":"force","requestedBy":"'"$USER"'"}'
