# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A web server without TLS on the port.
expect_cause=tls.plaintext_peer
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='wrong version number'
build() {
	net far
	site
	http 443
}
