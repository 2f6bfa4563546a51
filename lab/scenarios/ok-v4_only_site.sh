# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Both families here, the site has IPv4 only.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns "host-record=$NAME,$S4"
	http
}
