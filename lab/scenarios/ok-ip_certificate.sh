# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The target is an address, and the certificate has it.
expect_status=ok
target=https://$S4/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	ca
	cert leaf issuer=ca san=IP:$S4
	https leaf
}
