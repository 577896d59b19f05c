#!/usr/bin/env bash
# Makes Druid read the topics of rows: first what would change, then the change.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' \
  -d '{"function":"apply-supervisors","dryRun":true}'
curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' \
  -d '{"function":"apply-supervisors"}'
