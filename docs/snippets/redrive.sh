#!/usr/bin/env bash
# Sends the dead letters of a topic back that have a reason.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/redrive" -H 'Content-Type: application/json' \
  -d '{"topic":"'"$TOPIC"'","reason":"'"$REASON"'"}'
