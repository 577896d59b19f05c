#!/usr/bin/env bash
# Names a file that is to be checked and loaded.
set -euo pipefail

curl -sS --fail-with-body "$FILES/files" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
  -d '{"uri":"'"$FILE"'","schema":"bts-alarms","target":["mongo:alarms"]}'
