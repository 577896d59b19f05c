#!/usr/bin/env bash
# Removes sl-project from Druid: first the dry run, then the purge.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' \
  -d '{"function":"purge-projects","dryRun":true}'
curl -sS --fail-with-body "$FUNCTIONS/runs" -H 'Content-Type: application/json' \
  -d '{"function":"purge-projects","policy":"force","requestedBy":"'"$USER"'"}'
