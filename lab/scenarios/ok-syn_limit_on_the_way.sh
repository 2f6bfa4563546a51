# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A router limits the rate of SYNs, far above what one client sends.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	rules r1 'forward tcp flags & (syn|ack) == syn limit rate over 100/second burst 50 packets drop'
}
