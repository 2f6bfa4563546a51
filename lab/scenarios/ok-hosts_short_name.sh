# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A bare name that the hosts file alone knows.
expect_status=ok
target=http://backend:$PORT/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http "$PORT"
	hosts "$S4 backend"
}
