# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The routers answer with ICMP hardly ever.
expect_status=ok
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
	rules r1 'output icmp type time-exceeded limit rate over 1/minute drop'
	rules r2 'output icmp type time-exceeded limit rate over 1/minute drop'
}
