# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A wildcard certificate, the name asked in capitals.
expect_status=ok
target=https://${NAME^^}/
proof="curl -sS -m 6 $target"
proof_match='hello'
build() {
	net one
	site "san=DNS:*.$DOMAIN"
	https leaf
}
