# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The ClientHello is answered by hanging up.
expect_cause=tls.handshake_reset
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='curl: \(35\)'
build() {
	net far
	site
	tcp 443 read-close
}
