#!/usr/bin/env bash
# Whether a callback is genuine: its body comes by the standard input, its headers are in WEBHOOK_ID,
# WEBHOOK_TIMESTAMP and WEBHOOK_SIGNATURE, the tenant's secret is in SECRET.
set -euo pipefail

body=$(mktemp) && trap 'rm -f "$body"' EXIT && cat > "$body"
key=$(printf %s "${SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \n')
expected=v1,$({ printf '%s.%s.' "$WEBHOOK_ID" "$WEBHOOK_TIMESTAMP"; cat "$body"; } |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)
age=$(($(date +%s) - WEBHOOK_TIMESTAMP))
[[ " $WEBHOOK_SIGNATURE " == *" $expected "* && ${age#-} -le 300 ]]
