#!/usr/bin/env bash
# Says what each function would do, and writes nothing.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' \
  -d '{"function":"gather-programs","businessDate":"'"$DATE"'","dryRun":true}'
curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' \
  -d '{"function":"extract-projects","businessDate":"'"$DATE"'","scope":"'"$PROGRAM"'","dryRun":true}'
curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' \
  -d '{"function":"publish-projects","businessDate":"'"$DATE"'","dryRun":true}'
