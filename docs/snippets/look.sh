#!/usr/bin/env bash
# Shows how the nights went.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/pipelines"
curl -sS --fail-with-body "$FUNCTIONS/pipelines/projects/$DATE"
curl -sS --fail-with-body "$FUNCTIONS/runs?businessDate=$DATE&state=FAILED"
