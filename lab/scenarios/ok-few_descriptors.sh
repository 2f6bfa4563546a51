# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Sixty-four file descriptors are enough.
expect_status=ok
wrap=(prlimit --nofile=64:64)
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
}
