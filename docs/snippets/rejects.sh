#!/usr/bin/env bash
# Shows the documents that a run has put aside.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/rejects?run=$RUN&limit=1000"
