#!/usr/bin/env bash
# Hands an event over by HTTP, as a broker does: here the wake-up of one program.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/" -H 'Content-Type: application/json' \
  -H 'ce-specversion: 1.0' -H 'ce-id: by-hand-1' -H 'ce-source: /operators' -H 'ce-type: org.mlanalytics.run.requested.v1' \
  -d '{"function":"extract-projects","scope":"'"$PROGRAM"'","businessDate":"'"$DATE"'","pipeline":"projects/'"$DATE"'","generation":1}'
