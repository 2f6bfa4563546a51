# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A certificate with sixty names.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site "san=$(printf 'DNS:n%d.example.net,' {1..60})DNS:$NAME"
	https leaf
}
