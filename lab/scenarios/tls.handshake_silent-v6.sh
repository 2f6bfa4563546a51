# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Nothing comes back for the hello, on the same link.
expect_cause=tls.handshake_silent
target="https://[$S6]/"
proof="curl -sSk -m 4 '$target'"
proof_match='curl: \(28\)'
build() {
	net near
	ca
	tcp 443 silent
}
