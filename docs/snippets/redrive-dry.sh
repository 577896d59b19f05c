#!/usr/bin/env bash
# Counts the dead letters of a topic by reason, and sends nothing.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/redrive" -H 'Content-Type: application/json' \
  -d '{"topic":"'"$TOPIC"'","dryRun":true}'
