# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The ClientHello is answered with a reset.
expect_cause=tls.handshake_reset
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='curl: \(35\).*reset'
build() {
	net far
	site
	tcp 443 read-rst
}
