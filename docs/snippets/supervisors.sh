#!/usr/bin/env bash
# Shows the state and the lag of Druid's supervisors.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/supervisors"
