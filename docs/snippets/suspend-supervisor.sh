#!/usr/bin/env bash
# Pauses a supervisor and lets it go on.
set -euo pipefail

curl -sS --fail-with-body -X POST "$FUNCTIONS/supervisors/sl-survey/suspend"
curl -sS --fail-with-body -X POST "$FUNCTIONS/supervisors/sl-survey/resume"
