# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A certificate that signed itself.
expect_cause=tls.self_signed
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='self.signed certificate'
build() {
	net far
	dns
	ca
	cert leaf
	https leaf
}
