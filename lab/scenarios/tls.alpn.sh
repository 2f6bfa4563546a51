# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server knows no protocol that was offered.
expect_cause=tls.alpn
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='curl: \(35\)'
build() {
	net far
	site
	tcp 443 alert 120
}
