# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# 503 inside TLS behind a proxy is the server's own.
expect_cause=http.unavailable
env=(https_proxy=http://$D4:3128)
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='200 Connection.*503'
build() {
	net far
	site
	https leaf 443 'return 503;'
	bg d 3128 $PYTHON "$SERVERS/proxy.py" 3128
}
