#!/usr/bin/env bash
# Cancels a run; a run that has ended is handed back.
set -euo pipefail

curl -sS --fail-with-body -X POST "$FUNCTIONS/runs/$RUN/cancel"
