# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The ClientHello gets no answer.
expect_cause=tls.handshake_silent
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='curl: \(28\)'
build() {
	net far
	site
	tcp 443 silent
}
