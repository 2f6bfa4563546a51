# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate is for the IPv6 address in the URL.
expect_status=ok
target=https://[$S6]/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	ca
	cert leaf issuer=ca san="IP:$S6"
	https leaf
}
