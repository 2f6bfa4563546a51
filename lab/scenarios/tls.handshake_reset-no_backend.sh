# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A front in TCP mode whose backend is gone closes after the hello.
expect_cause="tls.handshake_reset port.accepts_then_closes port.reset"
needs=haproxy
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='curl: \((35|56)\)'
build() {
	net far
	site
	front 443 '' 'mode tcp' 'server b 127.0.0.1:9000'
}
