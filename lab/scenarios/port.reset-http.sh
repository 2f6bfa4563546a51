# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The request is answered with a reset.
expect_cause=port.reset
target=http://$NAME/
proof="curl -sS $target"
proof_match='curl: \(56\).*reset'
build() {
	net far
	dns
	tcp 80 read-rst
}
