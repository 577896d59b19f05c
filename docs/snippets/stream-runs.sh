#!/usr/bin/env bash
# Shows what stream functions did, by topic, partition and hour.
set -euo pipefail

curl -sS --fail-with-body "$FUNCTIONS/stream-runs"
