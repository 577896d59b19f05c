#!/usr/bin/env bash
# Sweeps now instead of waiting for the next period; with dryRun only counts.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' \
  -d '{"function":"settle-publications","dryRun":true}'
curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' \
  -d '{"function":"settle-publications"}'
