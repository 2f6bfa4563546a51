# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# tls:// stops after the handshake.
expect_status=ok
target=tls://$NAME:8443
proof="curl -sS https://$NAME:8443/"
proof_match='hello'
build() {
	net far
	site
	https leaf 8443
}
