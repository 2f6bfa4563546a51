# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# nginx closes without an answer (444), over TLS.
expect_cause=http.empty_reply
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='curl: \((52|92)\)'
build() {
	net far
	site
	https leaf 443 'return 444;'
}
