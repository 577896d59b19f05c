#!/usr/bin/env bash
# Runs a night that has not succeeded yet; hands back one that has.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' \
  -d '{"function":"gather-programs","businessDate":"'"$DATE"'","requestedBy":"'"$USER"'"}'
